/** Sentences on what an element says: its name, conditions, triggers, rules; and whatever else, by its name in the standard. */
import { is, type ModelElement } from '../model/index.ts';
import type { ChangeKind, Told } from './change.ts';
import type { Difference } from './compare.ts';
import { controlText, sentryText } from './describe-cases.ts';
import { conditionText, expressionText, loopText, triggerText } from './describe-events.ts';
import { elementIn, elementsIn, isConnection, isItem, itemOf, propertyHolding } from './items.ts';
import {
  changed,
  code,
  inWords,
  kindNamed,
  kindOf,
  listed,
  quoted,
  sentenceCase,
  short,
  The,
  the,
  titleOf,
} from './words.ts';

/** A subject that is said as a whole, before and after, whichever of its parts differ. */
interface Aspect {
  readonly kind: ChangeKind;
  /** How a sentence begins, about an item. */
  readonly title: (item: ModelElement) => string;
  readonly words: (owner: ModelElement) => string;
}

const aspects: Readonly<Record<string, Aspect>> = {
  eventDefinitions: { kind: 'trigger', title: triggerTitle, words: triggerText },
  eventDefinitionRef: { kind: 'trigger', title: triggerTitle, words: triggerText },
  conditionExpression: { kind: 'condition', title: (item) => `Condition of ${the(item)}`, words: conditionWords },
  loopCharacteristics: { kind: 'marker', title: (item) => `Repetition of ${the(item)}`, words: loopText },
  documentation: { kind: 'documentation', title: (item) => `Documentation of ${the(item)}`, words: documentationWords },
  itemControl: {
    kind: 'marker',
    title: (item) => `Rules of ${the(item)}`,
    words: (item) => controlText(elementIn(item, 'itemControl')),
  },
  defaultControl: {
    kind: 'marker',
    title: (item) => `Default rules of ${the(item)}`,
    words: (item) => controlText(elementIn(item, 'defaultControl')),
  },
};

function triggerTitle(event: ModelElement): string {
  return `${is(event, 'bpmn:ThrowEvent') ? 'Result' : 'Trigger'} of ${the(event)}`;
}

function conditionWords(flow: ModelElement): string {
  return conditionText(flow) || 'none';
}

function documentationWords(element: ModelElement): string {
  const texts = elementsIn(element, 'documentation').map((one) => String(one.get('text') ?? ''));
  return texts.length === 0 ? 'none' : quoted(texts.join(' '));
}

/** Properties of parts that the words of an aspect say; any other is told by its name. */
const saidByAspects: ReadonlySet<string> = new Set([
  'body',
  'text',
  'condition',
  'timeDate',
  'timeDuration',
  'timeCycle',
  'messageRef',
  'signalRef',
  'errorRef',
  'escalationRef',
  'activityRef',
  'name',
  'isSequential',
  'loopCardinality',
  'completionCondition',
  'loopCondition',
  'loopMaximum',
  'testBefore',
  'requiredRule',
  'manualActivationRule',
  'repetitionRule',
]);

/** The property of an owner in which an element lies, and the owner. */
interface Place {
  readonly owner: ModelElement;
  readonly property: string;
}

/** Where a difference is, seen from the item: the property of the item itself through which one comes to it. */
function placeOf(element: ModelElement, name: string): Place {
  let [owner, property] = [element, name];
  while (!isItem(owner) && owner.$parent) {
    property = propertyHolding(owner);
    owner = owner.$parent;
  }
  return { owner, property };
}

/** One sentence for all differences of one aspect; undefined where its words are the same. */
export function tellAspect(difference: Difference): Told | undefined {
  const place = placeOf(difference.after, difference.name);
  const aspect = aspects[place.property];
  const isSaid =
    difference.after === place.owner ||
    difference.what === 'part' ||
    difference.what === 'type' ||
    saidByAspects.has(difference.name);
  if (!aspect || !isSaid || difference.what === 'foreign') return undefined;
  const owner = placeOf(difference.before, difference.name).owner;
  const [from, to] = [aspect.words(owner), aspect.words(place.owner)];
  if (from === to) return undefined;
  return about(aspect.kind, `${aspect.title(place.owner)} ${changed(from, to)}.`, owner, place.owner, from, to);
}

function about(
  kind: ChangeKind,
  sentence: string,
  before: ModelElement,
  after: ModelElement,
  from?: string,
  to?: string,
): Told {
  return { kind, sentence, from, to, before: [before], after: [after] };
}

/** A name or a text that is another. */
export function tellName({ before, after, name, from, to }: Difference): Told | undefined {
  if (!isItem(after) || !['name', 'text', 'value'].includes(name)) return undefined;
  const [old, new_] = [from?.trim() ? quoted(from) : undefined, to?.trim() ? quoted(to) : undefined];
  if (isConnection(after) || !old || !new_ || old === new_) {
    const what = isConnection(after) ? 'Label' : sentenceCase(name);
    return about(
      'renamed',
      `${what} of ${the(after)} ${changed(old ?? 'nothing', new_ ?? 'nothing')}.`,
      before,
      after,
      from,
      to,
    );
  }
  return about(
    'renamed',
    `${sentenceCase(kindOf(before))} ${old} ${name === 'name' ? 'renamed to' : 'now reads'} ${new_}.`,
    before,
    after,
    from,
    to,
  );
}

/** What became another type. */
export function tellType({ before, after, from = '', to = '' }: Difference): Told | undefined {
  if (!isItem(after)) return undefined;
  const title = titleOf(after) === '' ? The(after) : quoted(titleOf(after));
  const words = [kindNamed(from), kindNamed(to)] as const;
  return about('retyped', `${title} changed from ${words[0]} to ${words[1]}.`, before, after, ...words);
}

/** Truth values that have better words than their names: where they are true, and where they are not. */
const markers: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  isForCompensation: ['is now for compensation', 'is no longer for compensation'],
  isInterrupting: ['now interrupts', 'no longer interrupts'],
  cancelActivity: ['now interrupts', 'no longer interrupts'],
  triggeredByEvent: ['is now triggered by an event', 'is no longer triggered by an event'],
  parallelMultiple: ['now waits for all its triggers', 'now waits for any of its triggers'],
  instantiate: ['now starts the process', 'no longer starts the process'],
  isCollection: ['is now a collection', 'is no longer a collection'],
  isExecutable: ['is now executable', 'is no longer executable'],
  autoComplete: ['now completes by itself', 'no longer completes by itself'],
  isBlocking: ['is now waited for', 'is no longer waited for'],
};

/** Kinds by the property, for what has no sentence of its own. */
const kindsOf: Readonly<Record<string, ChangeKind>> = {
  messageRef: 'trigger',
  performerRef: 'role',
  authorizedRoleRefs: 'role',
  resources: 'role',
  role: 'role',
  applicabilityRuleRefs: 'planning',
  applicabilityRules: 'planning',
  planningTable: 'planning',
  tableItems: 'planning',
  dataInputAssociations: 'data',
  dataOutputAssociations: 'data',
  ioSpecification: 'data',
  properties: 'data',
  dataState: 'data',
  itemSubjectRef: 'data',
  multiplicity: 'data',
  timerExpression: 'trigger',
  timerStart: 'trigger',
};

/** Whatever differs, by its name. Never nothing. */
export function tellAnything(difference: Difference): Told {
  const { before, after, what, name } = difference;
  const [item, itemBefore] = [itemOf(after), itemOf(before)];
  const marker = markers[name];
  if (marker && what === 'value' && item === after) {
    const word = difference.to === 'true' ? marker[0] : marker[1];
    return about('marker', `${The(item)} ${word}.`, itemBefore, item, difference.from, difference.to);
  }
  const data = tellData(difference);
  if (data) return data;
  const place = placeOf(after, name);
  const kind = kindsOf[place.property] ?? (what === 'foreign' ? 'extension' : 'attribute');
  const bare = what === 'part' ? bareKindOf(difference) : undefined;
  if (bare) {
    const words = `${[...pathTo(after), bare].join(', ')} ${difference.elementsTo ? 'added' : 'taken away'}`;
    return about(kind, `${The(item)}: ${words}.`, itemBefore, item, ...valuesOf(difference));
  }
  const title = [...pathTo(after), named(difference)].filter(Boolean).join(', ');
  const [from, to] = valuesOf(difference);
  const words = what === 'order' ? 'in another order' : changed(from, to);
  return about(kind, `${The(item)}: ${title} ${words}.`, itemBefore, item, from, to);
}

/** The kind of a part that came or went, where no more can be said of it than its kind. */
function bareKindOf({ elementsFrom = [], elementsTo = [] }: Difference): string | undefined {
  const [gone, come] = [elementsFrom[0], elementsTo[0]];
  const part = gone ?? come;
  return part && !(gone && come) && partText(part) === kindOf(part) ? kindOf(part) : undefined;
}

function named({ what, name, elementsFrom, elementsTo, after }: Difference): string {
  const part = what === 'part' ? (elementsTo?.[0] ?? elementsFrom?.[0]) : undefined;
  if (what === 'foreign') return name;
  if (what === 'place' || what === 'type') return isItem(after) ? 'place' : 'kind';
  if (name === 'body' && !isItem(after)) return '';
  if (part) return inWords(name).replace(/s$/, '');
  return inWords(name.replace(/Refs?$/, ''));
}

/** The parts between an item and an element in it, from the outside: `loop characteristics, loop cardinality`. */
function pathTo(element: ModelElement): string[] {
  const path: string[] = [];
  for (let one = element; !isItem(one) && one.$parent; one = one.$parent) {
    // What is in there is said with its own name.
    if (one.$type.endsWith(':ExtensionElements')) continue;
    const title = titleOf(one);
    path.unshift(`${inWords(propertyHolding(one)).replace(/s$/, '')}${title === '' ? '' : ` ${quoted(title)}`}`);
  }
  return path;
}

function valuesOf({
  what,
  name,
  from,
  to,
  elementsFrom = [],
  elementsTo = [],
}: Difference): [string | undefined, string | undefined] {
  if (what === 'type') return [kindNamed(from ?? ''), kindNamed(to ?? '')];
  if (what === 'reference') return [targets(elementsFrom, from), targets(elementsTo, to)];
  if (what === 'part') return [elementsFrom[0] && partText(elementsFrom[0]), elementsTo[0] && partText(elementsTo[0])];
  const isCode = name === 'body' || name === 'script' || what === 'foreign';
  const word = (value: string | undefined) => (value === undefined ? undefined : isCode ? code(value) : quoted(value));
  return [word(from), word(to)];
}

function targets(elements: readonly ModelElement[], dangling: string | undefined): string | undefined {
  const words = [
    ...elements.map((element) => (isConnection(element) ? the(element) : short(element))),
    ...(dangling ? [quoted(dangling)] : []),
  ];
  return words.length === 0 ? undefined : listed(words);
}

/** A part in words, as far as words go. */
function partText(part: ModelElement): string {
  if (is(part, 'bpmn:Expression') || is(part, 'cmmn:Expression') || elementIn(part, 'condition'))
    return expressionText(part);
  if (is(part, 'cmmn:Sentry')) return sentryText(part);
  if (is(part, 'cmmn:Criterion')) return sentryText(part.sentryRef);
  return the(part);
}

const reading: Readonly<Record<string, readonly [property: string, now: string, before: string]>> = {
  dataInputAssociations: ['sourceRef', 'now reads', 'no longer reads'],
  dataOutputAssociations: ['targetRef', 'now writes', 'no longer writes'],
};

/** Data that a step reads or writes, or does no more. */
function tellData({ before, after, what, name, elementsFrom, elementsTo }: Difference): Told | undefined {
  const words = reading[name];
  const part = elementsTo?.[0] ?? elementsFrom?.[0];
  if (!words || what !== 'part' || !part || !isItem(after)) return undefined;
  const [property, now, noMore] = words;
  const [data] = [...elementsIn(part, property), ...[elementIn(part, property)].flatMap((one) => one ?? [])];
  if (!data || !isItem(data)) return undefined;
  const sentence = `${The(after)} ${elementsTo ? now : noMore} ${the(data)}.`;
  return about('data', sentence, before, after, elementsFrom && the(data), elementsTo && the(data));
}
