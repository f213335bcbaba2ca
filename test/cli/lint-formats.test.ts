import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lintFormats } from '../../src/cli/lint-formats.ts';
import type { LintedFile } from '../../src/cli/lint-report.ts';

const files: readonly LintedFile[] = [
  {
    file: 'shop/order, new.bpmn',
    findings: [
      {
        rule: 'label-required',
        code: 'ST01',
        severity: 'warning',
        message: 'Task pack has no name: "<&>" | 100%. Say what it is about.',
        element: 'pack',
        range: { start: { line: 1, character: 2 }, end: { line: 1, character: 19 } },
        references: ['bpmnlint/label-required'],
        frame: '    2 |   <task id="pack"/>\n      |   ^^^^^^^^^^^^^^^^^',
      },
      {
        rule: 'start-iff-end',
        code: 'SE05',
        severity: 'error',
        message: 'There is no end.',
        element: null,
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        references: [],
        frame: '    1 | <definitions>\n      | ^',
      },
    ],
  },
  { file: 'clean.bpmn', findings: [] },
];

test.each(Object.entries(lintFormats))('%s', async (name, format) => {
  const path = join(import.meta.dirname, '../fixtures/lint-formats', `${name}.txt`);
  const text = await format(files);
  await expect(text.replaceAll(/"version": "\d[\d.]*\d"/g, '"version": "…"')).toMatchFileSnapshot(path);
});
