/** Message flows, behind what they leave. */
import {
  type FlowNode,
  is,
  isElement,
  type MessageFlow,
  type ModelElement,
  type Participant,
} from '../../model/index.ts';
import type { PrintContext } from '../context.ts';
import type { Statement, Word } from '../tree.ts';
import { Line, labelWord, nameWord, statementOf } from './element.ts';

/** The message flows out of a step or pool that the text can say. */
export function messageStatements(context: PrintContext, source: ModelElement): Statement[] {
  return (context.messagesFrom.get(source) ?? []).flatMap((flow) => {
    const target: unknown = flow.get('targetRef');
    const words = isElement(target) ? targetWords(context, target) : undefined;
    return words && !isWithin(context, flow) ? [messageStatement(context, flow, words)] : [];
  });
}

function messageStatement(context: PrintContext, flow: MessageFlow, target: readonly Word[]): Statement {
  const line = new Line();
  line.add('~>', ...target);
  const message = context.referred(flow, 'messageRef', 'bpmn:Message');
  if (message) line.add(':', { to: message });
  line.add(nameWord(flow, 'messageFlow', { base: 'messageFlow', as: true }), labelWord(flow));
  line.say('sourceRef', 'targetRef', 'messageRef');
  return statementOf(context, flow, line, { kind: 'message' });
}

/** `bank`, or `bank.received`. */
function targetWords(context: PrintContext, target: ModelElement): readonly Word[] | undefined {
  if (is(target, 'bpmn:Participant')) return [{ to: target }];
  if (!is(target, 'bpmn:FlowNode') || is(target, 'bpmn:Gateway')) return undefined;
  const pool = poolOf(context, target);
  return pool && [{ glued: [{ to: pool }, '.', { to: target }] }];
}

/** The pool whose process a step stands in. */
function poolOf(context: PrintContext, step: FlowNode): Participant | undefined {
  let around: ModelElement | undefined = step.$parent;
  while (around && !is(around, 'bpmn:Process')) around = around.$parent;
  return around && is(around, 'bpmn:Process') ? context.poolsOf.get(around)?.[0] : undefined;
}

/** Within one pool the text has jumps. */
function isWithin(context: PrintContext, flow: MessageFlow): boolean {
  const pools = [flow.get('sourceRef'), flow.get('targetRef')].map((end) =>
    is(end, 'bpmn:Participant') ? end : is(end, 'bpmn:FlowNode') ? poolOf(context, end) : undefined,
  );
  return pools[0] !== undefined && pools[0] === pools[1];
}
