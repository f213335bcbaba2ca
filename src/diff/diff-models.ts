/** Two models → what a reviewer is told. */
import { type CmmnDefinitions, type Definitions, is, type ModelElement } from '../model/index.ts';
import type { Change, Told } from './change.ts';
import { type Comparison, compare, type Difference } from './compare.ts';
import { contentsOf, elementIn, endsOf, idOf, isConnection, isItem, itemOf, nameOf } from './items.ts';
import { matchAll } from './matching.ts';
import type { Pairs } from './pairs.ts';
import { isSameModel } from './same-model.ts';
import { OneSide } from './structure.ts';
import { tellAnything } from './tell-anything.ts';
import { tellAspect, tellName, tellType } from './tell-details.ts';
import { tellDrawing } from './tell-drawing.ts';
import { areOnlyIds, isListOfFlows, silence, tellFile } from './tell-file.ts';
import { tellIds } from './tell-ids.ts';
import { tellNamespaces } from './tell-namespaces.ts';
import {
  isFolded,
  isToldByFlows,
  lanesOf,
  type Sides,
  tellHost,
  tellLaneMoves,
  tellMove,
  tellOrder,
  tellRoute,
} from './tell-places.ts';
import { isOfSentry, isToldByCriterion, tellSentry, usersOfSentries } from './tell-sentries.ts';
import { tellOneSide } from './tell-structure.ts';
import { together } from './together.ts';
import { quoted, short, The, the, titleOf } from './words.ts';

/**
 * The changes from one model to another, in the order of the model after. Every difference is in one of them, save ids that follow
 * a name or the ends of a flow; where things are drawn is one change in all. No changes: the models say the same.
 *
 * @param before both of BPMN or both of CMMN
 */
export function diffModels(before: Definitions | CmmnDefinitions, after: Definitions | CmmnDefinitions): Change[] {
  return changesBetween(before, after, matchAll(before, after));
}

/** The same for a model that was written from another: one id is one element there, without a second thought. */
export function diffWritten(before: Definitions | CmmnDefinitions, after: Definitions | CmmnDefinitions): Change[] {
  return isSameModel(before, after) ? [] : changesBetween(before, after, matchAll(before, after, true));
}

function changesBetween(
  before: Definitions | CmmnDefinitions,
  after: Definitions | CmmnDefinitions,
  pairs: Pairs,
): Change[] {
  const told = new Report(before, after, pairs).tell();
  return toChanges(told, pairs, [...contentsOf(before)], [...contentsOf(after)]);
}

class Report {
  readonly #before: ModelElement;
  readonly #after: ModelElement;
  readonly #comparison: Comparison;
  readonly #sides: Sides;
  readonly #users: { before: ReturnType<typeof usersOfSentries>; after: ReturnType<typeof usersOfSentries> };
  /** What another element holds now. */
  readonly #moved: ReadonlySet<ModelElement>;
  /** Of steps that list other flows than lead to them or from them. */
  readonly #flowLists: Difference[] = [];

  constructor(before: ModelElement, after: ModelElement, pairs: Pairs) {
    this.#before = before;
    this.#after = after;
    this.#comparison = compare(before, after, pairs);
    const { added, removed, differences } = this.#comparison;
    const lanes = { lanesBefore: lanesOf(contentsOf(before)), lanesAfter: lanesOf(contentsOf(after)) };
    this.#sides = { pairs, added: new OneSide(added), removed: new OneSide(removed), ...lanes };
    this.#users = { before: usersOfSentries(contentsOf(before)), after: usersOfSentries(contentsOf(after)) };
    this.#moved = new Set(differences.filter(({ what }) => what === 'place').map((each) => each.after));
  }

  tell(): Told[] {
    const { added, removed, pairs } = this.#sides;
    return [
      ...tellOneSide('removed', removed, (line) => this.#isFoldedLine(line, undefined)),
      ...tellOneSide('added', added, (line) => this.#isFoldedLine(undefined, line)),
      ...tellLaneMoves(this.#sides),
      ...this.#comparison.differences.flatMap((difference) => this.#tellOne(difference)),
      ...tellNamespaces(this.#comparison),
      ...tellIds(this.#comparison),
      ...tellFile(this.#comparison, this.#flowLists, areOnlyIds(this.#comparison)),
      ...tellDrawing(this.#before, this.#after, pairs),
    ];
  }

  #isFoldedLine(before: ModelElement | undefined, after: ModelElement | undefined): boolean {
    return is(before ?? after, 'bpmn:SequenceFlow') && isFolded(before, after, this.#sides);
  }

  #tellOne(difference: Difference): readonly Told[] {
    const { what, name, after } = difference;
    if (what === 'id' || what === 'namespace' || silence(difference)) return [];
    if (what === 'place') return this.#tellPlace(difference);
    if (isOfSentry(difference)) return this.#tellSentry(difference);
    if (what === 'type') return [tellType(difference) ?? tellAspect(difference) ?? tellAnything(difference)];
    if (isConnection(after) && (name === 'sourceRef' || name === 'targetRef')) return this.#tellEnds(difference);
    if (name === 'incoming' || name === 'outgoing') return this.#tellFlows(difference);
    if (name === 'flowNodeRef') return this.#tellLane(difference);
    if (what === 'part' && name === 'planningTable' && isOnlyItems(difference)) return [];
    if (name === 'dataInputRefs' || name === 'dataOutputRefs') return this.#tellSet(difference);
    if (name === 'attachedToRef') return [tellHost(difference)];
    if (name === 'default' && what === 'reference') return [tellDefault(difference)];
    return [tellName(difference) ?? tellAspect(difference) ?? tellAnything(difference)];
  }

  #tellPlace(difference: Difference): readonly Told[] {
    const { after } = difference;
    const told = tellMove(difference, this.#sides);
    if (told) return [told];
    const user = [...contentsOf(this.#after)].find((item) => elementIn(item, 'definitionRef') === after);
    const goesWith = [...endsOf(after), user, ...(isItem(after) ? [] : [itemOf(after)]), ...this.#criteriaOf(after)];
    return goesWith.some((one) => one && this.#moved.has(one)) ? [] : [tellAnything(difference)];
  }

  #criteriaOf(sentry: ModelElement): ModelElement[] {
    return (this.#users.after.get(sentry) ?? []).map(itemOf);
  }

  #tellSentry(difference: Difference): readonly Told[] {
    if (isToldByCriterion(difference, this.#users)) return [];
    const told = tellSentry(difference, this.#sides.pairs, this.#users);
    return told.length > 0 ? told : [tellAnything(difference)];
  }

  #tellEnds({ before, after }: Difference): readonly Told[] {
    return this.#isFoldedLine(before, after) ? [] : [tellRoute(before, after, this.#sides)];
  }

  #tellFlows(difference: Difference): readonly Told[] {
    const order = tellOrder(difference, this.#sides);
    const isTold = difference.what === 'reference' && isToldByFlows(difference, this.#sides);
    if (!isTold && isListOfFlows(difference)) this.#flowLists.push(difference);
    return order ? [order] : [];
  }

  /** Which inputs belong together says nothing more where inputs came and went. */
  #tellSet(difference: Difference): readonly Told[] {
    const { pairs } = this.#sides;
    const { elementsFrom = [], elementsTo = [], from, to } = difference;
    const gone = elementsFrom.filter((data) => !elementsTo.includes(pairs.afterOf.get(data) ?? data));
    const come = elementsTo.filter((data) => !elementsFrom.includes(pairs.beforeOf.get(data) ?? data));
    const isTold = from === to && [...gone, ...come].every((data) => pairs.numberOf(data) === undefined);
    return isTold ? [] : [tellAnything(difference)];
  }

  /** A step of which only the outer lane is another is no move between lanes that a reader sees. */
  #tellLane(difference: Difference): readonly Told[] {
    const { pairs, lanesBefore, lanesAfter } = this.#sides;
    const { elementsFrom = [], elementsTo = [] } = difference;
    const gone = elementsFrom.filter((node) => !elementsTo.includes(pairs.afterOf.get(node) ?? node));
    const come = elementsTo.filter((node) => !elementsFrom.includes(pairs.beforeOf.get(node) ?? node));
    const isMove = (before: ModelElement | undefined, after: ModelElement | undefined) => {
      if (!before || !after) return true;
      const [from, to] = [lanesBefore.get(before), lanesAfter.get(after)];
      return from !== to && !pairs.isPair(from, to);
    };
    const isTold =
      difference.from === difference.to &&
      gone.every((node) => isMove(node, pairs.afterOf.get(node))) &&
      come.every((node) => isMove(pairs.beforeOf.get(node), node));
    return isTold ? [] : [tellAnything(difference)];
  }
}

/** Whether a planning table that came or went says no more than what can be planned by it, which is told by itself. */
function isOnlyItems({ elementsFrom = [], elementsTo = [] }: Difference): boolean {
  const parts = [...elementsFrom, ...elementsTo].flatMap((table) => [...contentsOf(table)].slice(1));
  const tables = [...elementsFrom, ...elementsTo, ...parts].filter((part) => is(part, 'cmmn:PlanningTable'));
  return tables.every((table) => table.authorizedRoleRefs.length + table.applicabilityRules.length === 0);
}

function tellDefault({ before, after }: Difference): Told {
  const [from, to] = [elementIn(before, 'default'), elementIn(after, 'default')];
  const words = (flow: ModelElement | undefined) => {
    if (!flow) return 'none';
    const target = endsOf(flow)[1];
    return `the flow${nameOf(flow) === '' ? '' : ` ${quoted(nameOf(flow))}`}${target ? ` to ${short(target)}` : ''}`;
  };
  const instead = from && to ? ` instead of ${words(from)}` : '';
  const sentence = to
    ? `Default flow of ${the(after)} is now ${words(to)}${instead}.`
    : `${The(after)} has no default flow any more.`;
  return {
    kind: 'default',
    sentence,
    from: words(from),
    to: words(to),
    before: [before, ...(from ? [from] : [])],
    after: [after, ...(to ? [to] : [])],
  };
}

/** Elements as ids, each with its heading, in the order of the file; what is told twice is told once. */
function toChanges(
  told: readonly Told[],
  pairs: Pairs,
  before: readonly ModelElement[],
  after: readonly ModelElement[],
): Change[] {
  const ranks = new Map(after.map((element, index) => [element, index]));
  // What was removed comes where it stood: behind what was before it.
  let last = -1;
  for (const element of before) {
    const partner = pairs.afterOf.get(element);
    last = (partner && ranks.get(partner)) ?? last + 1e-6;
    if (!partner) ranks.set(element, last);
  }
  const users = Map.groupBy([...before, ...after], (element) => elementIn(element, 'definitionRef'));
  const drawn = (element: ModelElement) => planItemOf(element, users);
  const headingOf = (element: ModelElement) => groupOf(element, pairs);
  const changes = new Map<string, { change: Change; rank: number }>();
  for (const one of together(told, headingOf)) {
    const subject = one.after[0] ?? one.before[0];
    const rank = subject ? (ranks.get(subject) ?? 0) : Number.POSITIVE_INFINITY;
    const change = {
      kind: one.kind,
      element: subject ? idOf(drawn(subject)) || null : null,
      before: one.from ?? null,
      after: one.to ?? null,
      sentence: one.sentence,
      group: subject ? headingOf(subject) : '',
      marks: {
        before: one.before.map(drawn).map(idOf).filter(Boolean),
        after: one.after.map(drawn).map(idOf).filter(Boolean),
      },
    };
    const key = `${change.kind} ${change.element} ${change.sentence}`;
    if (!changes.has(key)) changes.set(key, { change, rank });
  }
  return [...changes.values()].sort((a, b) => a.rank - b.rank).map(({ change }) => change);
}

/** A definition is seen as the plan item that it is of, if that is one. */
function planItemOf(
  element: ModelElement,
  users: ReadonlyMap<ModelElement | undefined, readonly ModelElement[]>,
): ModelElement {
  if (!is(element, 'cmmn:PlanItemDefinition')) return element;
  const [user, ...more] = users.get(element) ?? [];
  return user && more.length === 0 ? user : element;
}

/** The process or case that an element is of, as a heading; what belongs to none of them is of the file. */
function groupOf(element: ModelElement, pairs: Pairs): string {
  for (let around: ModelElement | undefined = element; around; around = around.$parent) {
    // What was removed stands below what it was removed from, as that is called now.
    const one = pairs.afterOf.get(around) ?? around;
    if (is(one, 'bpmn:Process') || is(one, 'cmmn:Case')) return The(one);
    // The only one of a file has an id that nobody has written.
    if (is(one, 'bpmn:Collaboration')) return titleOf(one) === '' ? 'Collaboration' : The(one);
  }
  return 'Definitions';
}
