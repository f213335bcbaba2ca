import { referenceText } from '../../../model/index.ts';
import { isExecutable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const signalEventHasSignal: Rule = {
  id: 'IE26',
  name: 'signal-event-has-signal',
  statement: 'In an executable process a signal event names its signal.',
  why: 'Without it an engine does not know which.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.5',
  references: [],
  check({ all, report }) {
    for (const trigger of all('bpmn:SignalEventDefinition')) {
      const event = trigger.$parent ?? trigger;
      if (!trigger.signalRef && referenceText(trigger, 'signalRef') === undefined && isExecutable(trigger))
        report(event, `${The(event)} does not name its signal. Refer to one.`);
    }
  },
};
