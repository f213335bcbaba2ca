import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const subprocessNoIospec: Rule = {
  id: 'AC32',
  name: 'subprocess-no-iospec',
  statement: 'A sub-process has no inputs and outputs of its own.',
  why: 'Its steps see the data around it.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.4.2',
  references: ['EXT.079'],
  check({ all, report }) {
    for (const scope of all('bpmn:SubProcess')) {
      if (scope.ioSpecification)
        report(
          scope,
          `${The(scope)} has inputs and outputs of its own. Take the ioSpecification away, or make it a call activity.`,
        );
    }
  },
};
