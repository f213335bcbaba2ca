/** Sentences on whatever has none of its own, by its name in the standard or what a vendor calls it. */
import { is, type ModelElement } from '../model/index.ts';
import type { ChangeKind, Told } from './change.ts';
import type { Difference } from './compare.ts';
import { sentryText } from './describe-cases.ts';
import { expressionText } from './describe-events.ts';
import { contentsOf, elementIn, elementsIn, isConnection, isItem, itemOf, propertyHolding } from './items.ts';
import { about, placeOf } from './tell-details.ts';
import {
  changed,
  changedText,
  code,
  inWords,
  kindNamed,
  kindOf,
  listed,
  quoted,
  short,
  singular,
  The,
  the,
  titleOf,
} from './words.ts';

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
    const told = about('marker', `${The(item)} ${word}.`, itemBefore, item, difference.from, difference.to);
    return { ...told, statement: `: ${word}` };
  }
  const data = tellData(difference);
  if (data) return data;
  const place = placeOf(after, name);
  const kind = kindsOf[place.property] ?? (isForeign(difference) ? 'extension' : 'attribute');
  const statement = `: ${statementOf(difference)}`;
  const [from, to] = valuesOf(difference);
  return { ...about(kind, `${The(item)}${statement}.`, itemBefore, item, from, to), statement };
}

function isForeign({ what }: Difference): boolean {
  return what === 'foreign' || what === 'foreign part';
}

/** What is said of the item: `camunda form key changed from `a` to `b``. */
function statementOf(difference: Difference): string {
  const { after, what, name, from, to } = difference;
  const said = what === 'part' ? saidWithKind(difference) : undefined;
  const path = [...pathTo(after), said ?? named(difference)].filter(Boolean).join(', ');
  if (said) return `${path} ${difference.elementsTo ? 'added' : 'taken away'}${expressionsIn(difference)}`;
  if (what === 'foreign part') return `${path} ${partWords(from, to)}`;
  if (what === 'order') return `${path} in another order`;
  if (what === 'foreign' || CODE.has(name)) return `${path} ${changedText(from, to, '`')}`;
  if (what === 'value' && name === 'multiplicity')
    return `${path} ${changed(from && inWords(from), to && inWords(to))}`;
  return `${path} ${what === 'value' ? changedText(from, to, '"') : changed(...valuesOf(difference))}`;
}

/** Properties that hold code. */
const CODE: ReadonlySet<string> = new Set(['body', 'script']);

function partWords(from: string | undefined, to: string | undefined): string {
  const text = to ?? from ?? '';
  return `${to === undefined ? 'taken away' : 'added'}${text === '' ? '' : `: ${code(text)}`}`;
}

/** A part that came or went whose words begin with its kind, so that the property says no more. */
function saidWithKind({ elementsFrom = [], elementsTo = [] }: Difference): string | undefined {
  const part = elementsFrom[0] ?? elementsTo[0];
  if (!part) return undefined;
  const words = partText(part);
  if (!words.startsWith(kindOf(part))) return undefined;
  // An id says nothing where a part has no name.
  return titleOf(part) === '' ? kindOf(part) : words;
}

function named({ what, name, elementsFrom, elementsTo, after }: Difference): string {
  const part = what === 'part' ? (elementsTo?.[0] ?? elementsFrom?.[0]) : undefined;
  if (what === 'foreign' || what === 'foreign part') return name;
  if (what === 'place' || what === 'type') return isItem(after) ? 'place' : 'kind';
  if (name === 'body' && !isItem(after)) return '';
  if (part) return singular(inWords(name));
  return inWords(name.replace(/Refs?$/, ''));
}

/** The expressions of a part that came or went, which are what a reader knows it by. */
function expressionsIn({ elementsFrom = [], elementsTo = [] }: Difference): string {
  const parts = [...elementsFrom, ...elementsTo].flatMap((part) => [...contentsOf(part)]);
  const words = parts.flatMap((part) =>
    is(part, 'bpmn:Expression') || is(part, 'cmmn:Expression') ? [expressionText(part)] : [],
  );
  return words.length === 0 ? '' : `: ${listed(words)}`;
}

/** Parts that are there for those in them. */
const SAID_BY_OTHERS = ['bpmn:InputOutputSpecification', 'bpmn:Assignment'] as const;

/** The parts between an item and an element in it, from the outside: `loop characteristics, loop cardinality`. */
function pathTo(element: ModelElement): string[] {
  const path: string[] = [];
  for (let one = element; !isItem(one) && one.$parent; one = one.$parent) {
    // What is in there is said with its own name.
    if (one.$type.endsWith(':ExtensionElements') || SAID_BY_OTHERS.some((type) => is(one, type))) continue;
    // What is put into an input is what the input is.
    if (is(one.$parent, 'bpmn:Assignment') && propertyHolding(one) === 'from') continue;
    const title = titleOf(one) || (is(one, 'bpmn:DataAssociation') ? titleOf(innerEndOf(one) ?? one) : '');
    path.unshift(`${partName(one)}${title === '' ? '' : ` ${quoted(title)}`}`);
  }
  return path;
}

/** What a reader calls a part: data that goes into a step is its input, whichever of the elements for it is meant. */
function partName(part: ModelElement): string {
  if (is(part, 'bpmn:DataInput') || is(part, 'bpmn:DataInputAssociation')) return 'input';
  if (is(part, 'bpmn:DataOutput') || is(part, 'bpmn:DataOutputAssociation')) return 'output';
  return singular(inWords(propertyHolding(part)));
}

function valuesOf({
  what,
  from,
  to,
  elementsFrom = [],
  elementsTo = [],
}: Difference): [string | undefined, string | undefined] {
  if (what === 'type') return [kindNamed(from ?? ''), kindNamed(to ?? '')];
  if (what === 'reference') return [targets(elementsFrom, from), targets(elementsTo, to)];
  if (what === 'part') return [elementsFrom[0] && partText(elementsFrom[0]), elementsTo[0] && partText(elementsTo[0])];
  return [from, to];
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

const reading: Readonly<Record<string, readonly [now: string, before: string]>> = {
  dataInputAssociations: ['now reads', 'no longer reads'],
  dataOutputAssociations: ['now writes', 'no longer writes'],
};

/** Data that a step reads or writes, or does no more. */
function tellData({ before, after, what, name, elementsFrom, elementsTo }: Difference): Told | undefined {
  const part = elementsTo?.[0] ?? elementsFrom?.[0];
  if (what !== 'part' || !part) return undefined;
  if (is(part, 'bpmn:ItemAwareElement') && is(part.$parent, 'bpmn:InputOutputSpecification'))
    return tellInner(part, itemOf(before), itemOf(after), elementsTo !== undefined);
  const words = reading[name];
  if (!words || !isItem(after)) return undefined;
  const inner = innerEndOf(part);
  if (inner && !isItem(inner)) {
    const data = outerEndOf(part);
    if (!data || !isItem(data)) return tellInner(inner, before, after, elementsTo !== undefined);
  }
  const data = outerEndOf(part);
  if (!data || !isItem(data)) return undefined;
  const sentence = `${The(after)} ${elementsTo ? words[0] : words[1]} ${the(data)}.`;
  return about('data', sentence, before, after, elementsFrom && the(data), elementsTo && the(data));
}

/** The end of an association of data that is in the step, and the one that is not. */
function innerEndOf(association: ModelElement): ModelElement | undefined {
  return endOf(association, is(association, 'bpmn:DataOutputAssociation') ? 'sourceRef' : 'targetRef');
}

function outerEndOf(association: ModelElement): ModelElement | undefined {
  return endOf(association, is(association, 'bpmn:DataOutputAssociation') ? 'targetRef' : 'sourceRef');
}

function endOf(association: ModelElement, name: string): ModelElement | undefined {
  return elementIn(association, name) ?? elementsIn(association, name)[0];
}

/** An input or output of a step, said once of it and of what fills it. */
function tellInner(data: ModelElement, before: ModelElement, after: ModelElement, isNew: boolean): Told {
  const owner = isNew ? after : before;
  const title = titleOf(data) === '' ? '' : ` ${quoted(titleOf(data))}`;
  const associations = [...elementsIn(owner, 'dataInputAssociations'), ...elementsIn(owner, 'dataOutputAssociations')];
  const filled = associations.filter((one) => innerEndOf(one) === data).flatMap(valueIn);
  const values = filled.length === 0 ? '' : `: ${listed(filled)}`;
  const words = `${partName(data)}${title}`;
  const sentence = `${The(after)}: ${words} ${isNew ? 'added' : 'taken away'}${values}.`;
  return about('data', sentence, before, after, isNew ? undefined : words, isNew ? words : undefined);
}

/** What an association puts into its target. */
function valueIn(association: ModelElement): string[] {
  const assigned = elementsIn(association, 'assignment').flatMap((one) => elementIn(one, 'from') ?? []);
  const outer = outerEndOf(association);
  return [...assigned.map((one) => expressionText(one)), ...(outer ? [short(outer)] : [])];
}
