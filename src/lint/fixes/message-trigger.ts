import type { Event, MessageFlow } from '../../model/index.ts';
import type { ModelChange, NewElement } from './model-change.ts';

/** Lets an event without a trigger wait for what a message flow brings, or send it. */
export function messageTrigger(event: Event, { messageRef }: MessageFlow): ModelChange {
  const values: NewElement['values'] = messageRef ? { messageRef } : {};
  return {
    kind: 'add',
    parent: event,
    property: 'eventDefinitions',
    element: { type: 'bpmn:MessageEventDefinition', values },
  };
}
