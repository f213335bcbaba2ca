import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench, root } from '../workbench.mjs';

suite('moving by hand in the window', () => {
  let workbench;
  const layout = () => {
    const path = join(workbench.folder, 'order.procedo.layout');
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  /** Waits until the layout file is so, on the disk. */
  const until = async (isSo, what) => {
    for (let attempt = 0; attempt < 300; attempt++) {
      if (isSo(layout())) return;
      await workbench.page.waitForTimeout(100);
    }
    assert.fail(`${what}:\n${layout()}`);
  };
  const picture = (name) => workbench.page.screenshot({ path: join(root, `test-output/vscode/${name}.png`) });
  /** Drags what is at this place of the window. A label may be lower than a few px. */
  const drag = async (locator, dx, dy) => {
    const { x, y, width, height } = await locator.boundingBox();
    const from = { x: x + Math.min(12, width / 2), y: y + Math.min(8, height / 2) };
    await workbench.page.mouse.move(from.x, from.y);
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(from.x + dx / 2, from.y + dy / 2);
    await workbench.page.mouse.move(from.x + dx, from.y + dy);
    await workbench.page.mouse.up();
  };
  const shape = (id) => workbench.view.locator(`[data-element-id="${id}"].djs-element`);
  /** How far a shape is from the one before it: the current element stays where it is on the screen. */
  const distance = async () =>
    Math.round((await shape('check').boundingBox()).x - (await shape('received').boundingBox()).x);
  /** The line of a key. */
  const line = (key) => layout().match(new RegExp(`^${key} .*$`, 'm'))?.[0] ?? '';

  suiteSetup(async () => {
    mkdirSync(join(root, 'test-output/vscode'), { recursive: true });
    workbench = await openWorkbench();
    await workbench.load('order.procedo');
    await workbench.page.getByRole('button', { name: 'Open Preview to the Side' }).first().click();
    await workbench.drawn('check');
  });

  teardown(async function () {
    if (this.currentTest.isFailed()) await picture(this.currentTest.title.replaceAll(/\W+/g, '-'));
  });

  suiteTeardown(() => workbench?.close());

  test('what is dragged stands in the layout file; Ctrl+Z in the preview takes it back, and Ctrl+Shift+Z does it again', async () => {
    const check = line('check');
    await drag(shape('check'), 0, 60);
    await until(() => !['', check].includes(line('check')), 'The move was not written');
    // All that is drawn has a line now.
    const [moved, pack] = [line('check'), line('pack')];
    await picture('moved');
    await drag(shape('pack'), 0, 60);
    await until(() => !['', pack].includes(line('pack')), 'The second move was not written');
    const both = layout();
    await workbench.page.keyboard.press('Control+z');
    // Between two texts a file is empty for a moment.
    await until(() => line('check') === moved && line('pack') === pack, 'The second move alone was not taken back');
    await workbench.page.keyboard.press('Control+Shift+Z');
    await until((text) => text === both, 'The move was not done again');
  });

  test('a label is dragged onto a task, is in front of it, and is moved away again by a key that is pressed in quick succession', async () => {
    const place = () => (/ label (\d+),(\d+) /.exec(line('complete')) ?? []).slice(1).map(Number);
    const label = workbench.view.locator('[data-element-id="complete_label"] text');
    const [from, to] = [await label.boundingBox(), await shape('pack').boundingBox()];
    const before = String(place());
    await drag(label, to.x + to.width / 2 - from.x - 12, to.y + to.height * 0.75 - from.y - 4);
    await until(() => !['', before].includes(String(place())), 'The label was not written');
    const [x, y] = place();
    const isThere = async () => (await label.boundingBox()).y > to.y + to.height / 2;
    for (let attempt = 0; !(await isThere()); attempt++) {
      assert.ok(attempt < 300, 'The label is not drawn there');
      await workbench.page.waitForTimeout(100);
    }
    await picture('a label on a task');
    await shape('complete_label').click();
    await workbench.view.locator('.procedo-handles .procedo-outline').waitFor();
    for (let i = 0; i < 10; i++) await workbench.page.keyboard.press('Alt+ArrowDown');
    await until(() => String(place()) === String([x, y + 50]), 'The keys have not moved the label by ten steps');
  });

  test('the layout file has it too: Ctrl+Z there takes the move back, and the picture follows', async () => {
    // Beside the preview, not over it.
    await workbench.focusEditor();
    await workbench.openFile('order.procedo.layout');
    const before = line('check');
    const tab = workbench.page.locator('.tab.active', { hasText: 'order.procedo.layout' });
    await drag(shape('check'), 30, 0);
    await until(() => line('check') !== before, 'The move was not written');
    const old = await distance();
    await tab.first().waitFor();
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+z');
    await workbench.page.keyboard.press('Control+s');
    await until(() => line('check') === before, 'The move was not taken back');
    for (let attempt = 0; (await distance()) === old; attempt++) {
      assert.ok(attempt < 300, 'The picture did not follow');
      await workbench.page.waitForTimeout(100);
    }
    await picture('undone-in-the-layout-file');
  });
});
