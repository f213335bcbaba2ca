import { expect, test } from 'vitest';
import { range } from '../../src/base/range.ts';
import { findingsJson } from '../../src/cli/findings-json.ts';

test('has an entry for every file, places from 1, catalogue names where there are any', () => {
  const json = findingsJson([
    { file: 'clean.bpmn', problems: [] },
    {
      file: 'a/b.procedo',
      problems: [
        { severity: 'warning', code: 'own-code', message: 'Second.', range: range(4, 0, 5, 2), element: 'check' },
        { severity: 'error', code: 'unknown-reference', message: 'First.' },
      ],
    },
  ]);
  expect(JSON.parse(json)).toEqual([
    { file: 'clean.bpmn', findings: [] },
    {
      file: 'a/b.procedo',
      findings: [
        {
          rule: 'unresolved-reference',
          code: 'REF01',
          severity: 'error',
          message: 'First.',
          element: null,
          range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
          references: ['EXT.002', 'REF'],
        },
        {
          rule: 'own-code',
          code: 'own-code',
          severity: 'warning',
          message: 'Second.',
          element: 'check',
          range: { start: { line: 5, column: 1 }, end: { line: 6, column: 3 } },
          references: [],
        },
      ],
    },
  ]);
});
