import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LayoutEdit, parseLayoutFile, printLayoutFile, renameLayoutKeys } from '../../src/layout/index.ts';

/** The text after edits, as an editor applies them: all at once, those of one place in their order. */
function applied(text: string, edits: readonly LayoutEdit[]): string {
  const starts = [...text.matchAll(/^/gm)].map(({ index }) => index);
  const offset = (line: number, character: number): number => (starts[line] ?? text.length) + character;
  const sorted = edits
    .map(({ range: { start, end }, text: put }) => ({
      from: offset(start.line, start.character),
      to: offset(end.line, end.character),
      put,
    }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  let at = 0;
  let result = '';
  for (const { from, to, put } of sorted) {
    if (from < at) throw new Error('Edits overlap.');
    result += text.slice(at, from) + put;
    at = to;
  }
  return result + text.slice(at);
}

const renamed = (text: string, ids: Record<string, string>, written?: string): string =>
  applied(text, renameLayoutKeys(text, new Map(Object.entries(ids)), written));

const sample = `layout 1 bpmn
definitions id _1 name "check"
# check is the heart
check 160,80 100x80
check->complete id Flow_1
check->complete#2 id Flow_2
complete id Gateway_7
remind/timer id Timer_7
start->check id Flow_0
`;

describe('keys of a layout file follow ids', () => {
  it('in place where the sorting allows, with flows and parts', () => {
    expect(renamed(sample, { check: 'clear' })).toBe(
      sample.replace(/^check(?= |->)|->check/gm, (key) => key.replace('check', 'clear')),
    );
  });

  it('to where the sorting puts them', () => {
    expect(renamed(sample, { check: 'verify' })).toBe(`layout 1 bpmn
definitions id _1 name "check"
# check is the heart
complete id Gateway_7
remind/timer id Timer_7
start->verify id Flow_0
verify 160,80 100x80
verify->complete id Flow_1
verify->complete#2 id Flow_2
`);
  });

  it('without the id that was kept for a derived one, once the text has its own', () => {
    expect(renamed(sample, { complete: 'decide' }, 'complete')).toBe(`layout 1 bpmn
definitions id _1 name "check"
# check is the heart
check 160,80 100x80
check->decide id Flow_1
check->decide#2 id Flow_2
remind/timer id Timer_7
start->check id Flow_0
`);
  });

  it('only as whole ids, and in a file without an end of line', () => {
    expect(renamed('layout 1 bpmn\ncheck id a\ncheckIt id b', { check: 'z' })).toBe(
      'layout 1 bpmn\ncheckIt id b\nz id a',
    );
    expect(renamed(sample, { chec: 'x', Flow_1: 'y' })).toBe(sample);
  });

  it('and the file stays sorted, with all it says', () => {
    const id = fc.constantFrom('a', 'b', 'check', 'm', 'x1', 'z');
    const key = fc.oneof(
      id,
      fc.tuple(id, id).map(([from, to]) => `${from}->${to}`),
      id.map((one) => `${one}/timer`),
    );
    fc.assert(
      fc.property(fc.uniqueArray(key), id, fc.constantFrom('aa', 'n', 'zz'), (keys, from, to) => {
        const ids = new Map(keys.map((one, index) => [one, `I${index}`]));
        const empty = parseLayoutFile('layout 1 bpmn\n').value;
        const text = printLayoutFile({ ...empty, ids });
        const rename = (one: string): string =>
          one
            .split(/(->|\/)/)
            .map((part) => (part === from ? to : part))
            .join('');
        const expected = printLayoutFile({
          ...empty,
          ids: new Map([...ids].map(([one, kept]) => [rename(one), kept])),
        });
        expect(
          renamed(text, { [from]: to })
            .trimEnd()
            .split('\n')
            .sort(),
        ).toEqual(expected.trimEnd().split('\n').sort());
        expect(renamed(text, { [from]: to })).toBe(expected);
      }),
    );
  });
});
