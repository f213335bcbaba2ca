/** Events and their triggers. */
import {
  type CatchEvent,
  type EventDefinition,
  is,
  isElement,
  type ModelElement,
  ownPropertyOf,
  type ThrowEvent,
  type TimerEventDefinition,
} from '../../model/index.ts';
import { elementOfType, typeNamed } from '../../schema/index.ts';
import type { PrintContext } from '../context.ts';
import { detailsOf, expressionOf } from '../details.ts';
import { extensionsOf } from '../extensions.ts';
import { stringText } from '../literals.ts';
import { isRefused, isRefusedTime } from '../refused-code.ts';
import type { Name, Statement, Word } from '../tree.ts';
import { Line, labelWord, nameWord, statementOf } from './element.ts';
import { useWords } from './uses.ts';

const eventWords = [
  ['bpmn:StartEvent', 'start'],
  ['bpmn:EndEvent', 'end'],
  ['bpmn:IntermediateThrowEvent', 'throw'],
  ['bpmn:IntermediateCatchEvent', 'catch'],
] as const;

/** The keyword of an event of the sequence; undefined for other elements. */
export function eventWord(element: ModelElement): 'start' | 'end' | 'throw' | 'catch' | undefined {
  return eventWords.find(([type]) => is(element, type))?.[1];
}

export function eventStatement(context: PrintContext, event: CatchEvent | ThrowEvent, kind: string): Statement {
  const line = new Line();
  line.add(kind, nameWord(event, kind), labelWord(event));
  const triggers = triggerWords(context, event, line);
  const nonInterrupting = is(event, 'bpmn:StartEvent') && !event.isInterrupting;
  const waits = kind === 'start' || kind === 'catch';
  if (waits && (triggers.length > 0 || nonInterrupting)) line.add('on');
  line.add(...triggers, nonInterrupting ? 'non-interrupting' : undefined);
  line.say('isInterrupting');
  line.add(...useWords(context, event, line));
  return statementOf(context, event, line);
}

/** `on <trigger>`: a boundary event behind its host, or the first event on a way of a race. */
export function handlerStatement(
  context: PrintContext,
  event: CatchEvent,
  host: ModelElement,
  more: Partial<Statement>,
): Statement {
  const line = new Line();
  const triggers = triggerWords(context, event, line);
  line.add('on', ...triggers);
  if (is(event, 'bpmn:BoundaryEvent') && !event.cancelActivity) line.add('non-interrupting');
  line.say('cancelActivity', 'attachedToRef');
  const trigger = nameWord(event, triggerBase(event), { as: true });
  line.add(nameOfHandler(event) ? trigger : withHost(trigger, host), labelWord(event));
  line.add(...useWords(context, event, line));
  return statementOf(context, event, line, { kind: 'handler', ...more });
}

function nameOfHandler(event: CatchEvent): boolean {
  const word = nameWord(event, '');
  return typeof word !== 'string' && 'name' in word && word.name.base !== '';
}

function withHost(word: Word, host: ModelElement): Word {
  return typeof word !== 'string' && 'name' in word ? { name: { ...(word.name satisfies Name), host } } : word;
}

/** What the id of a handler without a label ends with, as the language derives it. */
function triggerBase({ eventDefinitions }: CatchEvent): string {
  const [first, second] = eventDefinitions;
  if (!first) return 'Event';
  const word = triggerNames[first.$type];
  return second ? 'Multiple' : (word ?? 'Event');
}

const triggerNames: Readonly<Record<string, string>> = {
  'bpmn:MessageEventDefinition': 'Message',
  'bpmn:SignalEventDefinition': 'Signal',
  'bpmn:ErrorEventDefinition': 'Error',
  'bpmn:EscalationEventDefinition': 'Escalation',
  'bpmn:TimerEventDefinition': 'Timer',
  'bpmn:ConditionalEventDefinition': 'Condition',
  'bpmn:CompensateEventDefinition': 'Compensation',
  'bpmn:LinkEventDefinition': 'Link',
  'bpmn:CancelEventDefinition': 'Cancel',
  'bpmn:TerminateEventDefinition': 'Terminate',
};

/** The triggers of an event, joined; what they do not say goes into details of the line. */
function triggerWords(context: PrintContext, event: CatchEvent | ThrowEvent, line: Line): Word[] {
  const joint = is(event, 'bpmn:CatchEvent') && event.parallelMultiple ? 'and' : 'or';
  const definitions: readonly EventDefinition[] = event.eventDefinitions;
  line.say('eventDefinitions', 'parallelMultiple');
  return definitions.flatMap((definition, index) => {
    const said = new Set<string>();
    const words = wordsOfTrigger(context, definition, said);
    addRest(context, definition, said, line);
    return index === 0 ? words : [joint, ...words];
  });
}

function addRest(context: PrintContext, definition: EventDefinition, said: Set<string>, line: Line): void {
  const inside = detailsOf(definition, said, context);
  const extensions = extensionsOf(definition, context.prefixes);
  const type = typeNamed(definition.$type);
  if (type && inside.length + extensions.length > 0)
    line.parts.push({ words: [elementOfType(type)], inside, extensions });
}

function wordsOfTrigger(context: PrintContext, definition: EventDefinition, said: Set<string>): Word[] {
  const referring = (word: string, property: string, type: string): Word[] => {
    const target = definition.get(property);
    if (!isElement(target) || !context.canRefer(target, type) || isEventSubProcess(target)) return [word];
    said.add(property);
    return [word, { to: target }];
  };
  switch (definition.$type) {
    case 'bpmn:MessageEventDefinition':
      return referring('message', 'messageRef', 'bpmn:Message');
    case 'bpmn:SignalEventDefinition':
      return referring('signal', 'signalRef', 'bpmn:Signal');
    case 'bpmn:ErrorEventDefinition':
      return referring('error', 'errorRef', 'bpmn:Error');
    case 'bpmn:EscalationEventDefinition':
      return referring('escalation', 'escalationRef', 'bpmn:Escalation');
    case 'bpmn:CompensateEventDefinition':
      return referring('compensation', 'activityRef', 'bpmn:Activity');
    case 'bpmn:TimerEventDefinition':
      return timerWords(context, definition as TimerEventDefinition, said);
    case 'bpmn:ConditionalEventDefinition':
      return ['condition', ...expressionWords(context, definition, 'condition', said)];
    case 'bpmn:LinkEventDefinition':
      return linkWords(definition, said);
    case 'bpmn:CancelEventDefinition':
      return ['cancel'];
    default:
      return ['terminate'];
  }
}

/** What begins by an event has no work of its own that could be undone: the language has no word for a reference to it. */
function isEventSubProcess(target: ModelElement): boolean {
  return is(target, 'bpmn:SubProcess') && target.triggeredByEvent;
}

function linkWords(definition: EventDefinition, said: Set<string>): Word[] {
  const name = ownPropertyOf(definition, 'name');
  said.add('name');
  return typeof name === 'string' ? ['link', stringText(name)] : ['link'];
}

const timerModes = [
  ['timeDuration', 'after'],
  ['timeDate', 'at'],
  ['timeCycle', 'every'],
] as const;

function timerWords(context: PrintContext, definition: TimerEventDefinition, said: Set<string>): Word[] {
  for (const [property, mode] of timerModes) {
    const words = expressionWords(context, definition, property, said, isRefusedTime);
    if (words.length > 0) return ['timer', mode, ...words];
  }
  return ['timer'];
}

/** The expression that a property holds, if the text has it whole. Its id is kept beside. */
export function expressionWords(
  { definitions }: PrintContext,
  owner: ModelElement,
  property: string,
  said: Set<string>,
  isFaulty = isRefused,
): Word[] {
  const expression = ownPropertyOf(owner, property);
  const text = isElement(expression) ? expressionOf(expression, ['id']) : undefined;
  if (text === undefined || !isElement(expression) || isFaulty(expression, definitions)) return [];
  said.add(property);
  return [text];
}
