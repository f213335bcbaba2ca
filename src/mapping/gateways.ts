/** Gateways: those of the text, and the joins that blocks imply. */
import { type Block, type Gateway, gatewayTypes, type Join } from '../language/index.ts';
import { createElement, type FlowNode, type Gateway as GatewayElement, type Lane } from '../model/index.ts';
import type { CompileContext } from './context.ts';
import type { Exit } from './flows.ts';
import { endOfBlock } from './source-map.ts';
import { addStep, arrive, type Place } from './ways.ts';

/** A gateway that joins the ways of the step before, if two or more of them go on. */
export interface PendingJoin {
  readonly kind: Exclude<NonNullable<Join['kind']>, 'none'>;
  readonly owner: FlowNode;
  readonly lane: Lane | undefined;
  /** The block whose end it is. */
  readonly block: Block | undefined;
}

/** What a step leaves behind: its open ways, and the join that they wait for. */
export interface Ways {
  readonly exits: Exit[];
  readonly join?: PendingJoin;
}

export function makeGateway(place: Place, kind: Gateway['kind'], id: string): GatewayElement {
  const gateway = createElement(gatewayTypes[kind], { id });
  addStep(place, gateway);
  return gateway;
}

/** Joins the open ways where a join is due and two or more go on. */
export function settle(context: CompileContext, place: Place, { exits, join }: Ways): Exit[] {
  if (!join || exits.length < 2) return exits;
  const key = `${context.keyOf(join.owner)}/join`;
  const gateway = makeGateway({ ...place, lane: join.lane }, join.kind, context.idFor(key, `${join.owner.id}_join`));
  context.setKey(gateway, key);
  context.name(gateway, undefined);
  const { block, owner } = join;
  context.sources.addRange(gateway.id, () => endOfBlock(block) ?? context.sources.rangeOf(owner.id ?? ''));
  arrive(exits, gateway);
  return [context.flows.open(gateway)];
}
