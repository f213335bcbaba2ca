/** Sentences on what is somewhere else: lanes, scopes, hosts, the ends and the order of flows. */
import { is, type ModelElement } from '../model/index.ts';
import type { Told } from './change.ts';
import type { Difference } from './compare.ts';
import { elementIn, elementsIn, endsOf, isConnection, isItem, itemOf, nameOf } from './items.ts';
import type { Pairs } from './pairs.ts';
import type { OneSide } from './structure.ts';
import { kindOf, listed, quoted, sentenceCase, short, The, the, titleOf } from './words.ts';

/** The two models as wholes, for what a single difference does not show. */
export interface Sides {
  readonly pairs: Pairs;
  readonly added: OneSide;
  readonly removed: OneSide;
  /** The innermost lane of every step. */
  readonly lanesBefore: ReadonlyMap<ModelElement, ModelElement>;
  readonly lanesAfter: ReadonlyMap<ModelElement, ModelElement>;
}

/** More moves than this from one lane to one other are told in one sentence. */
const MOST_MOVES = 3;

/** Innermost lanes: a lane comes before those in it. */
export function lanesOf(elements: Iterable<ModelElement>): Map<ModelElement, ModelElement> {
  const lanes = new Map<ModelElement, ModelElement>();
  for (const lane of elements) {
    if (is(lane, 'bpmn:Lane')) for (const node of elementsIn(lane, 'flowNodeRef')) lanes.set(node, lane);
  }
  return lanes;
}

/** Steps that are in another lane than before. */
export function tellLaneMoves({ pairs, lanesBefore, lanesAfter }: Sides): Told[] {
  const moves: Told[] = [];
  for (const [before, after] of pairs.afterOf) {
    if (!is(before, 'bpmn:FlowNode')) continue;
    const [from, to] = [lanesBefore.get(before), lanesAfter.get(after)];
    if (from === to || pairs.isPair(from, to)) continue;
    const sentence = `${The(after)} moved${way(from, to)}.`;
    moves.push({
      kind: 'moved',
      sentence,
      from: from && the(from),
      to: to && the(to),
      before: [before],
      after: [after],
    });
  }
  const groups = Map.groupBy(moves, ({ from, to }) => `${from} > ${to}`);
  return [...groups.values()].flatMap((group) => (group.length > MOST_MOVES ? [together(group)] : group));
}

function together(moves: readonly Told[]): Told {
  const [first, ...more] = moves;
  if (!first) throw new Error('There is no move to tell.');
  const way = first.sentence.slice(first.sentence.lastIndexOf(' moved '), -1);
  const after = moves.flatMap((move) => move.after);
  return {
    ...first,
    sentence: `${more.length + 1} steps${way}: ${listed(after.map((step) => short(step)))}.`,
    before: moves.flatMap((move) => move.before),
    after,
  };
}

function way(from: ModelElement | undefined, to: ModelElement | undefined): string {
  return `${from ? ` from ${the(from)}` : ''}${to ? `${from ? ' to' : ' into'} ${the(to)}` : ' out of it'}`;
}

/** An element that another one holds now: a step in another sub-process, a plan item in another stage. */
export function tellMove({ before, after }: Difference, { pairs }: Sides): Told | undefined {
  const item = itemOf(after);
  // A part goes with its item, and a definition with the plan item that it is of.
  if (!isItem(after)) return undefined;
  if (is(after, 'cmmn:PlanItemDefinition')) return undefined;
  const [from, to] = [before.$parent && itemOf(before.$parent), after.$parent && itemOf(after.$parent)];
  const isSame = pairs.isPair(from, to);
  if (isConnection(item) && is(item, 'bpmn:SequenceFlow')) return undefined;
  const sentence = isSame ? `${The(after)} moved within ${the(to ?? after)}.` : `${The(after)} moved${way(from, to)}.`;
  return { kind: 'moved', sentence, from: from && the(from), to: to && the(to), before: [before], after: [after] };
}

/** A boundary event that hangs on another activity. */
export function tellHost({ before, after }: Difference): Told {
  const [from, to] = [elementIn(before, 'attachedToRef'), elementIn(after, 'attachedToRef')];
  const name = `${kindOf(after)}${titleOf(after) === '' ? '' : ` ${quoted(titleOf(after))}`}`;
  // What became a boundary event hangs on something for the first time.
  const words = from ? ` moved${way(from, to)}` : ` hangs on ${to ? the(to) : 'nothing'} now`;
  const sentence = `${sentenceCase(name)}${words}.`;
  return { kind: 'moved', sentence, from: from && the(from), to: to && the(to), before: [before], after: [after] };
}

/** Whether the ends of a line are others only because something was added between them, or removed. */
export function isFolded(before: ModelElement | undefined, after: ModelElement | undefined, sides: Sides): boolean {
  const { pairs, added, removed } = sides;
  const isNoLoss = !before || isTold(endsOf(before), removed, added, (end) => pairs.afterOf.get(end));
  const isNoGain = !after || isTold(endsOf(after), added, removed, (end) => pairs.beforeOf.get(end));
  return isNoLoss && isNoGain;
}

/** Whether a line of one model needs no sentence: one of its ends is told, or what is told of the other model stands in its place. */
function isTold(
  ends: readonly (ModelElement | undefined)[],
  own: OneSide,
  other: OneSide,
  partner: (end: ModelElement) => ModelElement | undefined,
): boolean {
  if (ends.some((end) => own.has(end))) return true;
  const [source, target] = ends.map((end) => end && partner(end));
  return other.spans(source, target);
}

/** A line that begins or ends elsewhere. */
export function tellRoute(before: ModelElement, after: ModelElement, { pairs }: Sides): Told {
  const [[source, target], [newSource, newTarget]] = [endsOf(before), endsOf(after)];
  const words = (end: ModelElement | undefined) => (end ? short(end) : 'nothing');
  const said: string[] = [];
  if (!isSameEnd(pairs, source, newSource)) said.push(`begins at ${words(newSource)} instead of ${words(source)}`);
  if (!isSameEnd(pairs, target, newTarget)) said.push(`leads to ${words(newTarget)} instead of ${words(target)}`);
  const name = nameOf(after) === '' ? '' : ` ${quoted(nameOf(after))}`;
  const from = isSameEnd(pairs, source, newSource) && newSource ? ` from ${short(newSource)}` : '';
  const to = from === '' && isSameEnd(pairs, target, newTarget) && newTarget ? ` to ${short(newTarget)}` : '';
  const line = `${kindOf(after)}${name}${from}${to}`;
  return {
    kind: 'rerouted',
    sentence: `${line.charAt(0).toUpperCase()}${line.slice(1)} now ${said.join(' and ')}.`,
    from: `${words(source)} to ${words(target)}`,
    to: `${words(newSource)} to ${words(newTarget)}`,
    before: [before],
    after: [after],
  };
}

function isSameEnd(pairs: Pairs, before: ModelElement | undefined, after: ModelElement | undefined): boolean {
  return before === after || pairs.isPair(before, after);
}

/** The branches of a gateway come in another order. */
export function tellOrder({ before, after, name }: Difference, { pairs }: Sides): Told | undefined {
  // The order in which flows arrive says nothing.
  if (name !== 'outgoing') return undefined;
  const from = elementsIn(before, name).filter((flow) =>
    elementsIn(after, name).includes(pairs.afterOf.get(flow) ?? flow),
  );
  const to = elementsIn(after, name).filter((flow) =>
    elementsIn(before, name).includes(pairs.beforeOf.get(flow) ?? flow),
  );
  if (from.every((flow, index) => pairs.afterOf.get(flow) === to[index])) return undefined;
  // By what they are called now: what was renamed is told elsewhere.
  const words = listed(from.map((flow) => branch(pairs.afterOf.get(flow) ?? flow)));
  const newWords = listed(to.map(branch));
  const sentence = `The branches of ${the(after)} come in another order: ${newWords} instead of ${words}.`;
  return { kind: 'order', sentence, from: words, to: newWords, before: [before, ...from], after: [after, ...to] };
}

function branch(flow: ModelElement): string {
  const end = elementIn(flow, 'targetRef');
  return nameOf(flow) === '' ? (end ? short(end) : the(flow)) : quoted(nameOf(flow));
}

/** Whether the lists of flows at two ends differ only by flows that are told themselves. */
export function isToldByFlows(
  { before, after, elementsFrom = [], elementsTo = [] }: Difference,
  { pairs }: Sides,
): boolean {
  const gone = elementsFrom.filter((flow) => !elementsTo.includes(pairs.afterOf.get(flow) ?? flow));
  const come = elementsTo.filter((flow) => !elementsFrom.includes(pairs.beforeOf.get(flow) ?? flow));
  const isOther = (one: ModelElement, other: ModelElement | undefined) =>
    other === undefined || endsOf(one).some((end, index) => !isSameFor(pairs, end, endsOf(other)[index]));
  return (
    gone.every((flow) => isOther(flow, pairs.afterOf.get(flow))) &&
    come.every((flow) => isOther(flow, pairs.beforeOf.get(flow))) &&
    pairs.isPair(before, after)
  );
}

function isSameFor(pairs: Pairs, one: ModelElement | undefined, other: ModelElement | undefined): boolean {
  return one === other || pairs.isPair(one, other) || pairs.isPair(other, one);
}
