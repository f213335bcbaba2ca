/** Cases in the preview page: drawn and handled as processes are, in the same page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ModelMessage } from '../../src/protocol/preview.ts';
import { exportXml, noFiles, open } from '../../src/workspace/index.ts';
import { launchChromium, PreviewPage, type Theme } from './preview-page.ts';

const fixtures = join(import.meta.dirname, '../fixtures/webview');
const caseXml = readFileSync(join(fixtures, 'claim.cmmn'), 'utf8');
const xml = readFileSync(join(fixtures, 'nested.bpmn'), 'utf8');
const diagrams = [{ id: 'Claim', name: 'Claim', notation: 'cmmn' }] as const;
const range = { start: { line: 3, character: 2 }, end: { line: 3, character: 9 } };

let browser: Browser;
let preview: PreviewPage;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

beforeEach(async () => {
  preview = await PreviewPage.open(browser);
});
afterEach(async () => {
  expect(preview.complaints).toEqual([]);
  await preview.page.close();
});

const show = (model: Partial<ModelMessage> = {}) => preview.show({ caseXml, diagrams, ...model });
const press = (key: string) => preview.page.keyboard.press(key);
const click = (id: string) => preview.element(id).locator('> .djs-hit').click();
const marked = (marker: string) =>
  preview.page.locator(`.${marker}`).evaluateAll((all) => all.map((one) => one.getAttribute('data-element-id')));
/** Scale and place of what is visible. */
async function viewport(of = preview): Promise<number[]> {
  const transform = await of.page.locator('.viewport').getAttribute('transform');
  return (transform ?? '').match(/-?[\d.]+/g)?.map((number) => Math.round(Number(number) * 100) / 100) ?? [];
}

describe('several cases', () => {
  const text = (name: string) =>
    `case a { human t human u enter when t completes } case b { human v "${name}" human w enter when v completes }`;
  const exported = async (name: string) =>
    exportXml(await open('cases.procedo', new TextEncoder().encode(text(name)), noFiles)) ?? '';
  const connectors = () => preview.page.locator('.djs-connection').count();

  it('have a tab each', async () => {
    const both = ['a', 'b'].map((name, index) => ({ id: `CMMNDiagram_${index + 1}`, name, notation: 'cmmn' as const }));
    const tabs = preview.page.getByRole('tab');
    await show({ caseXml: await exported('Look'), diagrams: both, shown: 'CMMNDiagram_1' });
    expect(await tabs.allTextContents()).toEqual(['a', 'b']);
    expect([await preview.element('t').count(), await preview.element('v').count(), await connectors()]).toEqual([
      1, 0, 1,
    ]);
    await show({ caseXml: await exported('Look'), diagrams: both, shown: 'CMMNDiagram_2' });
    expect([await preview.element('t').count(), await preview.element('v').count(), await connectors()]).toEqual([
      0, 1, 1,
    ]);
  });

  it('in one diagram of another tool have all their connectors, and are redrawn to the same', async () => {
    const between = /<\/cmmndi:CMMNDiagram>\s*<cmmndi:CMMNDiagram id="CMMNDiagram_2">\s*<cmmndi:Size[^>]*>/;
    const made = async (name: string) => ({
      caseXml: (await exported(name)).replace(between, ''),
      diagrams: [{ id: 'CMMNDiagram_1', name: 'a, b', notation: 'cmmn' }] as const,
    });
    await show(await made('Look'));
    expect(await connectors()).toBe(2);
    await show(await made('Look at it and tell all that you see'));
    expect(await connectors()).toBe(2);
    await preview.element('v').locator('text', { hasText: 'tell' }).first().waitFor({ state: 'attached' });
  });
});

describe('a case', () => {
  it('brings cmmn-js with it, which a process does not', async () => {
    const loaded = () =>
      preview.page.evaluate(
        () => performance.getEntriesByType('resource').filter(({ name }) => /cases-/.test(name)).length,
      );
    await preview.show({ xml });
    expect(await loaded()).toBe(0);
    await show();
    expect(await loaded()).toBe(1);
    expect(await preview.element('assess').isVisible()).toBe(true);
    expect(await preview.page.getByRole('application', { name: /^Case diagram/ }).count()).toBe(1);
  });

  it('is read where its ids are not ASCII', async () => {
    await show({ caseXml: caseXml.replaceAll('assess', 'prüfung') });
    expect(await preview.element('prüfung').textContent()).toContain('Assess');
  });

  it('holds labels as text, whatever they say', async () => {
    const hostile = '&lt;img src=x onerror=alert(1)&gt;';
    await show({ caseXml: caseXml.replaceAll(/ name="[^"]*"/g, ` name="${hostile}"`) });
    expect(await preview.page.locator('img[src=x]').count()).toBe(0);
    const labels = await preview.page.locator('#canvas text').allTextContents();
    expect(labels.filter((label) => label.includes('<img')).length).toBeGreaterThan(6);
  });

  it.each(['vscode-dark', 'vscode-light', 'vscode-high-contrast', 'vscode-high-contrast-light'] as const)(
    'has the colours of %s alone',
    async (theme: Theme) => {
      const themed = await PreviewPage.open(browser, { theme });
      await themed.show({ caseXml, diagrams });
      const colours = await themed.page.evaluate(() => {
        const wanted = ['--procedo-fill', '--procedo-stroke', '--procedo-label'].map((name) => {
          const probe = document.createElement('i');
          probe.style.color = `var(${name})`;
          document.body.append(probe);
          return getComputedStyle(probe).color;
        });
        const drawn = [...document.querySelectorAll('.djs-visual *')].flatMap((element) => {
          const { fill, stroke } = getComputedStyle(element);
          return [fill, stroke];
        });
        return { wanted, drawn: [...new Set(drawn)].filter((colour) => colour !== 'none') };
      });
      expect(colours.wanted).toEqual(expect.arrayContaining(colours.drawn));
      expect(themed.complaints).toEqual([]);
      await themed.page.close();
    },
  );
});

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
    await show();
    await preview.send({ type: 'select', ids, reveal: true });
    await preview.until(async () => (await marked('procedo-current')).join() === elements.join());
  });

  it('stays marked over an edit, and where it is on the screen', async () => {
    await show();
    await preview.send({ type: 'select', ids: ['pay'], reveal: false });
    const place = async () => {
      const box = await preview.element('pay').locator('.djs-visual > rect').first().boundingBox();
      return [Math.round(box?.x ?? 0), Math.round(box?.y ?? 0)];
    };
    const before = await place();
    await show({ caseXml: caseXml.replace('<dc:Bounds x="747" y="202"', '<dc:Bounds x="760" y="230"') });
    expect(await marked('procedo-current')).toEqual(['pay']);
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
    await show();
    // A connector's line turns: the middle of its box is not on it.
    await preview.element(drawn).locator('> .djs-hit').dispatchEvent('click', { button: 0 });
    await preview.until(() => preview.last('select') !== undefined);
    expect(preview.last('select')).toEqual({ type: 'select', id });
  });

  it('on the tab with the name of the case selects its plan', async () => {
    await show();
    await preview.element('claim_plan').locator('text').first().click({ force: true });
    await preview.until(() => preview.last('select') !== undefined);
    expect(preview.last('select')).toEqual({ type: 'select', id: 'claim_plan' });
  });

  it('is told to screen readers, with what the element is', async () => {
    await show();
    const said = async (id: string) => {
      await preview.element(id).locator('> .djs-hit').dispatchEvent('click', { button: 0 });
      return preview.page.locator('#announcement').textContent();
    };
    expect(await said('review')).toBe('Review, human task');
    expect(await said('opinion')).toBe('Second opinion, discretionary human task');
    expect(await said('pay_enter')).toBe('entry criterion');
    expect(await said('assess_enter_sentry_on_di')).toBe('[create], connector');
    expect(await said('dossier')).toBe('Dossier, case file item');
    expect(await said('claim_plan')).toBe('Claim, case plan model');
  });
});

describe('an update', () => {
  it('changes what differs and leaves the rest, zoom and place', async () => {
    await show();
    await preview.page.getByRole('button', { name: 'Zoom in (+)' }).click();
    const [kept, view] = [await preview.element('assess').elementHandle(), await viewport()];
    await show({ caseXml: caseXml.replaceAll('"Review"', '"Review again"') });
    expect(await preview.element('review').textContent()).toBe('Review again');
    expect(await kept?.evaluate((node) => node.isConnected)).toBe(true);
    expect(await viewport()).toEqual(view);
  });

  it.each([
    ['is no XML', 'not <xml'],
    ['holds no diagram', caseXml.replace(/<cmmndi:CMMNDI>[\s\S]*<\/cmmndi:CMMNDI>/, '')],
  ])('that %s leaves the last picture, and says so', async (_, broken) => {
    await show();
    await show({ caseXml: broken });
    expect(preview.last('failed')).toBeDefined();
    await preview.page.getByRole('status').getByText('This model cannot be drawn').waitFor();
    expect(await preview.element('review').isVisible()).toBe(true);
    await show({ caseXml: caseXml.replaceAll('"Review"', '"Mended"') });
    expect(await preview.element('review').textContent()).toBe('Mended');
  });

  it('that comes while the page is hidden is drawn when it is visible again', async () => {
    const hide = (isHidden: boolean) =>
      preview.page.evaluate((isHidden) => {
        document.documentElement.style.display = isHidden ? 'none' : '';
      }, isHidden);
    await show();
    const place = () => preview.element('sla_label').getAttribute('transform');
    const before = await place();
    await hide(true);
    const drawn = show({ caseXml: caseXml.replaceAll('"30 days"', '"30 dayz"').replaceAll('"Review"', '"Again"') });
    await hide(false);
    await drawn;
    expect(await preview.element('review').textContent()).toBe('Again');
    expect(await place()).toBe(before);
  });

  it('without anything to draw leaves the last picture', async () => {
    await show();
    await show({ caseXml: '', diagrams: [] });
    expect(await preview.element('review').isVisible()).toBe(true);
  });

  it('dims what a half-typed line holds: an item, what it waits for and the way there', async () => {
    await show({ held: ['pay', 'pay_definition', 'pay_enter', 'pay_enter_sentry', 'pay_enter_sentry_on'] });
    expect((await marked('procedo-dimmed')).toSorted()).toEqual([
      'pay',
      'pay_enter',
      'pay_enter_sentry_on_di',
      'pay_enter_sentry_on_di_label',
    ]);
    await show();
    expect(await marked('procedo-dimmed')).toEqual([]);
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
    await show({ problems: problem(id) });
    const mark = preview.element(drawn).locator('> .procedo-problem');
    await mark.hover({ force: true });
    expect(await preview.page.getByRole('tooltip').textContent()).toBe('Say more.');
    await mark.press('Enter');
    await preview.until(() => preview.last('openRange') !== undefined);
  });
});

describe('keys and search', () => {
  it('walk along the connectors', async () => {
    await show();
    await click('dossier');
    await press('Control+ArrowRight');
    await preview.until(() => preview.last('select')?.id === 'assess_enter');
  });

  it('find by label', async () => {
    await show();
    await press('Control+f');
    await preview.page.keyboard.type('opin');
    const options = preview.page.locator('#found [role=option]');
    expect(await options.allTextContents()).toEqual(['Second opiniondiscretionary human task']);
    await press('Enter');
    await preview.until(() => preview.last('open')?.id === 'opinion');
  });

  it('Space steps into nothing', async () => {
    await show();
    await click('opinion');
    await press('Space');
    await press('Backspace');
    expect(await preview.element('opinion').isVisible()).toBe(true);
    expect(preview.last('follow')).toBeUndefined();
  });
});

describe('what calls something', () => {
  const sign = (name: string) => preview.page.getByRole('button', { name });

  it.each(['click', 'Enter'])('opens it by its sign: %s', async (how) => {
    await show({ calls: ['pay'] });
    await sign('Opens Payment').hover();
    expect(await preview.page.getByRole('tooltip').textContent()).toBe('Opens Payment');
    await (how === 'click' ? sign('Opens Payment').click() : sign('Opens Payment').press(how));
    await preview.until(() => preview.last('follow') !== undefined);
    expect(preview.last('follow')).toEqual({ type: 'follow', id: 'pay' });
    expect(preview.last('select')).toBeUndefined();
  });

  it('opens it by Space, and by a click with Control as links do', async () => {
    await show({ calls: ['pay'] });
    await preview
      .element('pay')
      .locator('> .djs-hit')
      .click({ modifiers: ['Control'] });
    await preview.until(() => preview.last('follow') !== undefined);
    expect(preview.last('select')).toBeUndefined();
    preview.posted.length = 0;
    await click('pay');
    await press('Space');
    await preview.until(() => preview.last('follow') !== undefined);
  });

  it('has no such sign where nobody knows what it calls', async () => {
    await show({ calls: ['pay'] });
    await show({ calls: [] });
    expect(await sign('Opens Payment').count()).toBe(0);
  });

  it('in a process has it at its plus', async () => {
    const calling = xml.replace('<userTask id="check"', '<callActivity id="check" calledElement="n:returns"');
    await preview.show({ xml: calling, calls: ['check'] });
    await preview.page.getByRole('button', { name: 'Opens Returns' }).click();
    await preview.until(() => preview.last('follow') !== undefined);
    expect(preview.last('follow')).toEqual({ type: 'follow', id: 'check' });
  });
});

describe('a file with processes and cases', () => {
  const all = [
    { id: 'OrderDiagram', name: 'Order', notation: 'bpmn' },
    { id: 'ShipDiagram', name: 'Ship it', notation: 'bpmn' },
    { id: 'CallDiagram', name: 'Call the carrier', notation: 'bpmn' },
    ...diagrams,
  ] as const;
  const both = (shown: string) => preview.show({ xml, caseXml, diagrams: all, shown });

  it('has a tab for each diagram, each in its notation', async () => {
    await both('');
    expect(await preview.page.getByRole('tab').evaluateAll((tabs) => tabs.map(({ ariaLabel }) => ariaLabel))).toEqual([
      'Order, process',
      'Claim, case',
    ]);
    await preview.page.getByRole('tab', { name: 'Claim, case' }).click();
    await preview.until(() => preview.last('show')?.diagram === 'Claim');
    await both('Claim');
    expect([await preview.element('review').count(), await preview.element('check').count()]).toEqual([1, 0]);
    await both('OrderDiagram');
    expect([await preview.element('review').count(), await preview.element('check').count()]).toEqual([0, 1]);
  });

  it('knows which diagrams are stepped into while a case is shown', async () => {
    await both('Claim');
    expect(await preview.page.getByRole('tab').allTextContents()).toEqual(['Order', 'Claim']);
  });

  it('comes back as it was left, each diagram with its zoom and place', async () => {
    await both('Claim');
    await preview.page.getByRole('button', { name: 'Zoom in (+)' }).click();
    const left = await viewport();
    await both('OrderDiagram');
    expect(await viewport()).not.toEqual(left);
    await both('Claim');
    expect(await viewport()).toEqual(left);
    const again = await PreviewPage.open(browser, { state: preview.state });
    await again.show({ xml, caseXml, diagrams: all, shown: (preview.state as { shown: string }).shown });
    expect(await viewport(again)).toEqual(left);
    await again.page.close();
  });

  it('shows the last picture where the one that is wanted fails', async () => {
    await both('OrderDiagram');
    await preview.show({ xml, caseXml: 'not <xml', diagrams: all, shown: 'Claim' });
    expect(preview.last('failed')).toBeDefined();
    expect(await preview.element('check').isVisible()).toBe(true);
    await both('Claim');
    expect(await preview.element('review').isVisible()).toBe(true);
  });
});
