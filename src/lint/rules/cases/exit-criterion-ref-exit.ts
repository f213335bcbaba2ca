import { set } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const exitCriterionRefExit: Rule = {
  id: 'CM21',
  name: 'exit-criterion-ref-exit',
  statement: 'An on-part that waits for an exit criterion waits for `exit`.',
  why: 'No other event comes through it.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.6',
  references: [],
  fix: { title: 'Wait for "exit"', isSafe: true },
  check({ all, report }) {
    for (const part of all('cmmn:PlanItemOnPart')) {
      if (part.exitCriterionRef && part.standardEvent !== 'exit')
        report(
          part,
          `${The(part)} waits for an exit criterion, but for "${part.standardEvent ?? ''}". Wait for "exit".`,
          { fix: [set(part, 'standardEvent', 'exit')] },
        );
    }
  },
};
