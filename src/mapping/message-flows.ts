/** Message flows: `~>` behind a pool or a step. */
import type { AstNode } from 'langium';
import { documentationOf, idOf, labelOf, type MessageFlow } from '../language/index.ts';
import {
  append,
  type Collaboration,
  createElement,
  type FlowNode,
  is,
  type ModelElement,
  type Participant,
} from '../model/index.ts';
import type { CompileContext } from './context.ts';
import { messageElement } from './definitions.ts';

/**
 * @param owner the pool, process or step that the message leaves
 * @param within the collaboration whose block it stands in; else it goes where both its ends take part
 */
export function compileMessageFlow(
  context: CompileContext,
  owner: AstNode,
  node: MessageFlow,
  within?: Collaboration,
): void {
  context.later(() => {
    const from = endElement(context, owner);
    const to = endElement(context, node.step?.ref ?? (node.dot ? undefined : node.pool?.ref));
    if (!from || !to) return;
    const collaboration = within ?? collaborationOf(context, from, to);
    if (!collaboration) return;
    const id = node.name === undefined ? undefined : idOf(node);
    const key = context.numbered(`${context.keyOf(from)}~>${context.keyOf(to)}`);
    const flow = createElement('bpmn:MessageFlow', {
      id: id ?? context.idFor(key, `MessageFlow_${from.id}_${to.id}`),
    });
    context.setKey(flow, key);
    // Set by name: the meta-model lets tasks, events and pools exchange messages, people draw them at sub-processes too.
    flow.set('sourceRef', from);
    flow.set('targetRef', to);
    context.name(flow, labelOf(node));
    const message = messageElement(context, node.message?.ref);
    if (message) flow.messageRef = message;
    const documentation = documentationOf(node);
    if (documentation !== undefined) context.document(flow, documentation);
    append(collaboration, 'messageFlows', flow);
    context.sources.add(flow.id, node);
    context.alias(node, flow);
    context.details.note(node, flow);
  });
}

/** A process stands for its pool: messages pass between participants and steps. */
function endElement(context: CompileContext, node: AstNode | undefined): FlowNode | Participant | undefined {
  return node && (context.participantOf(node) ?? context.stepElement(node));
}

function collaborationOf(context: CompileContext, ...ends: (FlowNode | Participant)[]): Collaboration | undefined {
  const { collaborations } = context;
  return collaborations.find((one) => ends.every((end) => takesPart(one, end))) ?? collaborations[0];
}

/** Whether an end is one of the pools, or stands in the process of one. */
function takesPart({ participants }: Collaboration, end: FlowNode | Participant): boolean {
  const process = processOf(end);
  return participants.some((one) => one === end || (process !== undefined && one.processRef === process));
}

function processOf(end: ModelElement): ModelElement | undefined {
  let around: ModelElement | undefined = end;
  while (around && !is(around, 'bpmn:Process')) around = around.$parent;
  return around;
}
