/** The elements of a case in the preview page: marked, chosen, walked to, found, followed. */
import { describe, expect, it } from 'vitest';
import { CasePage, caseXml, xml } from './case-page.ts';

const cases = new CasePage();
const range = { start: { line: 3, character: 2 }, end: { line: 3, character: 9 } };

describe('the element at the caret', () => {
  it.each([
    ['a plan item', ['assess'], ['assess']],
    ['a definition, by its items', ['review_definition'], ['review']],
    ['a criterion', ['pay_enter'], ['pay_enter']],
    ['a sentry, by its criteria', ['pay_enter_sentry'], ['pay_enter']],
    ['an if-part, by the criterion', ['pay_enter_if'], ['pay_enter']],
    ['an on-part, by its connector', ['pay_enter_sentry_on'], ['pay_enter_sentry_on_di']],
    ['a case file item', ['dossier'], ['dossier']],
    ['one that is not drawn, by what holds it', ['photos', 'dossier'], ['dossier']],
    ['a planning table, by its owner', ['table'], ['assess']],
    ['a rule, by its item', ['review_required'], ['review']],
    ['a discretionary item', ['opinion'], ['opinion']],
    ['the case, by its plan', ['claim'], ['claim_plan']],
    ['nothing for a role', ['expert'], []],
  ])('is marked: %s', async (_, ids, elements) => {
    await cases.show();
    await cases.preview.send({ type: 'select', ids, reveal: true });
    await cases.preview.until(async () => (await cases.marked('procedo-current')).join() === elements.join());
  });

  it('stays marked over an edit, and where it is on the screen', async () => {
    await cases.show();
    await cases.preview.send({ type: 'select', ids: ['pay'], reveal: false });
    const place = async () => {
      const box = await cases.preview.element('pay').locator('.djs-visual > rect').first().boundingBox();
      return [Math.round(box?.x ?? 0), Math.round(box?.y ?? 0)];
    };
    const before = await place();
    await cases.show({ caseXml: caseXml.replace('<dc:Bounds x="747" y="202"', '<dc:Bounds x="760" y="230"') });
    expect(await cases.marked('procedo-current')).toEqual(['pay']);
    expect(await place()).toEqual(before);
  });
});

describe('a click', () => {
  it.each([
    ['a task', 'review', 'review'],
    ['a criterion', 'pay_enter', 'pay_enter'],
    ['a connector', 'pay_enter_sentry_on_di', 'pay_enter_sentry_on'],
    ['a case file item', 'dossier', 'dossier'],
    ['a label', 'dossier_label', 'dossier'],
  ])('selects the text of %s', async (_, drawn, id) => {
    await cases.show();
    // A connector's line turns: the middle of its box is not on it.
    await cases.preview.element(drawn).locator('> .djs-hit').dispatchEvent('click', { button: 0 });
    await cases.preview.until(() => cases.preview.last('select') !== undefined);
    expect(cases.preview.last('select')).toEqual({ type: 'select', id });
  });

  it('on the tab with the name of the case selects its plan', async () => {
    await cases.show();
    await cases.preview.element('claim_plan').locator('text').first().click({ force: true });
    await cases.preview.until(() => cases.preview.last('select') !== undefined);
    expect(cases.preview.last('select')).toEqual({ type: 'select', id: 'claim_plan' });
  });

  it('is told to screen readers, with what the element is', async () => {
    await cases.show();
    const said = async (id: string) => {
      await cases.preview.element(id).locator('> .djs-hit').dispatchEvent('click', { button: 0 });
      return cases.preview.page.locator('#announcement').textContent();
    };
    expect(await said('review')).toBe('Review, human task');
    expect(await said('opinion')).toBe('Second opinion, discretionary human task');
    expect(await said('pay_enter')).toBe('entry criterion');
    expect(await said('assess_enter_sentry_on_di')).toBe('[create], connector');
    expect(await said('dossier')).toBe('Dossier, case file item');
    expect(await said('claim_plan')).toBe('Claim, case plan model');
  });
});

describe('a problem', () => {
  const problem = (element: string) =>
    [{ severity: 'warning', code: 'c', message: 'Say more.', range, element }] as const;

  it.each([
    ['of a definition, on its item', 'review_definition', 'review'],
    ['of a sentry, on its criterion', 'pay_enter_sentry', 'pay_enter'],
    ['of an on-part, on its connector', 'pay_enter_sentry_on', 'pay_enter_sentry_on_di'],
  ])('is marked: %s', async (_, id, drawn) => {
    await cases.show({ problems: problem(id) });
    const mark = cases.preview.element(drawn).locator('> .procedo-problem');
    await mark.hover({ force: true });
    expect(await cases.preview.page.getByRole('tooltip').textContent()).toBe('Say more.');
    await mark.press('Enter');
    await cases.preview.until(() => cases.preview.last('openRange') !== undefined);
  });
});

describe('keys and search', () => {
  it('walk along the connectors', async () => {
    await cases.show();
    await cases.click('dossier');
    await cases.press('Control+ArrowRight');
    await cases.preview.until(() => cases.preview.last('select')?.id === 'assess_enter');
  });

  it('find by label', async () => {
    await cases.show();
    await cases.press('Control+f');
    await cases.preview.page.keyboard.type('opin');
    const options = cases.preview.page.locator('#found [role=option]');
    expect(await options.allTextContents()).toEqual(['Second opiniondiscretionary human task']);
    await cases.press('Enter');
    await cases.preview.until(() => cases.preview.last('open')?.id === 'opinion');
  });

  it('Space steps into nothing', async () => {
    await cases.show();
    await cases.click('opinion');
    await cases.press('Space');
    await cases.press('Backspace');
    expect(await cases.preview.element('opinion').isVisible()).toBe(true);
    expect(cases.preview.last('follow')).toBeUndefined();
  });
});

describe('what calls something', () => {
  const sign = (name: string) => cases.preview.page.getByRole('button', { name });

  it.each(['click', 'Enter'])('opens it by its sign: %s', async (how) => {
    await cases.show({ calls: ['pay'] });
    await sign('Opens Payment').hover();
    expect(await cases.preview.page.getByRole('tooltip').textContent()).toBe('Opens Payment');
    await (how === 'click' ? sign('Opens Payment').click() : sign('Opens Payment').press(how));
    await cases.preview.until(() => cases.preview.last('follow') !== undefined);
    expect(cases.preview.last('follow')).toEqual({ type: 'follow', id: 'pay' });
    expect(cases.preview.last('select')).toBeUndefined();
  });

  it('opens it by Space, and by a click with Control as links do', async () => {
    await cases.show({ calls: ['pay'] });
    await cases.preview
      .element('pay')
      .locator('> .djs-hit')
      .click({ modifiers: ['Control'] });
    await cases.preview.until(() => cases.preview.last('follow') !== undefined);
    expect(cases.preview.last('select')).toBeUndefined();
    cases.preview.posted.length = 0;
    await cases.click('pay');
    await cases.press('Space');
    await cases.preview.until(() => cases.preview.last('follow') !== undefined);
  });

  it('has no such sign where nobody knows what it calls', async () => {
    await cases.show({ calls: ['pay'] });
    await cases.show({ calls: [] });
    expect(await sign('Opens Payment').count()).toBe(0);
  });

  it('in a process has it at its plus', async () => {
    const calling = xml.replace('<userTask id="check"', '<callActivity id="check" calledElement="n:returns"');
    await cases.preview.show({ xml: calling, calls: ['check'] });
    await cases.preview.page.getByRole('button', { name: 'Opens Returns' }).click();
    await cases.preview.until(() => cases.preview.last('follow') !== undefined);
    expect(cases.preview.last('follow')).toEqual({ type: 'follow', id: 'check' });
  });
});
