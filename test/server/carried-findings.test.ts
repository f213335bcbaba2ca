import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { carriedFindings } from '../../src/server/carried-findings.ts';
import type { DocumentFinding } from '../../src/server/document-finding.ts';

const findingAt = (text: string, from: number, to: number): DocumentFinding => {
  const document = TextDocument.create('', '', 0, text);
  const range = { start: document.positionAt(from), end: document.positionAt(to) };
  return {
    severity: 'warning',
    code: 'c',
    message: 'm',
    range,
    by: 'model',
    related: [],
    fix: undefined,
    isUnnecessary: false,
    run: [],
  };
};

const wordsAt = (text: string, { range }: DocumentFinding) => {
  const document = TextDocument.create('', '', 0, text);
  return range && text.slice(document.offsetAt(range.start), document.offsetAt(range.end));
};

const words = fc.string({ unit: fc.constantFrom('a', 'b', '\n', ' '), maxLength: 12 });

test('a finding stays on its words, whatever is typed before or behind them', () => {
  fc.assert(
    fc.property(words, words, words, words, (before, behind, newBefore, newBehind) => {
      const text = `${before}[MARKED\nWORDS]${behind}`;
      const finding = findingAt(text, before.length, text.length - behind.length);
      for (const next of [`${newBefore}[MARKED\nWORDS]${behind}`, `${before}[MARKED\nWORDS]${newBehind}`]) {
        const [carried] = carriedFindings([finding], text, next);
        expect(carried && wordsAt(next, carried)).toBe('[MARKED\nWORDS]');
      }
    }),
  );
});

test('whatever becomes of the text, a finding that is left has a place in it', () => {
  fc.assert(
    fc.property(words, words, fc.nat(12), fc.nat(12), (before, after, one, other) => {
      const finding = findingAt(before, Math.min(one, other), Math.max(one, other));
      for (const { range } of carriedFindings([finding], before, after)) {
        const document = TextDocument.create('', '', 0, after);
        const [from, to] = [range?.start, range?.end].map((place) => (place ? document.offsetAt(place) : -1));
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThanOrEqual(from ?? 0);
        expect(document.positionAt(to ?? -1)).toEqual(range?.end);
      }
    }),
  );
});

test('with its words it goes', () => {
  expect(carriedFindings([findingAt('a\nuser b\nc', 2, 8)], 'a\nuser b\nc', 'a\n\nc')).toEqual([]);
});
