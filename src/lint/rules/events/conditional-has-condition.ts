import { is } from '../../../model/index.ts';
import { isExecutable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const conditionalHasCondition: Rule = {
  id: 'IE24',
  name: 'conditional-has-condition',
  statement: 'In an executable process a conditional event has its condition as a formal expression.',
  why: 'Without it an engine does not know when it happens.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.5',
  references: ['EXT.123', 'bpmnlint/conditional-event'],
  check({ all, report }) {
    for (const trigger of all('bpmn:ConditionalEventDefinition')) {
      const event = trigger.$parent ?? trigger;
      const condition = trigger.condition;
      if (!isExecutable(trigger)) continue;
      if (!condition?.body?.trim()) report(event, `${The(event)} has no condition. Say when it happens.`);
      else if (!is(condition, 'bpmn:FormalExpression'))
        report(
          event,
          `The condition of ${the(event)} is natural language, which an engine cannot run. Make it a formal expression (xsi:type="tFormalExpression").`,
          { references: ['EXT.123'] },
        );
    }
  },
};
