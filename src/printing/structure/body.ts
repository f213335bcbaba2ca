/**
 * The steps of a body as nested statements. A step is followed by what it dominates: by the steps that its ways meet in, in
 * order; what one way alone leads to stands in that way's branch. A way falls through where the text goes on at its target, and is a
 * jump elsewhere, so whatever the nesting, the ways are those of the model.
 */
import type { Activity, FlowElementsContainer, FlowNode, Lane } from '../../model/index.ts';
import { is } from '../../model/index.ts';
import { activityStatement, activityWord } from '../statements/activities.ts';
import { notesBehind } from '../statements/artifacts.ts';
import { eventStatement, eventWord } from '../statements/events.ts';
import { isGateway } from '../statements/gateways.ts';
import { messageStatements } from '../statements/messages.ts';
import type { Statement } from '../tree.ts';
import { gatewayWithBranches } from './branches.ts';
import { type FlowGraph, graphOf } from './graph.ts';
import { activityWithHandlers } from './handlers.ts';
import { isJoinLike, join } from './joins.ts';
import { type Item, inLanes } from './lanes.ts';
import { divide, flatRegions, type Regions, regionsOf } from './region.ts';
import type { BodyWalk, BodyWays, Made } from './walk.ts';
import { type Into, leaveStep, type MadeBlock, nothing, type Open, type StepPlace } from './ways.ts';

/** What stands in so many blocks of a body is not nested further: nobody could follow it, and no text takes a hundred. */
const DEEPEST_BLOCK = 6;

/** The steps of a process or sub-process as statements, in their lanes. */
export function stepsOf(container: FlowElementsContainer, ways: BodyWays): Statement[] {
  const graph = graphOf(container);
  // Nothing falls into the steps of an ad-hoc sub-process.
  const isFlat = is(container, 'bpmn:AdHocSubProcess');
  return new BodyPrinter(graph, isFlat ? flatRegions(graph) : regionsOf(graph), ways, isFlat).print();
}

class BodyPrinter implements BodyWalk {
  readonly graph: FlowGraph;
  readonly context: BodyWays['context'];
  readonly laneOf: BodyWays['laneOf'];
  readonly printBody: BodyWays['printBody'];
  readonly #isFlat: boolean;
  #regions: Regions;
  #lane: Lane | undefined;
  /** Blocks that are open. */
  #depth = 0;

  constructor(graph: FlowGraph, regions: Regions, { context, laneOf, printBody }: BodyWays, isFlat: boolean) {
    this.graph = graph;
    this.#regions = regions;
    this.context = context;
    this.laneOf = laneOf;
    this.printBody = printBody;
    this.#isFlat = isFlat;
  }

  get regions(): Regions {
    return this.#regions;
  }

  get lane(): Lane | undefined {
    return this.#lane;
  }

  print(): Statement[] {
    const { items } = this.#list(this.regions.roots, undefined, false);
    for (const node of this.graph.apart) items.push(this.#apart(node));
    return inLanes(items, undefined);
  }

  block(head: FlowNode, next: FlowNode | undefined): MadeBlock {
    const outer = this.#regions;
    const isDeep = this.#depth >= DEEPEST_BLOCK;
    if (isDeep) this.#regions = flatRegions(this.graph);
    this.#depth++;
    const { items, open } = this.#list(isDeep ? allIn(outer, head) : [head], next, true);
    this.#depth--;
    this.#regions = outer;
    if (open.join && open.count > 1) items.push(withoutJoin);
    return { block: inLanes(items, this.#lane), open: { count: open.count } };
  }

  blocksIn({ inside, next }: Pick<StepPlace, 'inside' | 'next'>): Into {
    // Of two ways to one step it stands behind the one that was chosen; the other jumps.
    return (way) => {
      const { targetRef: target } = way;
      return target && inside.has(target) && this.regions.isBehind(way) ? this.block(target, next) : undefined;
    };
  }

  inLaneOf<T>(node: FlowNode, make: () => T): T {
    const outer = this.#lane;
    this.#lane = this.laneOf(node);
    const made = make();
    this.#lane = outer;
    return made;
  }

  /**
   * Steps, each with all that it dominates, one after the other.
   * @param next where the text goes on behind them
   * @param isInner whether ways that reach the end fall on
   */
  #list(nodes: readonly FlowNode[], next: FlowNode | undefined, isInner: boolean): { items: Item[]; open: Open } {
    const items: Item[] = [];
    const waiting = nodes.toReversed();
    let open = nothing;
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      const behind = waiting.at(-1) ?? next;
      const division = divide(this.context, this.graph, this.regions, node, behind);
      for (const child of division.behind.toReversed()) waiting.push(child);
      const follower = waiting.at(-1);
      const isLast = this.#isFlat || (waiting.length === 0 && !isInner);
      const place = { inside: division.inside, follower, next: this.#isFlat ? undefined : (follower ?? next), isLast };
      open = this.#step(node, open, place, items);
    }
    return { items, open };
  }

  /** Adds a step behind ways that fall into it. */
  #step(node: FlowNode, before: Open, place: StepPlace, items: Item[]): Open {
    const lane = this.laneOf(node);
    if (isGateway(node) && isJoinLike(this.context, this.graph, node)) {
      const { statement, open } = join(this, node, before, place);
      if (statement) items.push({ statements: this.#withNotes(node, statement), lane, isFree: false });
      return open;
    }
    if (before.join && before.count > 1) items.push(withoutJoin);
    const { statement, open } = this.inLaneOf(node, () => this.#made(node, place));
    items.push({ statements: this.#withNotes(node, statement), lane, isFree: false });
    return { ...open, lane, owner: node };
  }

  #made(node: FlowNode, place: StepPlace): Made {
    const { context } = this;
    if (isGateway(node)) return gatewayWithBranches(this, node, place);
    const leaving = leaveStep(context, this.graph.waysFrom.get(node) ?? [], node, place, this.blocksIn(place));
    const event = eventWord(node);
    if (!event || !(is(node, 'bpmn:CatchEvent') || is(node, 'bpmn:ThrowEvent')))
      return activityWithHandlers(this, node as Activity, leaving, place);
    const attached = [...leaving.jumps, ...messageStatements(context, node)];
    return { statement: { ...eventStatement(context, node, event), attached }, open: leaving.open };
  }

  #withNotes(node: FlowNode, statement: Statement): Statement[] {
    return [statement, ...notesBehind(this.context, node, this.graph.handlersOf.has(node))];
  }

  /** What stands outside the flow. */
  #apart(node: FlowNode): Item {
    const { context, laneOf, printBody } = this;
    const word = activityWord(node) ?? 'task';
    const attached = messageStatements(context, node);
    const block = is(node, 'bpmn:SubProcess') ? printBody(node) : undefined;
    const statement = activityStatement(context, node as Activity, word, { ...(block && { block }), attached });
    const isBody = block !== undefined;
    const statements = this.#withNotes(node, { ...statement, ...(isBody && { apart: true }) });
    return { statements, lane: laneOf(node), isFree: false };
  }
}

/** A step and all that it dominates, in the order of the text. */
function allIn(regions: Regions, head: FlowNode): FlowNode[] {
  const found: FlowNode[] = [];
  const open = [head];
  for (let node = open.pop(); node; node = open.pop()) {
    found.push(node);
    open.push(...regions.childrenOf(node).toReversed());
  }
  return found;
}

/** Two ways meet in the next step itself. */
const withoutJoin: Item = { statements: [{ words: ['join as none'] }], lane: undefined, isFree: true };
