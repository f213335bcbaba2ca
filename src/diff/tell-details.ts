/** Sentences on what an element says: its name, its type, conditions, triggers, rules. */
import { is, type ModelElement } from '../model/index.ts';
import type { ChangeKind, Told } from './change.ts';
import type { Difference } from './compare.ts';
import { controlText } from './describe-cases.ts';
import { conditionText, loopText, triggerText } from './describe-events.ts';
import { apart } from './excerpts.ts';
import { elementIn, elementsIn, isConnection, isItem, propertyHolding } from './items.ts';
import { changed, changedText, kindNamed, kindOf, quoted, sentenceCase, The, the, theLine, titleOf } from './words.ts';

/** A subject that is said as a whole, before and after, whichever of its parts differ. */
interface Aspect {
  readonly kind: ChangeKind;
  /** How a sentence begins, about an item. */
  readonly title: (item: ModelElement) => string;
  readonly words: (owner: ModelElement) => string;
  /** The text that the words quote, where it may be long, and what stands around it. */
  readonly text?: (owner: ModelElement) => string | undefined;
  readonly mark?: '"' | '`';
}

const aspects: Readonly<Record<string, Aspect>> = {
  eventDefinitions: { kind: 'trigger', title: triggerTitle, words: triggerText },
  eventDefinitionRef: { kind: 'trigger', title: triggerTitle, words: triggerText },
  conditionExpression: {
    kind: 'condition',
    title: (item) => `Condition of ${the(item)}`,
    words: conditionWords,
    text: conditionBody,
    mark: '`',
  },
  loopCharacteristics: { kind: 'marker', title: (item) => `Repetition of ${the(item)}`, words: loopText },
  documentation: {
    kind: 'documentation',
    title: (item) => `Documentation of ${the(item)}`,
    words: documentationWords,
    text: documentationText,
    mark: '"',
  },
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

/** What a condition says; undefined where its language is said too. */
function conditionBody(flow: ModelElement): string | undefined {
  const condition = elementIn(flow, 'conditionExpression');
  if (!condition || condition.get('language') !== undefined) return undefined;
  return String(condition.get('body') ?? '');
}

function documentationWords(element: ModelElement): string {
  return quoted(documentationText(element) ?? '');
}

function documentationText(element: ModelElement): string | undefined {
  const texts = elementsIn(element, 'documentation').map((one) => String(one.get('text') ?? ''));
  return texts.join(' ').trim() === '' ? undefined : texts.join(' ');
}

/** Properties of parts that the words of an aspect say; any other is told by its name. */
const saidByAspects: ReadonlySet<string> = new Set([
  'body',
  'language',
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
export interface Place {
  readonly owner: ModelElement;
  readonly property: string;
}

/** Where a difference is, seen from the item: the property of the item itself through which one comes to it. */
export function placeOf(element: ModelElement, name: string): Place {
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
  const texts = [aspect.text?.(owner), aspect.text?.(place.owner)] as const;
  const isText = aspect.mark !== undefined && texts[0] !== undefined && texts[1] !== undefined;
  if (isText ? texts[0] === texts[1] : from === to) return undefined;
  const words = isText ? changedText(...texts, aspect.mark) : changed(from === 'none' ? undefined : from, to);
  return about(
    aspect.kind,
    `${aspect.title(place.owner)} ${words}.`,
    owner,
    place.owner,
    ...(isText ? texts : [from, to]),
  );
}

export function about(
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
  const [old, new_] = [from?.trim() ? from : undefined, to?.trim() ? to : undefined];
  return about('renamed', `${nameSentence(before, after, name, old, new_)}.`, before, after, from, to);
}

function nameSentence(
  before: ModelElement,
  after: ModelElement,
  name: string,
  old: string | undefined,
  new_: string | undefined,
): string {
  if (isConnection(after)) {
    const line = theLine(after, '');
    if (new_ === undefined) return `${sentenceCase(line)} is no longer labelled ${quoted(old ?? '')}`;
    return old === undefined
      ? `${sentenceCase(line)} is now labelled ${quoted(new_)}`
      : `Label of ${line} ${changedText(old, new_, '"')}`;
  }
  if (old === undefined || new_ === undefined) {
    if (name !== 'name') return `${sentenceCase(name)} of ${the(after)} ${changedText(old, new_, '"')}`;
    return new_ === undefined ? `${The(before)} has no name any more` : `${The(before)} named ${quoted(new_)}`;
  }
  const [one, other] = apart(old, new_);
  return `${sentenceCase(kindOf(before))} "${one}" ${name === 'name' ? 'renamed to' : 'now reads'} "${other}"`;
}

/** What became another type. */
export function tellType({ before, after, from = '', to = '' }: Difference): Told | undefined {
  if (!isItem(after)) return undefined;
  const title = titleOf(after) === '' ? The(after) : quoted(titleOf(after));
  const words = [kindNamed(from), kindNamed(to)] as const;
  return about('retyped', `${title} changed from ${words[0]} to ${words[1]}.`, before, after, ...words);
}
