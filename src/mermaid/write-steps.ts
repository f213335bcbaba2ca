/** What a line says of a step or of data, before its id and its label. */
import {
  type EventDefinition,
  type FlowNode,
  type ItemAwareElement,
  is,
  type ModelElement,
  type TypeMap,
} from '../model/index.ts';
import type { Said } from './said.ts';
import { EVENTS, GATEWAYS, TASKS, TRIGGERS, type Trigger } from './words.ts';

/** The words before a step; undefined for one that Mermaid has no words for, such as a boundary event without a trigger. */
export function wordsOfStep(step: FlowNode, said: Said): string | undefined {
  const event = wordFor(EVENTS_BY_TYPE, step);
  if (event) return eventWords(step, event, said);
  said.say(step, 'name');
  const gateway = wordFor(GATEWAYS_BY_TYPE, step);
  if (gateway) return gateway;
  const task = wordFor(TASKS_BY_TYPE, step);
  if (task) return `${task} task`;
  if (is(step, 'bpmn:Transaction')) said.note('transactions', step);
  if (is(step, 'bpmn:AdHocSubProcess')) said.note('ad-hoc sub-processes', step);
  if (is(step, 'bpmn:SubProcess')) return 'subprocess';
  if (is(step, 'bpmn:CallActivity')) return 'call';
  if (step.$type !== 'bpmn:Task') said.note('kinds of activities that Mermaid does not have', step);
  return 'task';
}

/** The word before data. */
export function wordOfData(data: ItemAwareElement): string {
  if (is(data, 'bpmn:DataStoreReference')) return 'data-store';
  if (is(data, 'bpmn:DataInput')) return 'data-input';
  if (is(data, 'bpmn:DataOutput')) return 'data-output';
  return is(data, 'bpmn:DataObjectReference') && data.dataObjectRef?.isCollection ? 'data-collection' : 'data';
}

type Position = keyof typeof EVENTS;

function eventWords(event: FlowNode, position: Position, said: Said): string | undefined {
  const definitions = definitionsOf(event);
  const trigger = triggerOf(event, definitions);
  const allowed: readonly Trigger[] = EVENTS[position].triggers;
  const isAllowed = allowed.includes(trigger);
  if (!isAllowed && position === 'boundary') return undefined;
  said.say(event, 'name', 'eventDefinitions', 'eventDefinitionRef');
  if (!isAllowed) {
    said.note('triggers that Mermaid does not have there', event);
    for (const definition of definitions) said.say(definition);
    // Only what throws may have no trigger.
    return position === 'intermediate' ? 'throw' : position;
  }
  sayTriggers(event, definitions, trigger, said);
  return trigger === 'none' ? position : `${position} ${trigger}`;
}

function sayTriggers(event: FlowNode, definitions: readonly EventDefinition[], trigger: Trigger, said: Said): void {
  if (definitions.length > 1) {
    said.say(event, 'parallelMultiple');
    if (trigger !== 'none') said.note('which triggers an event has that has several', event);
  }
  for (const definition of definitions) {
    said.say(definition);
    // A link is called by the label of its event.
    if (is(definition, 'bpmn:LinkEventDefinition') && (!event.name || definition.name === event.name))
      said.say(definition, 'name');
  }
}

/** The label that an event without a name has all the same. */
export function linkNameOf(step: ModelElement): string | undefined {
  if (!is(step, 'bpmn:FlowNode')) return undefined;
  const [definition, ...others] = definitionsOf(step);
  return others.length === 0 && is(definition, 'bpmn:LinkEventDefinition') ? definition.name : undefined;
}

function definitionsOf(event: FlowNode): readonly EventDefinition[] {
  if (is(event, 'bpmn:CatchEvent') || is(event, 'bpmn:ThrowEvent'))
    return [...event.eventDefinitions, ...event.eventDefinitionRef];
  return [];
}

function triggerOf(event: FlowNode, [definition, ...others]: readonly EventDefinition[]): Trigger {
  if (!definition) return 'none';
  if (others.length > 0)
    return is(event, 'bpmn:CatchEvent') && event.parallelMultiple ? 'parallel-multiple' : 'multiple';
  return wordFor(TRIGGERS_BY_TYPE, definition) ?? 'none';
}

const EVENTS_BY_TYPE = byType(
  Object.fromEntries(Object.entries(EVENTS).map(([word, { type }]) => [word, type])) as Record<Position, keyof TypeMap>,
);
const GATEWAYS_BY_TYPE = byType(GATEWAYS);
const TASKS_BY_TYPE = byType(TASKS);
const TRIGGERS_BY_TYPE = byType(TRIGGERS);

function byType<W extends string>(words: Readonly<Record<W, keyof TypeMap>>): ReadonlyMap<string, W> {
  return new Map((Object.entries(words) as [W, keyof TypeMap][]).map(([word, type]) => [type, word]));
}

function wordFor<W extends string>(words: ReadonlyMap<string, W>, element: ModelElement): W | undefined {
  return words.get(element.$type);
}
