/** Cases in the preview page: drawn and updated as processes are, in the same page. */
import { describe, expect, it } from 'vitest';
import { exportXml, noFiles, open } from '../../src/workspace/index.ts';
import { CasePage, caseXml, diagrams, xml } from './case-page.ts';
import type { Theme } from './preview-page.ts';

const cases = new CasePage();

describe('several cases', () => {
  const text = (name: string) =>
    `case a { human t human u enter when t completes } case b { human v "${name}" human w enter when v completes }`;
  const exported = async (name: string) =>
    exportXml(await open('cases.procedo', new TextEncoder().encode(text(name)), noFiles)) ?? '';
  const connectors = () => cases.preview.page.locator('.djs-connection').count();

  it('have a tab each', async () => {
    const both = ['a', 'b'].map((name, index) => ({ id: `CMMNDiagram_${index + 1}`, name, notation: 'cmmn' as const }));
    const tabs = cases.preview.page.getByRole('tab');
    await cases.show({ caseXml: await exported('Look'), diagrams: both, shown: 'CMMNDiagram_1' });
    expect(await tabs.allTextContents()).toEqual(['a', 'b']);
    expect([
      await cases.preview.element('t').count(),
      await cases.preview.element('v').count(),
      await connectors(),
    ]).toEqual([1, 0, 1]);
    await cases.show({ caseXml: await exported('Look'), diagrams: both, shown: 'CMMNDiagram_2' });
    expect([
      await cases.preview.element('t').count(),
      await cases.preview.element('v').count(),
      await connectors(),
    ]).toEqual([0, 1, 1]);
  });

  it('in one diagram of another tool have all their connectors, and are redrawn to the same', async () => {
    const between = /<\/cmmndi:CMMNDiagram>\s*<cmmndi:CMMNDiagram id="CMMNDiagram_2">\s*<cmmndi:Size[^>]*>/;
    const made = async (name: string) => ({
      caseXml: (await exported(name)).replace(between, ''),
      diagrams: [{ id: 'CMMNDiagram_1', name: 'a, b', notation: 'cmmn' }] as const,
    });
    await cases.show(await made('Look'));
    expect(await connectors()).toBe(2);
    await cases.show(await made('Look at it and tell all that you see'));
    expect(await connectors()).toBe(2);
    await cases.preview.element('v').locator('text', { hasText: 'tell' }).first().waitFor({ state: 'attached' });
  });
});

describe('a case', () => {
  it('brings cmmn-js with it, which a process does not', async () => {
    const loaded = () =>
      cases.preview.page.evaluate(
        () => performance.getEntriesByType('resource').filter(({ name }) => /cases-/.test(name)).length,
      );
    await cases.preview.show({ xml });
    expect(await loaded()).toBe(0);
    await cases.show();
    expect(await loaded()).toBe(1);
    expect(await cases.preview.element('assess').isVisible()).toBe(true);
    expect(await cases.preview.page.getByRole('application', { name: /^Case diagram/ }).count()).toBe(1);
  });

  it('is read where its ids are not ASCII', async () => {
    await cases.show({ caseXml: caseXml.replaceAll('assess', 'prüfung') });
    expect(await cases.preview.element('prüfung').textContent()).toContain('Assess');
  });

  it('holds labels as text, whatever they say', async () => {
    const hostile = '&lt;img src=x onerror=alert(1)&gt;';
    await cases.show({ caseXml: caseXml.replaceAll(/ name="[^"]*"/g, ` name="${hostile}"`) });
    expect(await cases.preview.page.locator('img[src=x]').count()).toBe(0);
    const labels = await cases.preview.page.locator('#canvas text').allTextContents();
    expect(labels.filter((label) => label.includes('<img')).length).toBeGreaterThan(6);
  });

  it.each(['vscode-dark', 'vscode-light', 'vscode-high-contrast', 'vscode-high-contrast-light'] as const)(
    'has the colours of %s alone',
    async (theme: Theme) => {
      const themed = await cases.open({ theme });
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

describe('an update', () => {
  it('changes what differs and leaves the rest, zoom and place', async () => {
    await cases.show();
    await cases.preview.page.getByRole('button', { name: 'Zoom in (+)' }).click();
    const [kept, view] = [await cases.preview.element('assess').elementHandle(), await cases.viewport()];
    await cases.show({ caseXml: caseXml.replaceAll('"Review"', '"Review again"') });
    expect(await cases.preview.element('review').textContent()).toBe('Review again');
    expect(await kept?.evaluate((node) => node.isConnected)).toBe(true);
    expect(await cases.viewport()).toEqual(view);
  });

  it.each([
    ['is no XML', 'not <xml'],
    ['holds no diagram', caseXml.replace(/<cmmndi:CMMNDI>[\s\S]*<\/cmmndi:CMMNDI>/, '')],
  ])('that %s leaves the last picture, and says so', async (_, broken) => {
    await cases.show();
    await cases.show({ caseXml: broken });
    expect(cases.preview.last('failed')).toBeDefined();
    await cases.preview.page.getByRole('status').getByText('This model cannot be drawn').waitFor();
    expect(await cases.preview.element('review').isVisible()).toBe(true);
    await cases.show({ caseXml: caseXml.replaceAll('"Review"', '"Mended"') });
    expect(await cases.preview.element('review').textContent()).toBe('Mended');
  });

  it('that comes while the page is hidden is drawn when it is visible again', async () => {
    const hide = (isHidden: boolean) =>
      cases.preview.page.evaluate((isHidden) => {
        document.documentElement.style.display = isHidden ? 'none' : '';
      }, isHidden);
    await cases.show();
    const place = () => cases.preview.element('sla_label').getAttribute('transform');
    const before = await place();
    await hide(true);
    const drawn = cases.show({
      caseXml: caseXml.replaceAll('"30 days"', '"30 dayz"').replaceAll('"Review"', '"Again"'),
    });
    await hide(false);
    await drawn;
    expect(await cases.preview.element('review').textContent()).toBe('Again');
    expect(await place()).toBe(before);
  });

  it('without anything to draw leaves the last picture', async () => {
    await cases.show();
    await cases.show({ caseXml: '', diagrams: [] });
    expect(await cases.preview.element('review').isVisible()).toBe(true);
  });

  it('dims what a half-typed line holds: an item, what it waits for and the way there', async () => {
    await cases.show({ held: ['pay', 'pay_definition', 'pay_enter', 'pay_enter_sentry', 'pay_enter_sentry_on'] });
    expect((await cases.marked('procedo-dimmed')).toSorted()).toEqual([
      'pay',
      'pay_enter',
      'pay_enter_sentry_on_di',
      'pay_enter_sentry_on_di_label',
    ]);
    await cases.show();
    expect(await cases.marked('procedo-dimmed')).toEqual([]);
  });
});
