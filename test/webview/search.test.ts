import { describe, expect, it } from 'vitest';
import { search } from '../../webview/search.ts';

const elements = ['Prüfung der Rechnung', 'Rechnung prüfen', 'Abrechnung\n  ablegen', 'Élan', 'Ende'].map(
  (label, i) => ({
    id: `e${i}`,
    label,
    kind: 'task',
  }),
);

const found = (query: string) => search(elements, query).map(({ id }) => id);

describe('search by label', () => {
  it('puts first what begins with the words, then words within, then parts of words', () => {
    expect(found('rechnung')).toEqual(['e1', 'e0', 'e2']);
  });

  it.each([
    ['accents', 'prufung', ['e0']],
    ['accents that are typed', 'élan', ['e3']],
    ['case', 'ENDE', ['e4']],
    ['line breaks', 'abrechnung ablegen', ['e2']],
    ['blanks around', '  elan ', ['e3']],
  ])('does not mind %s', (_, query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it('offers all for no words, none for words that are nowhere', () => {
    expect(found('')).toHaveLength(5);
    expect(found('zebra')).toEqual([]);
  });

  it('offers at most 50', () => {
    const many = Array.from({ length: 80 }, (_, i) => ({ id: String(i), label: 'Step', kind: 'task' }));
    expect(search(many, 'step')).toHaveLength(50);
  });
});
