/**
 * The steps of a body as nested statements. A step is followed by what it dominates: by the steps that its ways meet in, in
 * order; what one way alone leads to stands in that way's branch. A way falls through where the text goes on at its target, and is a
 * jump elsewhere, so whatever the nesting, the ways are those of the model.
 */
import type {
  Activity,
  BoundaryEvent,
  FlowElementsContainer,
  FlowNode,
  Gateway,
  Lane,
  SequenceFlow,
} from '../../model/index.ts';
import { is } from '../../model/index.ts';
import type { PrintContext } from '../context.ts';
import { activityStatement, activityWord } from '../statements/activities.ts';
import { associationsBehind, notesBehind } from '../statements/artifacts.ts';
import { eventStatement, eventWord, handlerStatement } from '../statements/events.ts';
import {
  bareJump,
  branchStatement,
  type GatewayWord,
  gatewayStatement,
  gatewayWord,
  isFactful,
  isGateway,
  isSilent,
  joinStatement,
  jumpStatement,
  stop,
} from '../statements/gateways.ts';
import { messageStatements } from '../statements/messages.ts';
import type { Statement } from '../tree.ts';
import { type FlowGraph, graphOf, isCompensationEvent } from './graph.ts';
import { type Item, inLanes, type LaneOf } from './lanes.ts';
import { divide, flatRegions, hasBlock, type Regions, regionsOf } from './region.ts';

/** Ways that fall out of a statement, and the join that they wait for where two of them do. */
interface Open {
  readonly count: number;
  readonly join?: GatewayWord;
  readonly lane?: unknown;
  /** The step that they leave. */
  readonly owner?: FlowNode;
}

const nothing: Open = { count: 0 };

/** What an inner body is printed with. */
export type PrintBody = (container: FlowElementsContainer) => readonly Statement[];

export interface BodyWays {
  readonly context: PrintContext;
  readonly laneOf: LaneOf;
  readonly printBody: PrintBody;
}

/** The steps of a process or sub-process as statements, in their lanes. */
export function stepsOf(container: FlowElementsContainer, ways: BodyWays): Statement[] {
  const graph = graphOf(container);
  // Nothing falls into the steps of an ad-hoc sub-process.
  const isFlat = is(container, 'bpmn:AdHocSubProcess');
  return new BodyPrinter(graph, isFlat ? flatRegions(graph) : regionsOf(graph), ways, isFlat).print();
}

class BodyPrinter {
  readonly #graph: FlowGraph;
  readonly #regions: Regions;
  readonly #ways: BodyWays;
  readonly #isFlat: boolean;
  /** Where the lane of what stands around is known by. */
  #lane: Lane | undefined;

  constructor(graph: FlowGraph, regions: Regions, ways: BodyWays, isFlat: boolean) {
    this.#isFlat = isFlat;
    this.#graph = graph;
    this.#regions = regions;
    this.#ways = ways;
  }

  print(): Statement[] {
    const { items } = this.#list(this.#regions.roots, undefined, false);
    for (const node of this.#graph.apart) items.push(this.#apart(node));
    return inLanes(items, undefined);
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
      const division = divide(this.#ways.context, this.#graph, this.#regions, node, behind);
      for (const child of division.behind.toReversed()) waiting.push(child);
      const follower = this.#isFlat ? undefined : (waiting.at(-1) ?? next);
      const isLast = this.#isFlat || (waiting.length === 0 && !isInner);
      open = this.#step(node, open, { inside: division.inside, next: follower, isLast }, items);
    }
    return { items, open };
  }

  /** Adds a step behind ways that fall into it. */
  #step(node: FlowNode, open: Open, place: StepPlace, items: Item[]): Open {
    if (isGateway(node) && isJoinLike(this.#ways.context, this.#graph, node))
      return this.#join(node, open, place, items);
    if (open.join && open.count > 1)
      items.push({ statements: [{ words: ['join as none'] }], lane: undefined, isFree: true });
    const lane = this.#ways.laneOf(node);
    const outer = this.#lane;
    this.#lane = lane;
    const made = isGateway(node) ? this.#gateway(node, place) : this.#plain(node, place);
    this.#lane = outer;
    items.push({ statements: this.#withNotes(node, made.statement), lane, isFree: false });
    return { ...made.open, lane, owner: node };
  }

  #withNotes(node: FlowNode, statement: Statement): Statement[] {
    return [statement, ...notesBehind(this.#ways.context, node, this.#graph.handlersOf.has(node))];
  }

  /** A gateway that ways meet in: the end of a block stands for it, or a line of its own. */
  #join(node: Gateway, open: Open, place: StepPlace, items: Item[]): Open {
    const { context, laneOf } = this.#ways;
    const word = gatewayWord(node) ?? 'xor';
    const [way] = this.#graph.waysFrom.get(node) ?? [];
    const lane = laneOf(node);
    const meets = open.join && open.count > 1;
    const arrivals = this.#graph.arrivals.get(node) ?? 0;
    const falls = way && way.targetRef === place.next;
    const isImplied = meets && open.join === word && open.count === arrivals && falls && lane === open.lane;
    if (isImplied && open.owner && isSilent(context, node)) {
      context.implied.set(node, open.owner);
      return { count: 1, lane };
    }
    const jumps = falls ? [] : way ? [jumpStatement(context, way, node)] : place.isLast ? [] : [stop];
    const implied = open.join ?? 'xor';
    const statement = joinStatement(context, node, word, implied, { attached: jumps });
    items.push({ statements: this.#withNotes(node, statement), lane, isFree: false });
    return { count: falls ? 1 : 0, lane };
  }

  #plain(node: FlowNode, place: StepPlace): Made {
    const { context } = this.#ways;
    const leaving = this.#leave(node, place);
    const attached = [...leaving.jumps, ...messageStatements(context, node)];
    const event = eventWord(node);
    if (event && (is(node, 'bpmn:CatchEvent') || is(node, 'bpmn:ThrowEvent')))
      return { statement: { ...eventStatement(context, node, event), attached }, open: leaving.open };
    return this.#activity(node as Activity, attached, leaving.open, place);
  }

  #activity(node: Activity, attached: readonly Statement[], open: Open, place: StepPlace): Made {
    const word = activityWord(node) ?? 'task';
    const handlers = (this.#graph.handlersOf.get(node) ?? []).map((handler) => this.#handler(handler, node, place));
    const rejoining = handlers.reduce((sum, handler) => sum + handler.open.count, 0);
    const block = is(node, 'bpmn:SubProcess') ? this.#ways.printBody(node) : undefined;
    const statement = activityStatement(this.#ways.context, node, word, {
      ...(block && { block }),
      attached: [...attached, ...handlers.map((handler) => handler.statement)],
    });
    if (rejoining === 0) return { statement, open };
    return { statement, open: { count: open.count + rejoining, join: 'xor' } };
  }

  /** The ways out of a step as jumps, but for one that falls through. */
  #leave(node: FlowNode, place: StepPlace): { jumps: Statement[]; open: Open } {
    const { context } = this.#ways;
    const ways = this.#graph.waysFrom.get(node) ?? [];
    const [first] = ways;
    if (is(node, 'bpmn:EndEvent')) return { jumps: [], open: nothing };
    if (!first) return { jumps: place.isLast || isLinkThrow(node) ? [] : [stop], open: nothing };
    if (ways.length === 1 && first.targetRef === place.next && !isFactful(context, first, node))
      return { jumps: [], open: { count: 1 } };
    const last = ways.at(-1);
    const others = ways.slice(0, -1);
    const fallsBy = last && ways.length > 1 && last.targetRef === place.next && this.#isBareDefault(last, node);
    if (fallsBy && others.every((way) => way.conditionExpression && node.get('default') !== way)) {
      const jumps = others.map((way) => jumpStatement(context, way, node));
      if (jumps.every(({ words }) => words.includes('if'))) return { jumps, open: { count: 1 } };
    }
    return { jumps: ways.map((way) => jumpStatement(context, way, node)), open: nothing };
  }

  /** A default flow that says nothing else. */
  #isBareDefault(flow: SequenceFlow, node: FlowNode): boolean {
    if (node.get('default') !== flow) return false;
    const statement = jumpStatement(this.#ways.context, flow, node);
    return (
      statement.documentation === undefined && !statement.details && !statement.extensions && flow.name === undefined
    );
  }

  #handler(handler: BoundaryEvent, host: Activity, place: StepPlace): Made {
    const { context } = this.#ways;
    const notes = associationsBehind(context, handler);
    const messages = messageStatements(context, handler);
    const make = (more: Partial<Statement>, open: Open): Made => ({
      statement: handlerStatement(context, handler, host, more),
      open,
    });
    if (isCompensationEvent(handler)) return make({ attached: [...notes, ...messages] }, nothing);
    const ways = this.#graph.waysFrom.get(handler) ?? [];
    const [way] = ways;
    if (!way) return make({ attached: [stop, ...messages] }, nothing);
    const target = way.targetRef;
    const rejoins = handler.cancelActivity;
    const next = rejoins ? place.next : undefined;
    if (target && ways.length === 1 && !isFactful(context, way, handler)) {
      if (place.inside.has(target)) {
        const { block, open } = this.#block(target, next);
        return make({ block, attached: messages }, open);
      }
      if (target === next) return make({ block: [], attached: messages }, { count: 1 });
    }
    const jumps = ways.map((one) => jumpStatement(context, one, handler));
    return make({ attached: [...jumps, ...messages] }, nothing);
  }

  /** A block that begins with a step; the ways that reach its end do not meet there. */
  #block(head: FlowNode, next: FlowNode | undefined): { block: Statement[]; open: Open } {
    const { items, open } = this.#list([head], next, true);
    if (open.join && open.count > 1)
      items.push({ statements: [{ words: ['join as none'] }], lane: undefined, isFree: true });
    return { block: inLanes(items, this.#lane), open: { count: open.count } };
  }

  #gateway(node: Gateway, place: StepPlace): Made {
    const { context } = this.#ways;
    const word = gatewayWord(node) ?? 'xor';
    const ways = this.#graph.waysFrom.get(node) ?? [];
    const messages = messageStatements(context, node);
    if (word === 'race') {
      const race = this.#race(node, ways, place);
      if (race) return race;
    }
    if (word === 'race' || ways.length === 0) {
      const jumps = ways.map((way) => jumpStatement(context, way, node));
      const attached = ways.length === 0 && !place.isLast ? [stop] : jumps;
      return {
        statement: gatewayStatement(context, node, word, { attached: [...attached, ...messages] }),
        open: nothing,
      };
    }
    let count = 0;
    const block = ways.map((way) => {
      const branch = this.#branch(way, node, place);
      count += branch.open.count;
      return branch.statement;
    });
    const statement = gatewayStatement(context, node, word, { block, attached: messages });
    return { statement, open: { count, join: word } };
  }

  #branch(way: SequenceFlow, node: Gateway, place: StepPlace): Made {
    const { context } = this.#ways;
    const target = way.targetRef;
    if (target && place.inside.has(target)) {
      const { block, open } = this.#block(target, place.next);
      return { statement: branchStatement(context, way, node, { block }), open };
    }
    if (target && target === place.next)
      return { statement: branchStatement(context, way, node, {}), open: { count: 1 } };
    const attached = target ? [bareJump(target)] : [];
    return { statement: branchStatement(context, way, node, { attached }), open: nothing };
  }

  /** The block of a race, where each of its ways leads to an event or a `receive` of its own. */
  #race(node: Gateway, ways: readonly SequenceFlow[], place: StepPlace): Made | undefined {
    const { context } = this.#ways;
    if (!hasBlock(context, this.#graph, this.#regions, node)) return undefined;
    const heads = ways.flatMap(({ targetRef: target }) => target ?? []);
    let count = 0;
    const block = heads.flatMap((head) => {
      const { statements, open } = this.#wayOfRace(head, node, place);
      count += open.count;
      return statements;
    });
    return { statement: gatewayStatement(context, node, 'race', { block }), open: { count, join: 'xor' } };
  }

  #wayOfRace(head: FlowNode, race: Gateway, place: StepPlace): { statements: Statement[]; open: Open } {
    const { context, laneOf } = this.#ways;
    const outer = this.#lane;
    this.#lane = laneOf(head);
    const { more, open } = this.#behindHead(head, place);
    const statement = is(head, 'bpmn:IntermediateCatchEvent')
      ? handlerStatement(context, head, race, { kind: 'branch', ...more })
      : activityStatement(context, head as Activity, 'receive', { kind: 'branch', ...more });
    const item: Item = {
      statements: [statement, ...notesBehind(context, head, false)],
      lane: this.#lane,
      isFree: false,
    };
    this.#lane = outer;
    return { statements: inLanes([item], outer), open };
  }

  #behindHead(head: FlowNode, place: StepPlace): { more: Partial<Statement>; open: Open } {
    const { context } = this.#ways;
    const messages = messageStatements(context, head);
    const ways = this.#graph.waysFrom.get(head) ?? [];
    const [way] = ways;
    const target = way?.targetRef;
    if (!target) return { more: { attached: [stop, ...messages] }, open: nothing };
    if (ways.length === 1 && !isFactful(context, way, head)) {
      if (target === place.next) return { more: { attached: messages }, open: { count: 1 } };
      if (this.#regions.childrenOf(head).includes(target) && this.#regions.hasOneWay(target)) {
        const { block, open } = this.#block(target, place.next);
        return { more: { block, attached: messages }, open };
      }
    }
    return {
      more: { attached: [...ways.map((one) => jumpStatement(context, one, head)), ...messages] },
      open: nothing,
    };
  }

  #apart(node: FlowNode): Item {
    const { context, laneOf, printBody } = this.#ways;
    const word = activityWord(node) ?? 'task';
    const attached = messageStatements(context, node);
    const block = is(node, 'bpmn:SubProcess') ? printBody(node) : undefined;
    const statement = activityStatement(context, node as Activity, word, { ...(block && { block }), attached });
    const isBody = block !== undefined;
    const statements = this.#withNotes(node, { ...statement, ...(isBody && { apart: true }) });
    return { statements, lane: laneOf(node), isFree: false };
  }
}

interface StepPlace {
  /** What stands in the branches and handlers of the step. */
  readonly inside: ReadonlySet<FlowNode>;
  /** Where the text goes on behind it. */
  readonly next: FlowNode | undefined;
  /** Whether nothing comes behind it in its body. */
  readonly isLast: boolean;
}

interface Made {
  readonly statement: Statement;
  readonly open: Open;
}

/** Whether a gateway has one way on with nothing to say on it: it is there for those that meet. */
function isJoinLike(context: PrintContext, graph: FlowGraph, node: Gateway): boolean {
  if (gatewayWord(node) === 'race') return false;
  const ways = graph.waysFrom.get(node) ?? [];
  return ways.length < 2 && ways.every((way) => !isFactful(context, way, node));
}

function isLinkThrow(node: FlowNode): boolean {
  if (!is(node, 'bpmn:IntermediateThrowEvent')) return false;
  return node.eventDefinitions.some((one) => is(one, 'bpmn:LinkEventDefinition'));
}
