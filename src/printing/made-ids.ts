/** Ids that an export makes of the ids around it, where the text has none: they say nothing that the text does not, and come again with the next export. */
import { is, isElement, type ModelElement, ownPropertyOf } from '../model/index.ts';
import { isSpeaking } from './speaking-id.ts';

/** Lines, with the word that their ids begin with. */
const LINES = [
  ['bpmn:SequenceFlow', 'Flow'],
  ['bpmn:MessageFlow', 'MessageFlow'],
  ['bpmn:Association', 'Association'],
] as const;

/** Whether the id of an element tells a reader something, so that it stays in the text. */
export function hasSpeakingId(element: ModelElement, id: string): boolean {
  return isSpeaking(id) && !isMade(element, id);
}

function isMade(element: ModelElement, id: string): boolean {
  const word = LINES.find(([type]) => is(element, type))?.[1];
  return word === undefined ? isJoin(element, id) : isLine(element, id, word);
}

function isLine(line: ModelElement, id: string, word: string): boolean {
  if (!id.startsWith(word)) return false;
  const made = `${word}_${idIn(line, 'sourceRef')}_${idIn(line, 'targetRef')}`;
  // A second one between the same ends has a number behind it.
  return id.startsWith(made) && /^\d*$/.test(id.slice(made.length));
}

function idIn(line: ModelElement, property: string): unknown {
  const end = ownPropertyOf(line, property);
  return isElement(end) ? ownPropertyOf(end, 'id') : undefined;
}

/** The end of a block, by the gateway that begins the block, or by the step whose handlers are the ways. */
function isJoin(element: ModelElement, id: string): boolean {
  const owner = is(element, 'bpmn:Gateway') ? /^(.+)_join\d*$/.exec(id)?.[1] : undefined;
  const body = element.$parent;
  if (owner === undefined || !(is(body, 'bpmn:Process') || is(body, 'bpmn:SubProcess'))) return false;
  return body.flowElements.some((other) => is(other, 'bpmn:FlowNode') && other.id === owner);
}
