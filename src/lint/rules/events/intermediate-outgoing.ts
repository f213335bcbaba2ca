import { is } from '../../../model/index.ts';
import { hasTrigger, isInAdHoc } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const intermediateOutgoing: Rule = {
  id: 'IE02',
  name: 'intermediate-outgoing',
  statement: 'A sequence flow leads out of every intermediate event, unless it is the source of a link.',
  why: 'Without it the way stops there.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.4',
  references: ['EXT.116', 'EXT.151'],
  check({ all, childrenOfType, outgoing, report }) {
    for (const event of [...all('bpmn:IntermediateThrowEvent'), ...all('bpmn:IntermediateCatchEvent')]) {
      const isLinkSource = is(event, 'bpmn:ThrowEvent') && hasTrigger(event, 'Link');
      if (!isLinkSource && !isInAdHoc(event) && outgoing(event).length === 0)
        report(
          event,
          `The way stops at ${the(event)}. Lead a sequence flow to the next step, or make it an end event.`,
          {
            references: ['EXT.116', ...(childrenOfType(event.$parent, 'bpmn:EndEvent').length > 0 ? ['EXT.151'] : [])],
          },
        );
    }
  },
};
