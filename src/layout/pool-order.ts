/**
 * Pass K, first step. Needs: the collaboration. Leaves: the order of its pools from top to bottom: as declared, but a black box that talks with one
 * pool only stands beside it, on the side where its messages run through less, and a pool moves where that spares several messages a way through
 * others. Source: modelers put partners above or below the pool they belong to, so that messages leave from the nearest lane and run through no
 * other pool; minimum linear arrangement by single moves.
 */
import {
  type Collaboration,
  is,
  type Lane,
  type ModelElement,
  type Participant,
  type Process,
} from '../model/index.ts';

/** A pool leaves its declared place only where so many lanes or messages less are in the way. */
const worthMoving = 2;
/** More pools than this stay as they are. */
const mostMoved = 40;

type Side = 'above' | 'below';

/** A message as one of its two pools sees it. */
interface Talk {
  readonly partner: Participant;
  /** Where it ends in the pool itself. */
  readonly end: ModelElement;
}

/** The participants with an id, from top to bottom. */
export function poolOrder(collaboration: Collaboration): Participant[] {
  const pools = collaboration.participants.filter((pool) => pool.id);
  const talks = talksOf(collaboration, pools);
  const sides = new Map<Participant, Side>();
  const satellites = new Map<Participant, Participant[]>(pools.map((pool) => [pool, []]));
  const staying = pools.filter((pool) => {
    const partner = partnerOf(pool, talks);
    if (!partner) return true;
    satellites.get(partner)?.push(pool);
    sides.set(pool, sideOf(pool, partner, { pools, talks, sides }));
    return false;
  });
  const order = staying.flatMap((pool) => {
    const beside = (side: Side) => (satellites.get(pool) ?? []).filter((other) => sides.get(other) === side);
    return [...beside('above'), pool, ...beside('below')];
  });
  return order.length > mostMoved ? order : untangled(order, talks);
}

/** The order after the best moves of single pools; of equally good moves that of the lowest pool, to the nearest place. */
function untangled(pools: readonly Participant[], talks: Talks): Participant[] {
  let order = [...pools];
  for (let now = waysThrough(order, talks); now >= worthMoving; ) {
    let best = { order, ways: now - worthMoving + 1 };
    for (const [index, pool] of [...order.entries()].reverse()) {
      const others = order.filter((other) => other !== pool);
      const places = [...order.keys()].sort((a, b) => Math.abs(a - index) - Math.abs(b - index));
      for (const place of places) {
        const moved = others.toSpliced(place, 0, pool);
        const ways = waysThrough(moved, talks);
        if (ways < best.ways) best = { order: moved, ways };
      }
    }
    if (best.order === order) break;
    [order, now] = [best.order, best.ways];
  }
  return order;
}

/** How many times a message runs through a process that it has no end in. */
function waysThrough(order: readonly Participant[], talks: Talks): number {
  const processesAbove = new Map<Participant, number>();
  let count = 0;
  for (const pool of order) {
    processesAbove.set(pool, count);
    if (!isBlackBox(pool)) count++;
  }
  let ways = 0;
  for (const [pool, above] of processesAbove) {
    const own = isBlackBox(pool) ? 0 : 1;
    for (const { partner } of talks.get(pool) ?? [])
      ways += Math.max(0, (processesAbove.get(partner) ?? 0) - above - own);
  }
  return ways;
}

type Talks = ReadonlyMap<Participant, readonly Talk[]>;

/** The messages of each pool. */
function talksOf({ messageFlows }: Collaboration, pools: readonly Participant[]): Talks {
  const talks = new Map<Participant, Talk[]>(pools.map((pool) => [pool, []]));
  for (const { sourceRef, targetRef } of messageFlows) {
    const [source, target] = [poolOf(sourceRef, pools), poolOf(targetRef, pools)];
    if (!source || !target || !sourceRef || !targetRef) continue;
    talks.get(source)?.push({ partner: target, end: sourceRef });
    talks.get(target)?.push({ partner: source, end: targetRef });
  }
  return talks;
}

/** The pool that an end of a message is, or lies in. */
function poolOf(end: ModelElement | undefined, pools: readonly Participant[]): Participant | undefined {
  for (let element = end; element; element = element.$parent) {
    const found = pools.find((pool) => pool === element || pool.processRef === element);
    if (found) return found;
  }
  return undefined;
}

/** The only pool that a black box talks with, if that one shows a process. */
function partnerOf(pool: Participant, talks: Talks): Participant | undefined {
  const [partner, ...others] = new Set(isBlackBox(pool) ? talks.get(pool)?.map((talk) => talk.partner) : []);
  return partner && !isBlackBox(partner) && others.length === 0 ? partner : undefined;
}

/** A pool that shows nothing. */
function isBlackBox(pool: Participant): boolean {
  return !processOf(pool)?.flowElements.some((element) => is(element, 'bpmn:FlowNode'));
}

/** What a pool shows; undefined too where a file refers to something that is no process. */
export function processOf({ processRef }: Participant): Process | undefined {
  return is(processRef, 'bpmn:Process') ? processRef : undefined;
}

interface Known {
  readonly pools: readonly Participant[];
  readonly talks: Talks;
  /** The sides of black boxes before this one. */
  readonly sides: ReadonlyMap<Participant, Side>;
}

/** The declared side of its partner, unless much less is in the way on the other. */
function sideOf(pool: Participant, partner: Participant, { pools, talks, sides }: Known): Side {
  const place = pools.indexOf(partner);
  const declared = (other: Participant): Side => (pools.indexOf(other) < place ? 'above' : 'below');
  const inTheWay = { above: 0, below: 0 };
  for (const talk of talks.get(partner) ?? []) {
    if (talk.partner === pool) {
      const { before, after } = lanesAround(talk.end, partner);
      inTheWay.above += before;
      inTheWay.below += after;
    } else inTheWay[sides.get(talk.partner) ?? declared(talk.partner)]++;
  }
  const usual = declared(pool);
  const other: Side = usual === 'above' ? 'below' : 'above';
  return inTheWay[usual] - inTheWay[other] >= worthMoving ? other : usual;
}

/** How many lanes of a pool stand above and below the one that an element lies in. */
function lanesAround(element: ModelElement, { processRef }: Participant): { before: number; after: number } {
  const lanes = (processRef?.laneSets ?? []).flatMap((set) => set.lanes).flatMap(leaves);
  const step = stepOf(element, processRef);
  const at = lanes.findIndex((lane) => lane.flowNodeRef.some((node) => node === step));
  return at < 0 ? { before: 0, after: 0 } : { before: at, after: lanes.length - 1 - at };
}

function leaves(lane: Lane): Lane[] {
  const children = lane.childLaneSet?.lanes ?? [];
  return children.length > 0 ? children.flatMap(leaves) : [lane];
}

/** The step of a process that an element is or lies in; of a boundary event its host. */
function stepOf(element: ModelElement, process: ModelElement | undefined): ModelElement {
  let step = element;
  while (step.$parent && step.$parent !== process) step = step.$parent;
  return is(step, 'bpmn:BoundaryEvent') ? (step.attachedToRef ?? step) : step;
}
