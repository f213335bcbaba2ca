import { is, type ModelElement } from '../../../model/index.ts';
import { around } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const sequenceFlowEnds: Rule = {
  id: 'SF01',
  name: 'sequence-flow-ends',
  statement: 'A sequence flow leads from an activity, event or gateway to another.',
  why: 'Data, notes, lanes and pools are no steps: a flow to one of them leads nowhere.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 7.6.1',
  references: ['EXT.021', 'EXT.022', 'EXT.006', 'EXT.007', 'EXT.023'],
  check({ all, report }) {
    const ends = [
      ['sourceRef', 'begins', ['EXT.021', 'EXT.007']],
      ['targetRef', 'ends', ['EXT.022', 'EXT.006']],
    ] as const;
    for (const flow of all('bpmn:SequenceFlow')) {
      for (const [end, does, [general, ofArtifact]] of ends) {
        const node: ModelElement | undefined = flow[end];
        // Choreography activities are flow nodes too, but none of a process.
        const isUnfit = is(node, 'bpmn:ChoreographyActivity') && !around(flow, 'bpmn:Choreography');
        if (!node || (is(node, 'bpmn:FlowNode') && !isUnfit)) continue;
        const references: string[] = [general, ...(is(node, 'bpmn:Artifact') ? [ofArtifact] : [])];
        // What is no node lists no flows.
        if (!is(node, 'bpmn:FlowNode')) references.push('EXT.023');
        report(
          flow,
          `${The(flow)} ${does} at ${the(node)}. Lead it to an activity, event or gateway, or make it an association.`,
          { references },
        );
      }
    }
  },
};
