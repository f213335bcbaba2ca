import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DocumentFinding } from '../../src/server/document-finding.ts';
import { FindingStore } from '../../src/server/finding-store.ts';
import { FreshFindings } from '../../src/server/fresh-findings.ts';

const uri = 'file:///order.procedo';

/** A finding in a line, from 0. */
const finding = (code: string, line: number, message = code): DocumentFinding => ({
  severity: 'warning',
  code,
  message,
  range: { start: { line, character: 0 }, end: { line, character: 1 } },
  by: 'model',
  related: [],
  fix: undefined,
  isUnnecessary: false,
  run: [],
});

let store: FindingStore;
let fresh: FreshFindings;
beforeEach(() => {
  vi.useFakeTimers();
  store = new FindingStore();
  fresh = new FreshFindings(store, (error) => expect.fail(String(error)));
});
afterEach(() => vi.useRealTimers());

/** What somebody is told of a text, by its messages. */
const told = (text: string) => store.of(uri, text).map(({ message }) => message);
const found = (text: string, ...findings: DocumentFinding[]) => {
  fresh.typed(uri);
  fresh.put(uri, text, findings, true);
};

test('all that is found in a text that was opened is told at once', () => {
  found('a', finding('leads-nowhere', 0));
  expect(told('a')).toEqual(['leads-nowhere']);
});

test('what is new is told when the typing rests', () => {
  found('');
  found('a', finding('leads-nowhere', 0));
  expect(told('a')).toEqual([]);
  vi.runAllTimers();
  expect(told('a')).toEqual(['leads-nowhere']);
});

test('what goes with the next key is never told', () => {
  found('');
  found('a', finding('leads-nowhere', 0));
  found('a\nb', finding('leads-nowhere', 1));
  found('a\nb\nend');
  vi.runAllTimers();
  expect(told('a\nb\nend')).toEqual([]);
});

test('what was told follows every key, and goes at once', () => {
  found('c', finding('has-no-name', 0, 'c has no name'));
  found('ch', finding('has-no-name', 0, 'ch has no name'), finding('leads-nowhere', 0));
  expect(told('ch')).toEqual(['ch has no name']);
  found('ch "Check"', finding('leads-nowhere', 0));
  expect(told('ch "Check"')).toEqual([]);
});

test('a finding is known by its element too', () => {
  found('c', { ...finding('has-no-name', 0), element: 'check' });
  found('b\nc', { ...finding('has-no-name', 1), element: 'check' });
  expect(told('b\nc')).toEqual(['has-no-name']);
});

test('what was found in a text that is overtaken is not told of the next', () => {
  found('');
  found('a', finding('leads-nowhere', 0));
  fresh.typed(uri);
  vi.runAllTimers();
  expect(told('a')).toEqual([]);
});

test('what is found after the rest, or when the document is saved, is told at once', () => {
  found('');
  fresh.typed(uri);
  vi.runAllTimers();
  fresh.put(uri, 'a', [finding('waits-for-ever', 0)], true);
  expect(told('a')).toEqual(['waits-for-ever']);
  found('b', finding('leads-nowhere', 0));
  fresh.tell(uri);
  expect(told('b')).toEqual(['leads-nowhere']);
});
