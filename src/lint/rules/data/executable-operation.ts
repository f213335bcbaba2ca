import { referenceText } from '../../../model/index.ts';
import { isExecutable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const executableOperation: Rule = {
  id: 'DA21',
  name: 'executable-operation',
  statement: 'In an executable process a message event names its operation.',
  why: 'The standard binds messages to operations of a service; most engines bind them otherwise.',
  severity: 'error',
  from: 'strict',
  clause: 'BPMN 2.0.2, 10.5.5',
  references: ['EXT.128'],
  check({ all, report }) {
    for (const trigger of all('bpmn:MessageEventDefinition')) {
      const isNamed = trigger.operationRef || referenceText(trigger, 'operationRef') !== undefined;
      if (!isNamed && isExecutable(trigger) && trigger.$parent)
        report(trigger, `${The(trigger.$parent)} does not name the operation of its message. Refer to one.`);
    }
  },
};
