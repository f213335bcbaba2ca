import { expect, it } from 'vitest';
import { type Comparison, inspectPage, type Version } from '../../scripts/inspect-page.ts';

const metrics = { defects: 0, crossings: 0, bends: 2, length: 100, area: 10 };
const drawn = (svg: string, bends = 2): Version => ({
  pictures: [{ id: 'p', svg }],
  metrics: { ...metrics, bends },
});
const comparison = (name: string, before: Version, now: Version): Comparison => ({ name, before, now });

it('shows what changed first, and what stayed folded away', () => {
  const page = inspectPage(
    [
      comparison('same', drawn('<svg/>'), drawn('<svg/>')),
      comparison('other', drawn('<svg/>'), drawn('<svg></svg>', 3)),
    ],
    'HEAD',
  );
  const at = (text: string) => page.indexOf(text);
  expect(page).toContain('1 of 2 pictures changed since HEAD');
  expect(at('<h2>other</h2>')).toBeLessThan(at('<details>'));
  expect(at('<h2>same</h2>')).toBeGreaterThan(at('<details>'));
  expect(page).toContain('<th>bends</th></tr><tr><td>2 → <span class="worse">3</span></td>');
});

it('takes nothing that it shows for markup', () => {
  const bad = '<script>alert(1)</script>" onload="alert(2)';
  const page = inspectPage([comparison(bad, drawn(`<svg>${bad}</svg>`), { pictures: [], failure: bad })], bad);
  expect(page).not.toContain('<script');
  expect(page).not.toContain('" onload');
});
