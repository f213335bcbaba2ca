import { openWorkbench, photograph } from '../workbench.mjs';

const scenario = (name, steps) =>
  JSON.stringify({ name, kind: 'bpmn', model: 'claim.procedo', start: { process: 'claim' }, steps }, undefined, 2);

const loan = `process loan "Loan" {
  start
  user check "Check"
  xor fine "Fine?" {
    when "no" \`fine = false\` { end refused "Refused" }
    otherwise "yes"
  }
  end granted "Granted"
}

scenario granted "All is fine" for loan {
  start
  complete check  set { fine: true }
  expect end granted  never refused
}

scenario twice "Checked twice" for loan {
  start
  complete check  set { fine: true }
  complete check
}
`;

const files = {
  'loan.procedo': loan,
  'assessed.json': scenario('is assessed', [{ do: { complete: 'assess' }, expect: { ended: true } }]),
  'twice.json': scenario('is assessed twice', [{ do: { complete: 'assess' } }, { do: { complete: 'assess' } }]),
};

suite('scenarios and the simulation', () => {
  let workbench;
  suiteSetup(async () => {
    workbench = await openWorkbench({ files });
    await workbench.load('claim.procedo');
    await workbench.page.getByRole('button', { name: 'Open Preview to the Side' }).first().waitFor();
  });

  teardown(function () {
    return photograph(this.currentTest, workbench);
  });

  suiteTeardown(() => workbench?.close());

  const tree = () => workbench.page.locator('.test-explorer .monaco-list-row');

  test('the Test Explorer lists the scenarios by file', async () => {
    await workbench.command('Testing: Focus on Test Explorer View');
    await tree().filter({ hasText: 'assessed.json' }).waitFor();
    await tree().filter({ hasText: 'twice.json' }).waitFor();
  });

  test('running them says which one fails, on its step, with what was possible', async () => {
    await workbench.command('Test: Run All Tests');
    await tree()
      .filter({ hasText: 'twice.json' })
      .locator('.codicon-testing-error-icon, .codicon-testing-failed-icon')
      .waitFor();
    await tree().filter({ hasText: 'assessed.json' }).locator('.codicon-testing-passed-icon').waitFor();
    await workbench.openFile('twice.json');
    await workbench.page.getByText('assess is not at work and cannot be completed.').first().waitFor();
  });

  test('so do those of a text, whose list follows while it is typed', async () => {
    await workbench.openFile('loan.procedo');
    await workbench.page.getByText('check is not at work and cannot be completed.').first().waitFor();
    await tree().filter({ hasText: 'loan.procedo' }).click();
    await workbench.page.keyboard.press('ArrowRight');
    await tree().filter({ hasText: 'All is fine' }).locator('.codicon-testing-passed-icon').waitFor();
    await tree().filter({ hasText: 'Checked twice' }).locator('.codicon-testing-failed-icon').waitFor();
    await workbench.caretBehind('Checked twice');
    await workbench.page.keyboard.type(' in vain');
    await tree().filter({ hasText: 'Checked twice in vain' }).waitFor();
  });

  test('coverage shows what was passed of the model', async () => {
    await workbench.command('Test: Run All Tests with Coverage');
    await workbench.page.locator('.test-coverage-list-per-file, .test-coverage-bars').first().waitFor();
    await workbench.openFile('claim.procedo');
    await workbench.page.locator('.coverage-deco-gutter.coverage-deco-hit').first().waitFor();
  });

  test('the command opens the simulation beside the text', async () => {
    await workbench.command('Procedo: Simulate');
    await workbench.view.getByRole('button', { name: 'Play (Space)' }).waitFor();
  });

  test('a run that is played stops at a break point of the text', async () => {
    await workbench.caretBehind('user assess');
    await workbench.command('Debug: Toggle Breakpoint');
    await workbench.view.getByRole('button', { name: 'Play (Space)' }).click();
    await workbench.view.getByText('Complete "Assess the claim"').first().waitFor();
    await workbench.view.getByRole('button', { name: 'Play (Space)' }).waitFor();
    await workbench.view.getByText('Complete "Assess the claim"').first().waitFor();
  });

  test('what was done is recorded at the end of the text, and can be run', async () => {
    await workbench.view.getByRole('button', { name: 'Step (.)' }).click();
    await workbench.view.getByText('All has ended.').first().waitFor();
    await workbench.view.getByRole('button', { name: 'Record as a scenario (w)' }).click();
    await workbench.editor.getByText('scenario recorded for claim').waitFor();
    await tree().filter({ hasText: 'claim.procedo' }).waitFor();
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+Z');
    await workbench.editor.getByText('scenario recorded for claim').waitFor({ state: 'detached' });
  });
});
