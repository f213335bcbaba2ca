/** How messages call an element. */
import type { ModelElement } from '../model/index.ts';

/** Types whose words are not those of the type's name. */
const words: Readonly<Record<string, string>> = {
  Participant: 'pool',
  SubProcess: 'sub-process',
  AdHocSubProcess: 'ad-hoc sub-process',
  EventBasedGateway: 'event-based gateway',
  DataObjectReference: 'data object',
  DataStoreReference: 'data store',
  IfPart: 'if-part',
  BPMNDiagram: 'diagram',
  BPMNPlane: 'plane',
  BPMNShape: 'shape',
  BPMNEdge: 'edge',
};

/** The kind of an element in words: `start event`. */
export function kindOf({ $type }: { readonly $type: string }): string {
  const local = $type.slice($type.indexOf(':') + 1);
  return words[local] ?? local.replace(/(?!^)[A-Z]/g, ' $&').toLowerCase();
}

/** An element at the beginning of a sentence: `Start event "Order received"`. */
export function The(element: ModelElement): string {
  const text = the(element);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** An element in a sentence: `start event "Order received"`, by its id if it has no name. */
export function the(element: ModelElement): string {
  const name = String(element.get('name') ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  if (name) return `${kindOf(element)} "${name.length > 40 ? `${name.slice(0, 39)}…` : name}"`;
  const id = element.get('id');
  return typeof id === 'string' ? `${kindOf(element)} ${id}` : aKind(kindOf(element));
}

/** `one`, or `many` with the number. */
export function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}

/** A word with its article: `an activity`. */
export function aKind(word: string): string {
  return `${/^[aeio]/.test(word) ? 'an' : 'a'} ${word}`;
}
