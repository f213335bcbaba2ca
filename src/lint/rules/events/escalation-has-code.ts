import { is, referenceText } from '../../../model/index.ts';
import { isExecutable, triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const escalationHasCode: Rule = {
  id: 'IE28',
  name: 'escalation-has-code',
  statement: 'In an executable process an escalation that is thrown has a code.',
  why: 'Handlers find the escalation by its code.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 8.3.2',
  references: ['EXT.011'],
  check({ all, report }) {
    for (const event of all('bpmn:ThrowEvent')) {
      for (const trigger of triggersOf(event)) {
        if (!is(trigger, 'bpmn:EscalationEventDefinition') || !isExecutable(event)) continue;
        const escalation = trigger.escalationRef;
        if (!escalation && referenceText(trigger, 'escalationRef') === undefined)
          report(event, `${The(event)} does not name its escalation. Refer to one with a code.`);
        else if (escalation && !escalation.escalationCode?.trim())
          report(event, `${The(escalation)} of ${the(event)} has no code. Give it one.`);
      }
    }
  },
};
