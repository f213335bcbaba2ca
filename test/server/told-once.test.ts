/** What several rules say of one slip is told once, by the one that says it best. */
import { expect, test } from 'vitest';
import type { DocumentFinding } from '../../src/server/document-finding.ts';
import { toldOnce } from '../../src/server/told-once.ts';

function finding(code: string, line: number): DocumentFinding {
  const place = { line, character: 2 };
  const range = { start: place, end: place };
  const rest = { by: 'model', related: [], fix: undefined, isUnnecessary: false, run: [] } as const;
  return { severity: 'error', code, message: code, range, ...rest };
}

const codes = (findings: readonly DocumentFinding[]) => findings.map(({ code }) => code);

test('a start that nothing follows, in a process without an end', () => {
  const found = [
    finding('end-event-required', 0),
    ...['start-has-outgoing', 'start-iff-end', 'no-disconnected', 'no-implicit-end'].map((code) => finding(code, 1)),
  ];
  expect(codes(toldOnce(found, []))).toEqual(['start-has-outgoing', 'start-iff-end']);
});

test('a step that nothing reaches, as the text says already', () => {
  const found = ['node-needs-incoming', 'node-needs-outgoing', 'no-disconnected'].map((code) => finding(code, 4));
  expect(codes(toldOnce(found, [finding('unreachable', 4)]))).toEqual(['node-needs-outgoing']);
  expect(codes(toldOnce(found, []))).toEqual(['node-needs-incoming', 'node-needs-outgoing']);
});

test('another process has its own', () => {
  const found = [finding('end-event-required', 0), finding('end-event-required', 5), finding('start-iff-end', 6)];
  expect(codes(toldOnce(found, []))).toEqual(['end-event-required', 'start-iff-end']);
});
