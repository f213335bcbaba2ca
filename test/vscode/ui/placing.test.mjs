import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench, photograph } from '../workbench.mjs';

const desk = `pool customer "Customer"

process office as pool "Office" {
  start "Letter came"
  user "Read it"
  end "Filed"
}
`;

const trip = `process trip "Trip" {
  start "Trip planned"
  user "Fill in the request"
  end "Booked"
}
`;

suite('placing by hand in the window', () => {
  let workbench;
  suiteSetup(async () => {
    workbench = await openWorkbench({ files: { 'desk.procedo': desk, 'trip.procedo': trip } });
    await workbench.load('order.procedo');
    await workbench.page.getByRole('button', { name: 'Open Preview to the Side' }).first().waitFor();
  });

  setup(() => workbench.command('View: Close All Editors'));

  teardown(function () {
    return photograph(this.currentTest, workbench);
  });

  suiteTeardown(() => workbench?.close());

  const read = (name) => {
    const path = join(workbench.folder, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  /** Waits until a line of a file is so, and gives what it has found. */
  const line = async (name, pattern) => {
    for (let attempt = 0; attempt < 300; attempt++) {
      const found = pattern.exec(read(name));
      if (found) return found;
      await workbench.page.waitForTimeout(100);
    }
    return assert.fail(`${name} has no such line as ${pattern}:\n${read(name)}`);
  };
  const shape = (id) => workbench.view.locator(`[data-element-id="${id}"].djs-element`);
  const drag = async (locator, dx, dy) => {
    const { x, y, width, height } = await locator.boundingBox();
    const from = { x: x + Math.min(12, width / 2), y: y + Math.min(8, height / 2) };
    await workbench.page.mouse.move(from.x, from.y);
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(from.x + dx / 2, from.y + dy / 2);
    await workbench.page.mouse.move(from.x + dx, from.y + dy);
    await workbench.page.mouse.up();
  };
  const preview = async (file, id) => {
    await workbench.openFile(file);
    await workbench.command('Procedo: Open Preview to the Side');
    await workbench.drawn(id);
  };

  test('a pool has handles, and is as large as a hand makes it', async () => {
    await preview('desk.procedo', 'office2');
    const pool = shape('office2');
    const { x, y } = await pool.boundingBox();
    await workbench.page.mouse.click(x + 12, y + 20);
    await workbench.view.locator('.procedo-handle.se').waitFor();
    await photograph({ title: 'handles of a pool', isFailed: () => false }, workbench);
    await drag(workbench.view.locator('.procedo-handle.se'), 60, 40);
    await line('desk.procedo.layout', /^office2 /m);
  });

  test('a further diagram is moved by itself', async () => {
    await workbench.openFile('nested.bpmn');
    await workbench.page.locator('.editor-actions').getByRole('button', { name: 'Edit as Text' }).click();
    await workbench.page.locator('.tab.active', { hasText: /^nested\.procedo/ }).waitFor();
    await workbench.view.getByRole('tab', { name: 'Returns' }).click();
    await workbench.drawn('refund');
    const before = read('nested.procedo.layout');
    await drag(shape('refund'), 0, 50);
    for (let attempt = 0; read('nested.procedo.layout') === before; attempt++) {
      assert.ok(attempt < 300, 'The move was not written');
      await workbench.page.waitForTimeout(100);
    }
  });

  test('after a merge has changed a label, the layout file follows when the text is saved', async () => {
    await preview('trip.procedo', 'fillInTheRequest');
    await drag(shape('fillInTheRequest'), 0, 60);
    await line('trip.procedo.layout', /^fillInTheRequest /m);
    await workbench.command('View: Close All Editors');
    writeFileSync(join(workbench.folder, 'trip.procedo'), trip.replace('Fill in the request', 'Write the request'));
    await workbench.openFile('trip.procedo');
    await workbench.caretBehind('"Booked');
    await workbench.page.keyboard.type(' at last');
    await workbench.page.keyboard.press('Control+S');
    await line('trip.procedo.layout', /^writeTheRequest /m);
    assert.doesNotMatch(read('trip.procedo.layout'), /fillInTheRequest/);
  });
});
