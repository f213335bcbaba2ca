/** How messages call an element. */
import { is, type ModelElement } from '../model/index.ts';

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

const kinds = new Map<string, string>();

/** The kind of an element in words: `start event`. */
export function kindOf({ $type }: { readonly $type: string }): string {
  const known = kinds.get($type);
  if (known !== undefined) return known;
  const local = $type.slice($type.indexOf(':') + 1);
  const kind = words[local] ?? local.replace(/(?!^)[A-Z]/g, ' $&').toLowerCase();
  kinds.set($type, kind);
  return kind;
}

/** An element at the beginning of a sentence: `Start event "Order received"`. */
export function The(element: ModelElement): string {
  const text = the(element);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * An element in a sentence: `start event "Order received"`. One without a name goes by its id and by what is beside it, since an id alone
 * is nothing that one sees in the drawing: `sequence flow Flow_1 from "Paid?" to "Ship it"`.
 */
export function the(element: ModelElement): string {
  const name = quoted(element);
  if (name) return `${kindOf(element)} ${name}`;
  const id = element.get('id');
  return typeof id === 'string' ? `${kindOf(element)} ${id}${placeOf(element)}` : aKind(kindOf(element));
}

/** The name of an element in quotes, cut where it is long; nothing if it has none. */
function quoted(element: ModelElement | undefined): string {
  const name = String(element?.get('name') ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return name && `"${name.length > 40 ? `${name.slice(0, 39)}…` : name}"`;
}

/** Where an element without a name is, by the names of what it is on or between. */
function placeOf(element: ModelElement): string {
  if (is(element, 'bpmn:BoundaryEvent')) return behind('on', element.attachedToRef);
  if (is(element, 'bpmn:FlowNode')) {
    const [before, after] = [element.incoming[0]?.sourceRef, element.outgoing[0]?.targetRef];
    return behind('after', before) || behind('before', after);
  }
  if (is(element, 'bpmn:SequenceFlow') || is(element, 'bpmn:MessageFlow'))
    return behind('from', element.sourceRef) + behind('to', element.targetRef);
  return '';
}

function behind(word: string, element: ModelElement | undefined): string {
  const name = quoted(element);
  return name && ` ${word} ${name}`;
}

/** `one`, or `many` with the number. */
export function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}

/** A word with its article: `an activity`. */
export function aKind(word: string): string {
  return `${/^[aeio]/.test(word) ? 'an' : 'a'} ${word}`;
}
