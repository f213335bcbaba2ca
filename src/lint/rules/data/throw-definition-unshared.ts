import type { ModelElement } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const throwDefinitionUnshared: Rule = {
  id: 'DA20',
  name: 'throw-definition-unshared',
  statement: 'What a throw event defines is used by no other event.',
  why: 'It belongs to that event alone.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.1',
  references: ['EXT.095'],
  check({ all, report }) {
    const shared = new Set<ModelElement>(
      [...all('bpmn:CatchEvent'), ...all('bpmn:ThrowEvent')].flatMap(({ eventDefinitionRef }) => eventDefinitionRef),
    );
    for (const event of all('bpmn:ThrowEvent')) {
      for (const trigger of event.eventDefinitions)
        if (shared.has(trigger))
          report(event, `Another event refers to what ${the(event)} defines. Define it at the root, or in both.`);
    }
  },
};
