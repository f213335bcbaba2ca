import type { Event, MessageFlow } from '../../model/index.ts';
import { nameOf } from '../queries.ts';
import { type ModelChange, type NewElement, set } from './model-change.ts';

/** Lets an event without a trigger wait for what a message flow brings, or send it. One without a name gets that of the message, or of the flow. */
export function messageTrigger(event: Event, flow: MessageFlow): readonly ModelChange[] {
  const { messageRef } = flow;
  const name = (messageRef && nameOf(messageRef)) || nameOf(flow);
  const values: NewElement['values'] = messageRef ? { messageRef } : {};
  const element: NewElement = { type: 'bpmn:MessageEventDefinition', values };
  return [
    ...(name && !nameOf(event) ? [set(event, 'name', name)] : []),
    { kind: 'add', parent: event, property: 'eventDefinitions', element },
  ];
}
