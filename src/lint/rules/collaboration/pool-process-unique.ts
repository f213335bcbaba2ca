import type { ModelElement } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const poolProcessUnique: Rule = {
  id: 'MF11',
  name: 'pool-process-unique',
  statement: 'No two pools of a collaboration show the same process.',
  why: 'A process has one participant that runs it: with two nobody knows who does its steps.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 9.3',
  references: [],
  check({ all, report }) {
    for (const { participants } of all('bpmn:Collaboration')) {
      const seen = new Map<ModelElement, ModelElement>();
      for (const pool of participants) {
        const process = pool.processRef;
        const first = process && seen.get(process);
        if (first)
          report(
            pool,
            `${The(pool)} shows ${the(process)}, which ${the(first)} shows already. Give it a process of its own, or none.`,
          );
        else if (process) seen.set(process, pool);
      }
    }
  },
};
