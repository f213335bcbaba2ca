import { is, type ModelElement } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const messageFlowGateway: Rule = {
  id: 'MF06',
  name: 'message-flow-gateway',
  statement: 'No message flow begins or ends at a gateway, at data or at an artifact.',
  why: 'These neither send nor receive.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 7.6.2',
  references: ['EXT.008', 'EXT.009'],
  check({ all, report }) {
    for (const flow of all('bpmn:MessageFlow')) {
      for (const [end, does, reference] of [
        ['sourceRef', 'begins', 'EXT.009'],
        ['targetRef', 'ends', 'EXT.008'],
      ] as const) {
        const node: ModelElement | undefined = flow[end];
        const isArtifact = is(node, 'bpmn:Artifact');
        if (!isArtifact && !is(node, 'bpmn:Gateway') && !is(node, 'bpmn:ItemAwareElement')) continue;
        report(
          flow,
          `${The(flow)} ${does} at ${the(node)}, which has no part in messages. Lead it to an activity, an event or a pool.`,
          { references: isArtifact ? [reference] : [] },
        );
      }
    }
  },
};
