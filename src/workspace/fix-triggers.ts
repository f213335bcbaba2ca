/** What events in a text wait for, or make happen. */
import { type AstNode, GrammarUtils } from 'langium';
import type { TextEdit } from '../base/text-edit.ts';
import {
  insertAfter,
  isEvent,
  isHandler,
  isMessage,
  isProcess,
  isSubProcess,
  isTimerTrigger,
  quotedId,
} from '../language/index.ts';
import type { ModelChange } from '../lint/index.ts';
import { isElement, type ModelElement } from '../model/index.ts';
import { endOf, labelOf } from './fix-made.ts';
import { type AddTo, nameInText, statementOf, type TextToFix } from './fix-place.ts';
import { isHeld } from './fix-statements.ts';

/** Takes away the only trigger of a start, or the only result of an end. */
export function removeTriggers(text: TextToFix, definition: ModelElement): TextEdit[] | undefined {
  const event = definition.$parent && statementOf(text, definition.$parent);
  if (!event || !isEvent(event) || (event.kind !== 'start' && event.kind !== 'end')) return undefined;
  const [trigger, ...others] = event.triggers;
  if (!trigger?.$cstNode || others.length > 0) return undefined;
  const { offset } = GrammarUtils.findNodeForKeyword(event.$cstNode, 'on') ?? trigger.$cstNode;
  return [text.place.remove({ offset, end: trigger.$cstNode.end })];
}

/** Lets an event without a trigger wait for a message, or send it; the event gets the name that goes with it. */
export function addTrigger(
  text: TextToFix,
  { parent, element }: AddTo,
  all: readonly ModelChange[],
): TextEdit[] | undefined {
  const event = statementOf(text, parent);
  if (element.type !== 'bpmn:MessageEventDefinition' || !event || !isEvent(event) || event.on) return undefined;
  const head = ['label', 'name', 'kind'].map((part) => GrammarUtils.findNodeForProperty(event.$cstNode, part));
  const last = head.find((part) => part !== undefined);
  const { messageRef } = element.values;
  const message = isElement(messageRef) ? statementOf(text, messageRef) : undefined;
  const name = message && isMessage(message) ? nameInText(message) : undefined;
  if (!last || (messageRef !== undefined && name === undefined)) return undefined;
  const naming = all.find((one) => one.kind === 'set' && one.element === parent && one.property === 'name');
  const label = naming?.kind === 'set' ? labelOf(naming.value) : '';
  const word = event.kind === 'start' ? ' on message' : ' message';
  return [text.place.insert(last.end, label + (name === undefined ? word : `${word} ${quotedId(name, event)}`))];
}

/** Behind the last end of a scope, where no other way leads to it. */
export function catchLink(text: TextToFix, { parent, element: { values } }: AddTo): TextEdit[] | undefined {
  const scope = statementOf(text, parent);
  if (!scope || (!isProcess(scope) && !isSubProcess(scope))) return undefined;
  const last = scope.body?.statements.at(-1);
  if (!isEvent(last) || last.kind !== 'end' || isHeld(last)) return undefined;
  const name = JSON.stringify(values.name);
  const edit = insertAfter(text.place, last, `catch ${name} on link ${name}\nend`);
  return edit && [edit];
}

/** A handler whose way ends at once. */
export function endWhenCancelled(
  { place, ...text }: TextToFix,
  { element: { values } }: AddTo,
  all: readonly ModelChange[],
): TextEdit[] | undefined {
  const host = isElement(values.attachedToRef) ? statementOf({ place, ...text }, values.attachedToRef) : undefined;
  const isCancel = JSON.stringify(values.eventDefinitions).includes('bpmn:CancelEventDefinition');
  const ending = endOf(all);
  const end = host?.$cstNode?.end;
  if (!host?.$cstNode || end === undefined || !isCancel || !ending || isHeld(host)) return undefined;
  const isAlone = place.endsLine(end);
  const handler = `on cancel${labelOf(values.name)} { end${labelOf(ending.name)} }`;
  const indent = isAlone ? `\n${place.indentAt(host.$cstNode.offset)}  ` : ' ';
  return [place.insert(isAlone ? place.endOfLine(end) : end, indent + handler)];
}

/** `every` becomes `after`. */
export function waitOnce(text: TextToFix, { parent, element }: AddTo): TextEdit[] | undefined {
  const event = parent.$parent && statementOf(text, parent.$parent);
  const trigger = event && timerOf(event);
  const mode = trigger && GrammarUtils.findNodeForProperty(trigger.$cstNode, 'mode');
  const value = trigger?.value && GrammarUtils.findNodeForProperty(trigger.value.$cstNode, 'text');
  const { body } = element.values;
  if (!mode || !value || typeof body !== 'string') return undefined;
  return [text.place.replace(mode, 'after'), text.place.replace(value, `\`${body}\``)];
}

function timerOf(event: AstNode) {
  return isEvent(event) || isHandler(event) ? event.triggers.find(isTimerTrigger) : undefined;
}
