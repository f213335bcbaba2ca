import { openWorkbench, photograph } from '../workbench.mjs';

const shop = `process shop "Shop" {
  start
  user check "Check"
  call pay "Pay" runs paying
  end
}
`;

const paying = `process paying "Paying" {
  start
  user bill "Bill"
  user book "Book"
  end
}
`;

suite('the simulation in the window', () => {
  let workbench;
  suiteSetup(async () => {
    workbench = await openWorkbench({ files: { 'shop.procedo': shop, 'paying.procedo': paying }, isBare: true });
    await workbench.load('shop.procedo');
    await workbench.page.getByRole('button', { name: 'Open Preview to the Side' }).first().waitFor();
  });

  teardown(function () {
    return photograph(this.currentTest, workbench);
  });

  suiteTeardown(() => workbench?.close());

  test('what is called in another file runs as that is typed, with its tokens', async () => {
    await workbench.command('Procedo: Simulate');
    await workbench.view.getByRole('button', { name: 'Step (.)' }).click();
    await workbench.view.getByText('Complete "Check"').first().click();
    await workbench.view.getByText('Complete "Bill"').first().waitFor();
    await workbench.focusEditor();
    await workbench.openFile('paying.procedo');
    await workbench.caretBehind('user bill "Bill');
    await workbench.page.keyboard.type(' it all');
    await workbench.view.getByText('Complete "Bill it all"').first().waitFor();
    await workbench.view.getByText('Complete "Bill it all"').first().click();
    await workbench.view.getByText('Complete "Book"').first().waitFor();
  });
});
