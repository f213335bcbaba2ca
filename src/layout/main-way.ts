/**
 * Pass C. Needs: the forward graph. Leaves: at each node the flow on which the straight line goes on.
 * Source: the happy path is the longest way from start to end, and a long branch beside a straight line of nothing looks like the main way
 * drawn askew. Of equally long branches the first declared one, as people draw it (69 % of the splits, measured).
 */
import type { ForwardGraph } from './forward-graph.ts';
import { anchorOf, type Flow, type LayoutNode } from './scope.ts';

/** A branch shorter than this share of the longest one is a way out, not the main way. */
const seriousShare = 0.7;

interface Rest {
  /** Steps to the farthest end. */
  readonly steps: number;
  /** Whether some end that is no error, terminate or cancel is reached. */
  readonly good: boolean;
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
    const serious = meet(good) ? good : seriousOf(ownLane(node, good, rests), rests);
    const join = meet(serious);
    const chosen = longest(node, serious, rests);
    if (chosen) main.set(node, chosen);
    rests.set(node, {
      steps: 1 + Math.max(0, ...flows.map((flow) => stepsOf(flow, rests))),
      good: flows.length === 0 ? !node.endsBadly : flows.some((flow) => rests.get(anchorOf(flow.target))?.good),
      join,
      last: (join && rests.get(join)?.last) ?? node,
    });
  }
  return { next: main, steps: new Map([...rests].map(([node, rest]) => [node, rest.steps])) };
}

/** The flow with most steps, the first of several; one in its own lane if there is a way on in it. */
function longest(node: LayoutNode, flows: readonly Flow[], rests: Rests): Flow | undefined {
  const near = flows.filter((flow) => anchorOf(flow.target).band === node.band);
  let found: Flow | undefined;
  for (const flow of near.length > 0 ? near : flows)
    if (!found || stepsOf(flow, rests) > stepsOf(found, rests)) found = flow;
  return found;
}

/** Steps to the farthest end behind a flow. */
function stepsOf(flow: Flow, rests: Rests): number {
  return rests.get(anchorOf(flow.target))?.steps ?? 0;
}

/** The flows that end well, if any does. */
function goodOf(flows: readonly Flow[], rests: Rests): readonly Flow[] {
  const good = flows.filter((flow) => rests.get(anchorOf(flow.target))?.good);
  return good.length > 0 ? good : flows;
}

/** The flows that go on in the lane of their source, if any does for more than a step. */
function ownLane(node: LayoutNode, flows: readonly Flow[], rests: Rests): readonly Flow[] {
  const near = flows.filter((flow) => anchorOf(flow.target).band === node.band && stepsOf(flow, rests) > 1);
  return near.length > 0 ? near : flows;
}

/** The flows that do not end much sooner than the others. */
function seriousOf(flows: readonly Flow[], rests: Rests): Flow[] {
  const most = Math.max(0, ...flows.map((flow) => stepsOf(flow, rests)));
  return flows.filter((flow) => stepsOf(flow, rests) >= most * seriousShare);
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
