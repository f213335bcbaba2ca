/** Every model that people have drawn can be run: whatever is wrong with it, nothing throws and nothing goes on for ever. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readModel } from '../../src/model/index.ts';
import { buildLinked } from '../../src/semantics/index.ts';
import { randomRun } from '../../src/simulation/index.ts';
import { shared } from '../shared.ts';

const folder = shared('corpus');

test.skipIf(!folder)(
  'every model of the corpus runs by chance',
  () => {
    const failures: string[] = [];
    let runs = 0;
    for (const file of globSync(`${folder}/**/*.{bpmn,cmmn}`).sort()) {
      const { definitions } = readModel(readFileSync(file, 'utf8'));
      if (!definitions) continue;
      try {
        randomRun(buildLinked([definitions]), 1, 200);
        runs++;
      } catch (error) {
        failures.push(`${file}: ${error}`);
      }
    }
    expect(failures).toEqual([]);
    expect(runs).toBeGreaterThan(1000);
  },
  120_000,
);
