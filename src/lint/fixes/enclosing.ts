/** Which steps of a long process can be put into a sub-process, so that all runs stay what they are. */
import { type FlowNode, is, type Lane, type ModelElement } from '../../model/index.ts';
import { dominators, nodesBetween } from '../control-flow.ts';
import type { LintModel } from '../lint-model.ts';
import { hasTrigger, isCompensationHandler, nameOf } from '../queries.ts';
import type { ModelChange } from './model-change.ts';

/** How many places are tried as the first or the last step: what is found with more is hardly better. */
const mostPlaces = 24;
/** Fewer steps are not worth a sub-process. */
const fewest = 3;

/** Puts about half of the steps of a scope into a sub-process, with a start and an end; nothing if no steps hang together so. */
export function enclosing(scope: ModelElement, context: LintModel): readonly ModelChange[] | undefined {
  const { incoming, outgoing, drawings } = context;
  const all = context.childrenOfType(scope, 'bpmn:FlowNode');
  const above = dominators(scope, context);
  const lasts = thinned(all.filter((node) => outgoing(node).length === 1 && isStep(node)));
  const pairs = lasts.flatMap((last) => {
    const before = wayTo(last, above).filter((node) => incoming(node).length === 1 && isStep(node));
    return thinned(before).map((first) => ({ first, last }));
  });
  const regions = pairs.map(({ first, last }) => [first, ...nodesBetween(first, last, context), last]);
  const lanesOf = new Map<unknown, Lane[]>();
  for (const lane of context.all('bpmn:Lane'))
    for (const node of lane.flowNodeRef) lanesOf.set(node, [...(lanesOf.get(node) ?? []), lane]);
  const best = regions
    .filter((nodes) => nodes.length >= fewest && nodes.length < all.length)
    .sort((one, other) => Math.abs(2 * one.length - all.length) - Math.abs(2 * other.length - all.length))
    .find((nodes) => isClosed(nodes, context, lanesOf));
  const nodes = best?.filter((node): node is FlowNode => is(node, 'bpmn:FlowNode'));
  if (!nodes) return undefined;
  const isDrawn = drawings().length > 0;
  return [
    { kind: 'enclose', nodes, name: nameFor(nodes), outcome: 'Done' },
    ...(isDrawn ? ([{ kind: 'redraw', elements: 'all' }] as const) : []),
  ];
}

/** The nodes that every way to a node passes, from its beginning on. */
function wayTo(node: FlowNode, above: ReadonlyMap<ModelElement, ModelElement | undefined>): FlowNode[] {
  const row: FlowNode[] = [];
  for (let one = above.get(node); one; one = above.get(one)) if (is(one, 'bpmn:FlowNode')) row.unshift(one);
  return row;
}

function isStep(node: FlowNode): boolean {
  return !['bpmn:StartEvent', 'bpmn:EndEvent', 'bpmn:BoundaryEvent'].some((type) => node.$instanceOf(type));
}

function thinned<T>(list: readonly T[]): readonly T[] {
  const every = Math.ceil(list.length / mostPlaces);
  return list.filter((_, index) => index % every === 0);
}

/** Whether one way leads in and one out, and nothing that is meant for the scope around is among them. */
function isClosed(
  nodes: readonly ModelElement[],
  { incoming, outgoing, boundaryEventsOf }: LintModel,
  lanesOf: ReadonlyMap<unknown, readonly Lane[]>,
): boolean {
  const inside = new Set(nodes);
  const [first, last] = [nodes[0], nodes.at(-1)];
  const own = lanesOf.get(first) ?? [];
  return nodes.every((node) => {
    const others = lanesOf.get(node) ?? [];
    const isAlone =
      (node === first || incoming(node).every(({ sourceRef }) => sourceRef && inside.has(sourceRef))) &&
      (node === last || outgoing(node).every(({ targetRef }) => targetRef && inside.has(targetRef)));
    const hasGuests = !is(node, 'bpmn:Activity') || boundaryEventsOf(node).every((guest) => inside.has(guest));
    const isAtHome = !is(node, 'bpmn:BoundaryEvent') || (node.attachedToRef && inside.has(node.attachedToRef));
    const isOfScope = hasTrigger(node, 'Link', 'Compensate', 'Terminate') || isCompensationHandler(node);
    const isSameLane = others.length === own.length && others.every((lane) => own.includes(lane));
    return isAlone && hasGuests && isAtHome && !isOfScope && isSameLane;
  });
}

/** After what is done first and last in it; none where that is one thing. */
function nameFor(nodes: readonly FlowNode[]): string {
  const named = nodes.filter((node) => is(node, 'bpmn:Activity') && nameOf(node)).map(nameOf);
  const [first, last] = [named[0], named.at(-1)];
  return first && last && first !== last ? `${first} … ${last}` : '';
}
