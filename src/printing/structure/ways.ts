/** The ways out of a step or of an event at its edge: what falls through, and what jumps. */
import { type BoundaryEvent, type FlowNode, is, type SequenceFlow } from '../../model/index.ts';
import type { PrintContext } from '../context.ts';
import type { GatewayWord } from '../statements/gateways.ts';
import { blockStatement, isFactful, jumpStatement, nextStatement, stop } from '../statements/gateways.ts';
import type { Statement } from '../tree.ts';
import { isLink } from './graph.ts';

/** Ways that fall out of a statement, and the join that they wait for where two of them do. */
export interface Open {
  readonly count: number;
  readonly join?: GatewayWord;
  readonly lane?: unknown;
  /** The step that they leave. */
  readonly owner?: FlowNode;
}

export const nothing: Open = { count: 0 };

/** A block, and the ways that reach its end. */
export interface MadeBlock {
  readonly block: Statement[];
  readonly open: Open;
}

/** Where a step stands. */
export interface StepPlace {
  /** What stands in the branches and handlers of the step. */
  readonly inside: ReadonlySet<FlowNode>;
  /** The step behind it in its block. */
  readonly follower: FlowNode | undefined;
  /** Where the text goes on behind it, in its block or around that. */
  readonly next: FlowNode | undefined;
  /** Whether nothing comes behind it in its body. */
  readonly isLast: boolean;
}

/** The jumps behind a step, and what falls through. */
export interface Leaving {
  readonly jumps: readonly Statement[];
  readonly open: Open;
}

/** What stands in the block of a way; undefined where it has none. */
export type Into = (way: SequenceFlow) => MadeBlock | undefined;

/** The ways out of a step, in their order: `-> next` where one goes on that has something to say or is not the only one. */
export function leaveStep(
  context: PrintContext,
  ways: readonly SequenceFlow[],
  node: FlowNode,
  place: StepPlace,
  into: Into,
): Leaving {
  if (is(node, 'bpmn:EndEvent')) return { jumps: [], open: nothing };
  if (ways.length === 0) return { jumps: place.isLast || isLinkThrow(node) ? [] : [stop], open: nothing };
  return leaveByDefault(context, ways, node, place.next) ?? leave(context, ways, node, place.next, into);
}

/** Ways that go on where the text does fall through, all others jump. */
export function leave(
  context: PrintContext,
  ways: readonly SequenceFlow[],
  source: FlowNode | BoundaryEvent,
  next: FlowNode | undefined,
  into: Into,
): Leaving {
  const [only] = ways;
  if (only && ways.length === 1 && only.targetRef === next && !isFactful(context, only, source))
    return { jumps: [], open: { count: 1 } };
  let count = 0;
  const jumps = ways.map((way) => {
    const inside = into(way);
    if (inside) {
      count += inside.open.count;
      return blockStatement(context, way, source, inside.block);
    }
    if (!next || way.targetRef !== next) return jumpStatement(context, way, source);
    count += 1;
    return nextStatement(context, way, source);
  });
  return { jumps, open: { count } };
}

/** A step of whose ways all have an `if` but the last: by that one, its default flow, it falls through without a word. */
function leaveByDefault(
  context: PrintContext,
  ways: readonly SequenceFlow[],
  node: FlowNode,
  next: FlowNode | undefined,
): Leaving | undefined {
  const last = ways.at(-1);
  const others = ways.slice(0, -1);
  if (!last || others.length === 0 || last.targetRef !== next || !isBareDefault(context, last, node)) return undefined;
  if (others.some((way) => way.targetRef === next || !way.conditionExpression || node.get('default') === way))
    return undefined;
  const jumps = others.map((way) => jumpStatement(context, way, node));
  return jumps.every(({ words }) => words.includes('if')) ? { jumps, open: { count: 1 } } : undefined;
}

/** A default flow that says nothing else. */
function isBareDefault(context: PrintContext, flow: SequenceFlow, node: FlowNode): boolean {
  if (node.get('default') !== flow || flow.name !== undefined) return false;
  const { documentation, details, extensions } = jumpStatement(context, flow, node);
  return documentation === undefined && !details && !extensions;
}

function isLinkThrow(node: FlowNode): boolean {
  return is(node, 'bpmn:IntermediateThrowEvent') && isLink(node);
}
