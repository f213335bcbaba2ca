import { is } from '../../../model/index.ts';
import { hasExtensions, isExecutable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const serviceTaskImplementation: Rule = {
  id: 'AC26',
  name: 'service-task-implementation',
  statement: 'In an executable process a service, send or business rule task says how it is done.',
  why: 'An engine does not know what to call.',
  severity: 'error',
  from: 'strict',
  references: [],
  check({ all, report }) {
    for (const task of all('bpmn:Task')) {
      if (!is(task, 'bpmn:ServiceTask') && !is(task, 'bpmn:SendTask') && !is(task, 'bpmn:BusinessRuleTask')) continue;
      const isKnown =
        task.get('operationRef') ||
        task.get('messageRef') ||
        !['##unspecified', '##WebService', undefined].includes(task.implementation) ||
        hasExtensions(task);
      if (isExecutable(task) && !isKnown)
        report(
          task,
          `${The(task)} does not say how it is done. Give it an operation, an implementation or what your engine needs.`,
        );
    }
  },
};
