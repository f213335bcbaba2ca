/** How sentences call elements and values. */
import { is, type ModelElement } from '../model/index.ts';
import { apart, onOneLine } from './excerpts.ts';
import { elementIn, elementsIn, endsOf, idOf, isConnection, nameOf } from './items.ts';

/** Types whose words are not those of the type's name. */
const kinds: Readonly<Record<string, string>> = {
  Participant: 'pool',
  SubProcess: 'sub-process',
  AdHocSubProcess: 'ad-hoc sub-process',
  EventBasedGateway: 'event-based gateway',
  DataObjectReference: 'data object',
  DataStoreReference: 'data store',
  SequenceFlow: 'flow',
  MultiInstanceLoopCharacteristics: 'multi-instance loop',
  StandardLoopCharacteristics: 'loop',
};

/** Longer names are cut in sentences, and longer code; a change has them whole. */
const LONGEST = 60;
const LONGEST_CODE = 160;

/** The kind of an element in words: `user task`; a plan item is what its definition is. */
export function kindOf(element: ModelElement): string {
  const definition = elementIn(element, 'definitionRef');
  if ((is(element, 'cmmn:PlanItem') || is(element, 'cmmn:DiscretionaryItem')) && definition) return kindOf(definition);
  if (is(element, 'bpmn:SubProcess') && element.triggeredByEvent) return 'event sub-process';
  // A reader takes the plan of a case for the case.
  if (is(element, 'cmmn:Stage') && is(element.$parent, 'cmmn:Case')) return 'case';
  return kindNamed(element.$type);
}

/** A type in words: `bpmn:UserTask` is a `user task`. */
export function kindNamed(type: string): string {
  // A process that a case calls, beside those that are in the file.
  if (type === 'cmmn:Process') return 'called process';
  const local = type.slice(type.indexOf(':') + 1);
  return kinds[local] ?? inWords(local);
}

/** `loopCardinality` as `loop cardinality`. */
export function inWords(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
}

/** An element in a sentence: `user task "Check"`; one without a name by what it stands beside. */
export function the(element: ModelElement): string {
  if (is(element, 'bpmn:Definitions') || is(element, 'cmmn:Definitions')) return 'the model';
  if (isConnection(element)) return theLine(element);
  const name = titleOf(element);
  return name === '' ? `${kindOf(element)}${placeOf(element)}` : `${kindOf(element)} ${quoted(name)}`;
}

/** The same at the beginning of a sentence. */
export function The(element: ModelElement): string {
  return sentenceCase(the(element));
}

export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * An element beside others whose kind is of no interest: its name, with its kind only where it has none.
 * @param told what a sentence is about that says where it is by this element: no help to know this one by
 */
export function short(element: ModelElement, told: readonly ModelElement[] = []): string {
  const name = titleOf(element);
  if (isConnection(element)) return the(element);
  return name === '' ? `${kindOf(element)}${placeOf(element, told)}` : quoted(name);
}

/** The name of an element; that of its definition where a plan item has none. */
export function titleOf(element: ModelElement): string {
  const definition = elementIn(element, 'definitionRef');
  return nameOf(element) || (definition && is(definition, 'cmmn:PlanItemDefinition') ? nameOf(definition) : '');
}

/** A line by its ends. @param label what is written on it */
export function theLine(line: ModelElement, label = nameOf(line)): string {
  const [source, target] = endsOf(line);
  const name = label === '' ? '' : ` ${quoted(label)}`;
  const from = source ? ` from ${endTitle(source)}` : '';
  const to = target ? ` to ${endTitle(target)}` : '';
  return `${kindOf(line)}${name}${from}${to}`;
}

/** A line that ends at a line goes by its id: there may be no end to them. */
function endTitle(end: ModelElement): string {
  return isConnection(end) ? `${kindOf(end)} ${nameOf(end) === '' ? idOf(end) : quoted(nameOf(end))}` : short(end);
}

/** What nobody has named stands after, before or at something that has a name; else it has an id. */
function placeOf(element: ModelElement, told: readonly ModelElement[] = []): string {
  const named = (one: ModelElement | undefined) =>
    one && titleOf(one) !== '' && !told.includes(one) ? quoted(titleOf(one)) : undefined;
  const host = named(elementIn(element, 'attachedToRef'));
  if (host) return ` at ${host}`;
  const before = elementsIn(element, 'incoming').map((flow) => named(elementIn(flow, 'sourceRef')));
  const after = elementsIn(element, 'outgoing').map((flow) => named(elementIn(flow, 'targetRef')));
  const [source, target] = [before.find(Boolean), after.find(Boolean)];
  if (source) return ` after ${source}`;
  if (target) return ` before ${target}`;
  return idOf(element) === '' ? '' : ` ${idOf(element)}`;
}

/** A name as it stands in a sentence. */
export function quoted(text: string, longest = LONGEST): string {
  return `"${clipped(text, longest)}"`;
}

/** A value as it stands in a sentence: code between backticks. */
export function code(text: string, longest = LONGEST_CODE): string {
  if (text.trim() === '') return 'nothing';
  return `\`${clipped(text, longest)}\``;
}

function clipped(text: string, longest: number): string {
  const line = onOneLine(text);
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** Several of a kind: `user tasks`, `processes`, `call activities`. */
export function plural(kind: string): string {
  if (/[^aeiou]y$/.test(kind)) return `${kind.slice(0, -1)}ies`;
  return /(?:s|x|ch)$/.test(kind) ? `${kind}es` : `${kind}s`;
}

/** One of what a property holds: `sentries` is `sentry`. */
export function singular(property: string): string {
  if (property.endsWith('ies')) return `${property.slice(0, -3)}y`;
  return property.replace(/([^s])s$/, '$1');
}

/** `a`, `a and b`, `a, b and c`; of many the first and how many more. */
export function listed(texts: readonly string[], most = 6): string {
  if (texts.length > most) return `${texts.slice(0, most).join(', ')} and ${texts.length - most} more`;
  const [last = '', ...others] = texts.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
}

/** `changed from a to b`, `set to b`, `a taken away`. */
export function changed(from: string | undefined, to: string | undefined): string {
  if (from === undefined) return to === undefined ? 'changed' : `set to ${to}`;
  if (to === undefined) return `${from} taken away`;
  return from === to ? 'changed' : `changed from ${from} to ${to}`;
}

/** The same for two texts as they are, which may be long; `mark` is what stands around each. */
export function changedText(from: string | undefined, to: string | undefined, mark: '"' | '`'): string {
  const wrapped = (text: string) => `${mark}${text}${mark}`;
  if (from === undefined || to === undefined) {
    const side = (text: string | undefined) =>
      text === undefined ? undefined : mark === '`' ? code(text) : wrapped(clipped(text, LONGEST_CODE));
    return changed(side(from), side(to));
  }
  // Pictures say nothing as letters.
  if (from.startsWith('data:') && to.startsWith('data:')) return 'changed';
  const [one, other] = apart(from, to);
  const wrap = (text: string) => (text === '' ? 'nothing' : wrapped(text));
  return one === other ? 'changed in its white space' : changed(wrap(one), wrap(other));
}
