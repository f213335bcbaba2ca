import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench, photograph, root } from '../workbench.mjs';

const order = `process order "Order" {
  start
  user check "Check"
  call pay "Pay" runs payment
  user ship "Ship"
  end
}

process payment "Payment" {
  start
  user bill "Bill"
  user book "Book"
  end
}
`;

suite('break points in the margin of the text', () => {
  let workbench;
  suiteSetup(async () => {
    workbench = await openWorkbench({ files: { 'shop.procedo': order } });
    await workbench.load('shop.procedo');
    await workbench.page.getByRole('button', { name: 'Open Preview to the Side' }).first().waitFor();
  });

  teardown(function () {
    return photograph(this.currentTest, workbench);
  });

  suiteTeardown(() => workbench?.close());

  const number = (line) => workbench.editor.locator('.line-numbers', { hasText: new RegExp(`^${line}$`) }).first();

  /** Clicks where a break point of a line is, or would be, left of its number: once the margin shows one there, or the hint of one. */
  const clickInMargin = async (line) => {
    const [margin, place] = [workbench.editor.locator('.glyph-margin').first(), number(line)];
    const [{ x, width }, { y, height }] = [await margin.boundingBox(), await place.boundingBox()];
    const signs = workbench.editor.locator('.codicon-debug-hint, .codicon-debug-breakpoint');
    const isShown = async () => {
      const boxes = await Promise.all((await signs.all()).map((sign) => sign.boundingBox()));
      return boxes.some((box) => box && Math.abs(box.y - y) < 8);
    };
    for (let attempt = 1; !(await isShown()); attempt++) {
      if (attempt === 60) throw new Error(`The margin offers no break point at line ${line}.`);
      await workbench.page.mouse.move(x + width / 2, y + height / 2 + (attempt % 2));
      await workbench.page.waitForTimeout(500);
    }
    await workbench.page.mouse.click(x + width / 2, y + height / 2);
  };

  /** Waits until the text has break points in these lines and in no other. */
  const marked = async (...lines) => {
    for (let attempt = 1; ; attempt++) {
      const marks = await workbench.editor.locator('.codicon-debug-breakpoint').all();
      const tops = await Promise.all(marks.map(async (mark) => (await mark.boundingBox())?.y));
      const wanted = await Promise.all(lines.map(async (line) => (await number(line).boundingBox())?.y));
      if (tops.length === wanted.length && wanted.every((y) => tops.some((top) => Math.abs(top - y) < 8))) return;
      if (attempt === 60) throw new Error(`Break points at ${tops}, not at ${wanted}.`);
      await workbench.page.waitForTimeout(500);
    }
  };

  const listed = () => workbench.view.getByRole('list', { name: 'Break points' });
  const play = () => workbench.view.getByRole('button', { name: 'Play (Space)' });

  test('a click there sets one, and the simulation has it', async () => {
    await clickInMargin(3);
    await marked(3);
    await workbench.command('Procedo: Simulate');
    await play().waitFor();
    await listed().getByText('Check').waitFor();
  });

  test('it stays with its step when lines move, and so it does in the simulation', async () => {
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+Home');
    await workbench.page.keyboard.type('// What is ordered is paid and shipped.\n');
    await marked(4);
    await workbench.caretBehind('user check "Check');
    await workbench.page.keyboard.type(' it');
    await listed().getByText('Check it').waitFor();
    await marked(4);
  });

  test('one that is taken away in the margin is gone in the simulation', async () => {
    await clickInMargin(4);
    await marked();
    await listed().getByText('Check it').waitFor({ state: 'hidden' });
  });

  test('one in a process that is called stops the run there', async () => {
    await clickInMargin(13);
    await marked(13);
    await play().click();
    await workbench.view.getByText('Stopped at a break point.').first().waitFor();
    await workbench.view.getByText('Complete "Book"').first().waitFor();
    await play().waitFor();
  });
});

suite('a folder of models in XML', () => {
  let workbench;
  suiteSetup(async () => {
    const scenario = {
      name: 'is approved',
      kind: 'bpmn',
      model: 'invoice.bpmn',
      start: { process: 'Process_1' },
      steps: [{ do: { complete: 'approve' }, expect: { ended: true } }],
    };
    const model = readFileSync(join(root, 'test/vscode/workspace/invoice.bpmn'), 'utf8');
    const files = { 'invoice.bpmn': model, 'invoice.scenario.json': JSON.stringify(scenario) };
    workbench = await openWorkbench({ files, isBare: true });
    await workbench.load();
  });

  teardown(function () {
    return photograph(this.currentTest, workbench);
  });

  suiteTeardown(() => workbench?.close());

  const tree = () => workbench.page.locator('.test-explorer .monaco-list-row');

  test('that holds a scenario wakes the extension, and the Test Explorer lists it', async () => {
    await workbench.command('Testing: Focus on Test Explorer View');
    await tree().filter({ hasText: 'invoice.scenario.json' }).waitFor();
  });

  test('it is run with coverage of the model', async () => {
    await workbench.command('Test: Run All Tests with Coverage');
    await tree().filter({ hasText: 'invoice.scenario.json' }).locator('.codicon-testing-passed-icon').waitFor();
    const covered = workbench.page.locator('.test-coverage-list-item', { hasText: 'invoice.bpmn' });
    await covered.getByText('100').first().waitFor();
  });

  test('what is played on a model is recorded as a new file beside it', async () => {
    await workbench.openFile('invoice.bpmn');
    await workbench.command('Procedo: Simulate');
    await workbench.view.getByRole('button', { name: 'Step (.)' }).click();
    await workbench.view.getByText('Complete "Approve"').first().click();
    await workbench.view.getByText('All has ended.').first().waitFor();
    await workbench.view.getByRole('button', { name: 'Record as a scenario (w)' }).click();
    await workbench.page.locator('.tab', { hasText: /^invoice\.scenario-2\.json$/ }).waitFor();
    await workbench.editor.getByText('"complete": "approve"').waitFor();
  });

  test('it is saved there without a question, and is a test that passes', async () => {
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+S');
    await tree().filter({ hasText: 'invoice.scenario-2.json' }).waitFor();
    await workbench.command('Test: Run All Tests');
    await tree().filter({ hasText: 'invoice.scenario-2.json' }).locator('.codicon-testing-passed-icon').waitFor();
    assert.match(readFileSync(join(workbench.folder, 'invoice.scenario-2.json'), 'utf8'), /"complete": "approve"/);
  });
});
