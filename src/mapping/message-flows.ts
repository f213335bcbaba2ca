/** Message flows: `~>` behind a pool or a step. */
import type { AstNode } from 'langium';
import { documentationOf, labelOf, type MessageFlow } from '../language/index.ts';
import { append, createElement, type FlowNode, type Participant } from '../model/index.ts';
import type { CompileContext } from './context.ts';
import { messageElement } from './definitions.ts';

/** @param owner the pool, process or step that the message leaves */
export function compileMessageFlow(context: CompileContext, owner: AstNode, node: MessageFlow): void {
  context.later(() => {
    const from = endElement(context, owner);
    const to = endElement(context, node.step?.ref ?? (node.dot ? undefined : node.pool?.ref));
    const { collaboration } = context;
    if (!from || !to || !collaboration) return;
    const id = node.name;
    const flow = createElement('bpmn:MessageFlow', {
      id: id ?? context.idFor(`${context.keyOf(from)}~>${context.keyOf(to)}`, `MessageFlow_${from.id}_${to.id}`),
    });
    // Set by name: the meta-model lets tasks, events and pools exchange messages, people draw them at sub-processes too.
    flow.set('sourceRef', from);
    flow.set('targetRef', to);
    const label = labelOf(node);
    if (label !== undefined) flow.name = label;
    const message = messageElement(context, node.message?.ref);
    if (message) flow.messageRef = message;
    const documentation = documentationOf(node);
    if (documentation !== undefined) context.document(flow, documentation);
    append(collaboration, 'messageFlows', flow);
    context.sources.add(flow.id, node);
  });
}

/** A process stands for its pool: messages pass between participants and steps. */
function endElement(context: CompileContext, node: AstNode | undefined): FlowNode | Participant | undefined {
  return node && (context.participantOf(node) ?? context.stepElement(node));
}
