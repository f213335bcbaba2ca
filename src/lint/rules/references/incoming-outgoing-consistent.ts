import { type FlowNode, is, type SequenceFlow } from '../../../model/index.ts';
import type { LintModel } from '../../lint-model.ts';
import { beginsByItself, endsByItself, hasTrigger } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const incomingOutgoingConsistent: Rule = {
  id: 'REF04',
  name: 'incoming-outgoing-consistent',
  statement: 'What a node lists as incoming and outgoing is what the sequence flows say of their ends.',
  why: 'Some tools read the lists, some the flows: where the two differ they run different processes. A file without any such list is read by the flows alone.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 8.3.13',
  references: ['EXT.023', 'EXT.101', 'EXT.107', 'EXT.113', 'EXT.115', 'EXT.116', 'EXT.150', 'EXT.151'],
  fix: { title: 'Correct the list', isSafe: true },
  check({ all, childrenOfType, report }) {
    const nodes = all('bpmn:FlowNode');
    if (nodes.every((node) => node.incoming.length === 0 && node.outgoing.length === 0)) return;
    for (const flow of all('bpmn:SequenceFlow')) {
      const { sourceRef, targetRef } = flow;
      if (is(sourceRef, 'bpmn:FlowNode') && !lists(sourceRef, 'outgoing', flow))
        report(flow, `${The(flow)} begins at ${the(sourceRef)}, which does not list it as outgoing. Add it there.`, {
          references: ['EXT.023', ...leftByNone(sourceRef, childrenOfType)],
          fix: [{ kind: 'list', element: sourceRef, property: 'outgoing', value: flow }],
        });
      if (is(targetRef, 'bpmn:FlowNode') && !lists(targetRef, 'incoming', flow))
        report(flow, `${The(flow)} ends at ${the(targetRef)}, which does not list it as incoming. Add it there.`, {
          references: ['EXT.023', ...reachedByNone(targetRef, childrenOfType)],
          fix: [{ kind: 'list', element: targetRef, property: 'incoming', value: flow }],
        });
    }
    for (const node of nodes) {
      for (const flow of node.incoming)
        if (is(flow, 'bpmn:SequenceFlow') && flow.targetRef !== node)
          report(
            node,
            `${The(node)} lists ${the(flow)} as incoming, but the flow ends elsewhere. Take it off the list, or lead the flow here.`,
            { references: [], fix: [{ kind: 'unlist', element: node, property: 'incoming', value: flow }] },
          );
      for (const flow of node.outgoing)
        if (is(flow, 'bpmn:SequenceFlow') && flow.sourceRef !== node)
          report(
            node,
            `${The(node)} lists ${the(flow)} as outgoing, but the flow begins elsewhere. Take it off the list, or let the flow begin here.`,
            { references: [], fix: [{ kind: 'unlist', element: node, property: 'outgoing', value: flow }] },
          );
    }
  },
};

function lists(node: FlowNode, list: 'incoming' | 'outgoing', flow: SequenceFlow): boolean {
  return node[list].includes(flow);
}

/** What readers of the lists say too, where a node lists nothing as outgoing. */
function leftByNone(node: FlowNode, childrenOfType: LintModel['childrenOfType']): readonly string[] {
  if (node.outgoing.length > 0) return [];
  if (is(node, 'bpmn:StartEvent')) return ['EXT.101'];
  if (is(node, 'bpmn:BoundaryEvent')) return hasTrigger(node, 'Compensate') ? [] : ['EXT.113'];
  if (endsByItself(node)) return [];
  const hasEnd = childrenOfType(node.$parent, 'bpmn:EndEvent').length > 0;
  return [...(isIntermediate(node) ? ['EXT.116'] : []), ...(hasEnd ? ['EXT.151'] : [])];
}

/** What they say where it lists nothing as incoming. */
function reachedByNone(node: FlowNode, childrenOfType: LintModel['childrenOfType']): readonly string[] {
  if (node.incoming.length > 0) return [];
  if (is(node, 'bpmn:EndEvent')) return ['EXT.107'];
  if (beginsByItself(node)) return [];
  const hasStart = childrenOfType(node.$parent, 'bpmn:StartEvent').length > 0;
  return [...(isIntermediate(node) ? ['EXT.115'] : []), ...(hasStart ? ['EXT.150'] : [])];
}

function isIntermediate(node: FlowNode): boolean {
  return is(node, 'bpmn:IntermediateCatchEvent') || is(node, 'bpmn:IntermediateThrowEvent');
}
