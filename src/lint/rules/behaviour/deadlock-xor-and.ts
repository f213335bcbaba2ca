import { is } from '../../../model/index.ts';
import { beginApart } from '../../beginnings.ts';
import { otherJoin } from '../../fixes/joins.ts';
import type { Rule } from '../../rule.ts';

export const deadlockXorAnd: Rule = {
  id: 'GW16',
  name: 'deadlock-xor-and',
  statement: 'No join waits for ways of which only some are taken.',
  why: 'It waits for ever for the others, and the process never completes.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 13.4.1',
  references: [],
  isOfRuns: true,
  fix: { title: 'Make it a gateway that fits', isSafe: false },
  check(context) {
    for (const { hindrance, elements, message, run } of context.proofs()) {
      const [join] = elements;
      if (hindrance !== 'join' || !join || beginApart(join, context)) continue;
      context.report(join, message, { run, ...(is(join, 'bpmn:ParallelGateway') && otherJoin(join, context)) });
    }
  },
};
