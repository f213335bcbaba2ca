/** Steps of a diagram as the elements that they are. */
import { append, createElement, type EventDefinition, type FlowNode, is } from '../model/index.ts';
import type { DiagramNode } from './read-diagram.ts';
import {
  ACTIVITIES,
  EVENTS,
  GATEWAYS,
  isActivity,
  isEvent,
  isGateway,
  TASKS,
  TRIGGERS,
  type Trigger,
} from './words.ts';

/** A step of the kind that the line names, with what triggers it. */
export function createNode(node: DiagramNode, id: string): FlowNode {
  const { keyword, task } = node;
  if (isEvent(keyword)) return withTriggers(createElement(EVENTS[keyword].type, { id }), node);
  if (isGateway(keyword)) return createElement(GATEWAYS[keyword], { id });
  if (task) return createElement(TASKS[task], { id });
  return createElement(isActivity(keyword) ? ACTIVITIES[keyword] : 'bpmn:Task', { id });
}

/** Whether an event has several triggers, which Mermaid does not tell. */
export function unknownTriggers({ trigger }: DiagramNode): boolean {
  return trigger === 'multiple' || trigger === 'parallel-multiple';
}

function withTriggers(event: FlowNode, node: DiagramNode): FlowNode {
  if (!is(event, 'bpmn:CatchEvent') && !is(event, 'bpmn:ThrowEvent')) return event;
  for (const definition of definitionsOf(node.trigger, labelOf(node))) {
    if (is(event, 'bpmn:CatchEvent')) append(event, 'eventDefinitions', definition);
    else append(event, 'eventDefinitions', definition);
  }
  if (node.trigger === 'parallel-multiple' && is(event, 'bpmn:CatchEvent')) event.parallelMultiple = true;
  return event;
}

function definitionsOf(trigger: Trigger, name: string | undefined): EventDefinition[] {
  if (trigger === 'none') return [];
  if (trigger === 'multiple' || trigger === 'parallel-multiple')
    return [createElement('bpmn:MessageEventDefinition'), createElement('bpmn:MessageEventDefinition')];
  // Links belong together by their name (BPMN 2.0.2, table 10.98), and Mermaid shows one label.
  if (trigger === 'link') return [createElement('bpmn:LinkEventDefinition', { name: name ?? '' })];
  return [createElement(TRIGGERS[trigger])];
}

/** What Mermaid shows: the label, or else the id. A blank label shows nothing. */
export function labelOf({ id, label }: DiagramNode): string | undefined {
  return (label ?? id)?.trim() || undefined;
}
