/** A file with processes and cases in the preview page. */
import { describe, expect, it } from 'vitest';
import { CasePage, caseXml, diagrams, xml } from './case-page.ts';

const cases = new CasePage();

describe('a file with processes and cases', () => {
  const all = [
    { id: 'OrderDiagram', name: 'Order', notation: 'bpmn' },
    { id: 'ShipDiagram', name: 'Ship it', notation: 'bpmn' },
    { id: 'CallDiagram', name: 'Call the carrier', notation: 'bpmn' },
    ...diagrams,
  ] as const;
  const both = (shown: string) => cases.preview.show({ xml, caseXml, diagrams: all, shown });

  it('has a tab for each diagram, each in its notation', async () => {
    await both('');
    expect(
      await cases.preview.page.getByRole('tab').evaluateAll((tabs) => tabs.map(({ ariaLabel }) => ariaLabel)),
    ).toEqual(['Order, process', 'Claim, case']);
    await cases.preview.page.getByRole('tab', { name: 'Claim, case' }).click();
    await cases.preview.until(() => cases.preview.last('show')?.diagram === 'Claim');
    await both('Claim');
    expect([await cases.preview.element('review').count(), await cases.preview.element('check').count()]).toEqual([
      1, 0,
    ]);
    await both('OrderDiagram');
    expect([await cases.preview.element('review').count(), await cases.preview.element('check').count()]).toEqual([
      0, 1,
    ]);
  });

  it('knows which diagrams are stepped into while a case is shown', async () => {
    await both('Claim');
    expect(await cases.preview.page.getByRole('tab').allTextContents()).toEqual(['Order', 'Claim']);
  });

  it('comes back as it was left, each diagram with its zoom and place', async () => {
    await both('Claim');
    await cases.preview.page.getByRole('button', { name: 'Zoom in (+)' }).click();
    const left = await cases.viewport();
    await both('OrderDiagram');
    expect(await cases.viewport()).not.toEqual(left);
    await both('Claim');
    expect(await cases.viewport()).toEqual(left);
    const again = await cases.open({ state: cases.preview.state });
    await again.show({ xml, caseXml, diagrams: all, shown: (cases.preview.state as { shown: string }).shown });
    expect(await cases.viewport(again)).toEqual(left);
    await again.page.close();
  });

  it('shows the last picture where the one that is wanted fails', async () => {
    await both('OrderDiagram');
    await cases.preview.show({ xml, caseXml: 'not <xml', diagrams: all, shown: 'Claim' });
    expect(cases.preview.last('failed')).toBeDefined();
    expect(await cases.preview.element('check').isVisible()).toBe(true);
    await both('Claim');
    expect(await cases.preview.element('review').isVisible()).toBe(true);
  });

  it('is shown where neither shapes nor labels say their size', async () => {
    const without = (text: string) => text.replace(/ (width|height)="[^"]*"/g, '');
    for (const [shown, element] of [
      ['OrderDiagram', 'check'],
      ['Claim', 'review'],
    ] as const) {
      await cases.preview.show({ xml: without(xml), caseXml: without(caseXml), diagrams: all, shown });
      expect(await cases.preview.element(element).count()).toBe(1);
    }
  });
});
