/** Models that break rules of the standard as BPMNspector numbers them. The first comment of each says which, and at which elements. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lint, rules } from '../../src/lint/index.ts';
import { readModel, sourceOf } from '../../src/model/index.ts';

const folder = join(import.meta.dirname, '../fixtures/lint-verdicts');
const active = rules
  .filter(({ profiles }) => !profiles)
  .map((rule) => ({ rule, severity: rule.severity, options: { ...rule.options } }));

/** Such as `EXT.084 in`. */
function said(xml: string): string[] {
  const comment = /<!--([\s\S]*?)-->/.exec(xml)?.[1]?.trim() ?? '';
  return comment === 'nothing' ? [] : comment.split(/,\s*/).sort();
}

function found(xml: string): string[] {
  const { definitions } = readModel(xml);
  const findings = definitions ? lint(definitions, active, { hasDrawing: false, placeOf: sourceOf }) : [];
  const pairs = findings.flatMap(({ references, element }) =>
    references.filter((one) => /^(EXT|REF)/.test(one)).map((one) => `${one} ${element}`),
  );
  return [...new Set(pairs)].sort();
}

test.each(globSync('*.bpmn', { cwd: folder }).sort())('%s', (file) => {
  const xml = readFileSync(join(folder, file), 'utf8');
  expect(found(xml)).toEqual(said(xml));
});
