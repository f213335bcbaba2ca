import { is } from '../../../model/index.ts';
import { hasExtensions } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const caseTaskRef: Rule = {
  id: 'CM35',
  name: 'case-task-ref',
  statement: 'A process task, case task or decision task names what it runs.',
  why: 'There is nothing to run. It is no error, since a plan may be drawn before there is.',
  severity: 'warning',
  clause: 'CMMN 1.1, 5.4.10',
  references: [],
  check({ all, report }) {
    for (const task of all('cmmn:Task')) {
      const kind = is(task, 'cmmn:ProcessTask')
        ? 'process'
        : is(task, 'cmmn:CaseTask')
          ? 'case'
          : is(task, 'cmmn:DecisionTask')
            ? 'decision'
            : undefined;
      if (kind && !task.get(`${kind}Ref`) && !task.get(`${kind}RefExpression`) && !hasExtensions(task))
        report(task, `${The(task)} runs no ${kind}. Set ${kind}Ref, or ${kind}RefExpression.`);
    }
  },
};
