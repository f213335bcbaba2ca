import { processOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';

export const lackOfSyncAndXor: Rule = {
  id: 'GW17',
  name: 'lack-of-sync-and-xor',
  statement:
    'Ways that are taken together are joined by what waits for all of them: never two tokens on one flow, nor one end event reached twice.',
  why: 'What follows is done twice, and the process ends more than once.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 13.4.2',
  references: [],
  isOfRuns: true,
  check({ proofs, report }) {
    const found = proofs().filter(({ property }) => property === 'safe' || property === 'properCompletion');
    // Where two tokens are on a flow the end event that they come to is no finding of its own.
    const unsafe = found.filter(({ property }) => property === 'safe');
    const processes = new Set(unsafe.map(({ elements: [first] }) => first && processOf(first)));
    for (const { property, elements, message, run } of found) {
      const [first] = elements;
      if (first && (property === 'safe' || !processes.has(processOf(first)))) report(first, message, { run });
    }
  },
};
