/** Every process that people have drawn can be judged: nothing throws, nothing goes on for ever, and next to nothing stays undecided. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyzeProcesses } from '../../src/analysis/index.ts';
import { is, readModel } from '../../src/model/index.ts';
import { shared } from '../shared.ts';

const folder = shared('corpus');
const maxStates = 1000;

test.skipIf(!folder)(
  'every process of the corpus is judged within the bound',
  () => {
    const failures: string[] = [];
    let processes = 0;
    let decided = 0;
    for (const file of globSync(`${folder}/**/*.bpmn`).sort()) {
      const { definitions } = readModel(readFileSync(file, 'utf8'));
      if (!definitions || !is(definitions, 'bpmn:Definitions')) continue;
      try {
        for (const verdict of analyzeProcesses([definitions], { maxStates })) {
          const { optionToComplete, properCompletion, safe, noDeadActivities, states } = verdict;
          if (states > maxStates) failures.push(`${file}: ${states} states`);
          processes += verdict.processes.length;
          if (![optionToComplete, properCompletion, safe, noDeadActivities].includes(null))
            decided += verdict.processes.length;
        }
      } catch (error) {
        failures.push(`${file}: ${error}`);
      }
    }
    expect(failures).toEqual([]);
    expect(processes).toBeGreaterThan(1000);
    expect(decided / processes).toBeGreaterThan(0.95);
  },
  180_000,
);
