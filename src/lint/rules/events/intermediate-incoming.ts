import { is } from '../../../model/index.ts';
import { hasTrigger, isInAdHoc } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const intermediateIncoming: Rule = {
  id: 'IE01',
  name: 'intermediate-incoming',
  statement: 'A sequence flow leads to every intermediate event, unless it is the target of a link.',
  why: 'Without it the event is never reached.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.4',
  references: ['EXT.115', 'EXT.150'],
  check({ all, childrenOfType, incoming, report }) {
    for (const event of [...all('bpmn:IntermediateThrowEvent'), ...all('bpmn:IntermediateCatchEvent')]) {
      const isLinkTarget = is(event, 'bpmn:CatchEvent') && hasTrigger(event, 'Link');
      if (!isLinkTarget && !isInAdHoc(event) && incoming(event).length === 0)
        report(event, `Nothing leads to ${the(event)}. Lead a sequence flow to it, or make it a start event.`, {
          references: ['EXT.115', ...(childrenOfType(event.$parent, 'bpmn:StartEvent').length > 0 ? ['EXT.150'] : [])],
        });
    }
  },
};
