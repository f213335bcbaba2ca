/**
 * Expectations of other people's engine tests. One that we hold to be wrong stands with its clause in docs/semantics.md, "Expectations that we
 * do not meet"; it must fail, or the argument is out of date.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readModel } from '../../src/model/index.ts';
import { buildLinked } from '../../src/semantics/index.ts';
import { readScenario, runScenario } from '../../src/simulation/index.ts';
import { rowsOrOne, shared } from '../shared.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/semantics.md'), 'utf8');
const argued = new Set([...page.matchAll(/^- `([\w.-]+)`:/gm)].map(([, name]) => name));

describe.each(['bpmn', 'cmmn'])('%s behaves as other engines’ tests expect', (kind) => {
  const folder = shared(`scenarios/${kind}`) ?? '';
  const files = folder ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

  test.skipIf(!folder).each(rowsOrOne(files, 'none'))('%s', (file) => {
    const path = join(folder, file);
    const { value } = readScenario(readFileSync(path, 'utf8'));
    const models = value?.models.flatMap(
      (model) => readModel(readFileSync(join(dirname(path), model), 'utf8')).definitions ?? [],
    );
    const result = value && runScenario(buildLinked(models ?? []), value.scenario);
    if (argued.has(file.replace('.json', ''))) expect(result?.failure).toBeDefined();
    else expect(result?.failure).toBeUndefined();
    expect(result).toBeDefined();
  });
});
