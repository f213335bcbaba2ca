/**
 * Pass C. Needs: the forward graph. Leaves: at each node the flow on which the straight line goes on.
 * Source: the happy path is the longest way from start to end, and a long branch beside a straight line of nothing looks like the main way
 * drawn askew. Of branches that are much alike people draw the first declared straight (69 % of the splits, measured), and which of them is a step
 * longer changes with every edit: so one declared later is straight only if it is much longer, or has more of what stays when a step comes or goes.
 * A branch that only leads back is none: whatever its length, the way that goes on is straight.
 */
import type { ForwardGraph } from './forward-graph.ts';
import { anchorOf, type Flow, type LayoutNode } from './scope.ts';

/** A branch with less than this share of the gateways and of the steps of others is a way out, not the main way. */
const seriousShare = 0.7;
/** A branch with so many times the steps of one declared before it goes straight in its place; beside a single step, more are enough where other ways come in as well. */
const longer = 3;
/** So many ends right at their split are no ways out: the split asks which of them it is. */
const manyEnds = 3;

interface Rest {
  /** Gateways on the way that has most of them. */
  readonly knots: number;
  /** Steps to the farthest end. */
  readonly steps: number;
  /** Whether some end is reached that is no error, terminate or cancel and leads nowhere back. */
  readonly good: boolean;
  /** The first node, by its place in the order, that a way from here leads back to. */
  readonly back: number;
  /** Where the serious branches from here on meet again. */
  readonly join: LayoutNode | undefined;
  /** The last of the joins from here on, the node itself if there is none: what differs in it never meets. */
  readonly last: LayoutNode;
}

type Rests = ReadonlyMap<LayoutNode, Rest>;

export interface MainWay {
  /** For each node with a way on: the flow on which the straight line goes on. Handlers of boundary events are never it. */
  readonly next: ReadonlyMap<LayoutNode, Flow>;
  /** Steps from a node to the farthest end, itself counted. */
  readonly steps: ReadonlyMap<LayoutNode, number>;
}

/** Finds the main way from every node on. Linear but for the walks to the joins. */
export function mainWay(graph: ForwardGraph): MainWay {
  const rests = new Map<LayoutNode, Rest>();
  const rank = new Map(graph.order.map((node, index) => [node, index]));
  const backTo = new Map<LayoutNode, number>();
  for (const { source, target } of graph.back) {
    const to = rank.get(anchorOf(target)) ?? 0;
    backTo.set(anchorOf(source), Math.min(backTo.get(anchorOf(source)) ?? to, to));
  }
  const main = new Map<LayoutNode, Flow>();
  const meet = (flows: readonly Flow[]) =>
    meeting(
      flows.map((flow) => anchorOf(flow.target)),
      rests,
      rank,
    );
  for (const node of [...graph.order].reverse()) {
    const flows = (graph.out.get(node) ?? []).filter((flow) => !flow.source.host);
    const good = goodOf(flows, rests);
    // Branches that all meet again are equals; where some end, a short one is a way out.
    const serious = meet(good) ? good : seriousOf(ownLane(node, good, rests), rests, graph);
    const join = meet(serious);
    const here = rank.get(node) ?? 0;
    const chosen = straightest(node, serious, (flow) => branchOf(flow, here, join, rests, graph));
    if (chosen) main.set(node, chosen);
    rests.set(node, {
      knots: (isKnot(node, graph) ? 1 : 0) + flows.reduce((most, flow) => Math.max(most, knotsOf(flow, rests)), 0),
      steps: 1 + Math.max(0, ...flows.map((flow) => stepsOf(flow, rests))),
      good:
        flows.length === 0
          ? !node.endsBadly && !backTo.has(node)
          : flows.some((flow) => rests.get(anchorOf(flow.target))?.good),
      back: flows.reduce(
        (first, flow) => Math.min(first, backOf(flow, rests)),
        backTo.get(node) ?? Number.POSITIVE_INFINITY,
      ),
      join,
      last: (join && rests.get(join)?.last) ?? node,
    });
  }
  return { next: main, steps: new Map([...rests].map(([node, rest]) => [node, rest.steps])) };
}

/** A way from a split to the join of its serious branches, or to an end. */
interface Branch {
  readonly flow: Flow;
  readonly knots: number;
  readonly steps: number;
  /** Whether it leads back before its split, as rework does. */
  readonly isRework: boolean;
  /** Whether other ways come in at its first step. */
  readonly isMet: boolean;
}

/** The flow of the branch that goes straight on; one in the node's own lane if there is a way on in it. */
function straightest(node: LayoutNode, flows: readonly Flow[], branchOf: (flow: Flow) => Branch): Flow | undefined {
  const near = flows.filter((flow) => anchorOf(flow.target).band === node.band);
  const branches = (near.length > 0 ? near : flows).map(branchOf);
  let [found] = branches;
  const isFan = branches.length > 2;
  for (const branch of branches) if (found && outdoes(branch, found, isFan)) found = branch;
  return found?.flow;
}

/**
 * Whether a branch goes straight in place of one declared before it: it is much longer, or it is not shorter and has more gateways or only the other
 * one is rework. In a fan of three or more, where single steps lie side by side, an empty one declared first is straight as well: it runs among its equals.
 */
function outdoes({ knots, steps, isRework, isMet }: Branch, before: Branch, isFan: boolean): boolean {
  if (steps === 0 || (isFan && before.steps === 0 && steps === 1)) return false;
  const isLonger =
    steps > before.steps && (before.steps === 0 || (before.steps === 1 && isMet) || steps >= before.steps * longer);
  const isMore = knots > before.knots || (before.isRework && !isRework);
  return isLonger || (isMore && steps >= before.steps);
}

function branchOf(flow: Flow, split: number, join: LayoutNode | undefined, rests: Rests, graph: ForwardGraph): Branch {
  const behind = join && rests.get(join);
  return {
    flow,
    knots: ownKnots(flow, rests, graph) - (behind?.knots ?? 0),
    steps: stepsOf(flow, rests) - (behind?.steps ?? 0),
    isRework: backOf(flow, rests) <= split,
    isMet: isJoin(anchorOf(flow.target), graph),
  };
}

/** A gateway where ways split or meet. */
function isKnot(node: LayoutNode, graph: ForwardGraph): boolean {
  return node.kind === 'gateway' && (isJoin(node, graph) || waysOn(node, graph) > 1);
}

function isJoin(node: LayoutNode, graph: ForwardGraph): boolean {
  return (graph.in.get(node)?.length ?? 0) > 1;
}

function waysOn(node: LayoutNode, graph: ForwardGraph): number {
  return graph.out.get(node)?.filter((flow) => !flow.source.host).length ?? 0;
}

function knotsOf(flow: Flow, rests: Rests): number {
  return rests.get(anchorOf(flow.target))?.knots ?? 0;
}

/** The knots behind a flow, without the join that it may lead to at once: that one belongs to others as well. */
function ownKnots(flow: Flow, rests: Rests, graph: ForwardGraph): number {
  const next = anchorOf(flow.target);
  const isShared = next.kind === 'gateway' && isJoin(next, graph) && waysOn(next, graph) < 2;
  return knotsOf(flow, rests) - (isShared ? 1 : 0);
}

/** Steps to the farthest end behind a flow. */
function stepsOf(flow: Flow, rests: Rests): number {
  return rests.get(anchorOf(flow.target))?.steps ?? 0;
}

/** The first node that a way behind a flow leads back to. */
function backOf(flow: Flow, rests: Rests): number {
  return rests.get(anchorOf(flow.target))?.back ?? Number.POSITIVE_INFINITY;
}

/** The flows that end well, if any does. */
function goodOf(flows: readonly Flow[], rests: Rests): readonly Flow[] {
  const good = flows.filter((flow) => rests.get(anchorOf(flow.target))?.good);
  return good.length > 0 ? good : flows;
}

/** The flows that go on in the lane of their source, if any does for more than a step; with those that end at once, where these are many more. */
function ownLane(node: LayoutNode, flows: readonly Flow[], rests: Rests): readonly Flow[] {
  const near = flows.filter((flow) => anchorOf(flow.target).band === node.band);
  const going = near.filter((flow) => stepsOf(flow, rests) > 1);
  if (going.length === 0) return flows;
  const ends = near.length - going.length;
  return ends >= manyEnds && ends > going.length ? near : going;
}

/** The flows behind which there is not much less than behind the others. */
function seriousOf(flows: readonly Flow[], rests: Rests, graph: ForwardGraph): Flow[] {
  const knots = (flow: Flow) => ownKnots(flow, rests, graph);
  const most = {
    knots: Math.max(0, ...flows.map(knots)),
    steps: Math.max(0, ...flows.map((flow) => stepsOf(flow, rests))),
  };
  return flows.filter(
    (flow) => knots(flow) >= most.knots * seriousShare || stepsOf(flow, rests) >= most.steps * seriousShare,
  );
}

/** The first node common to the main ways of all the given nodes: their nearest common post-dominator (Cooper, Harvey, Kennedy 2001). */
function meeting(
  nodes: readonly LayoutNode[],
  rests: Rests,
  rank: ReadonlyMap<LayoutNode, number>,
): LayoutNode | undefined {
  let met: LayoutNode | undefined = nodes[0];
  for (let other of nodes.slice(1)) {
    if (!met || rests.get(met)?.last !== rests.get(other)?.last) return undefined;
    while (met && met !== other) {
      if ((rank.get(met) ?? 0) < (rank.get(other) ?? 0)) met = rests.get(met)?.join;
      else {
        const next: LayoutNode | undefined = rests.get(other)?.join;
        if (!next) return undefined;
        other = next;
      }
    }
  }
  return met;
}
