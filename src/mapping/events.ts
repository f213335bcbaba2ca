/** Events of the sequence, boundary events, and their triggers as event definitions. */
import type { AstNode } from 'langium';
import { type Event, eventTypes, type Handler, labelOf, type TimerTrigger, type Trigger } from '../language/index.ts';
import {
  type Activity,
  append,
  type BoundaryEvent,
  type CatchEvent,
  createElement,
  type EventDefinition,
  type FlowNode,
  type IntermediateCatchEvent,
  is,
  type ThrowEvent,
} from '../model/index.ts';
import type { CompileContext } from './context.ts';
import { compileUses } from './data-flow.ts';
import { errorElement, escalationElement, messageElement, signalElement } from './definitions.ts';
import { addStep, type Place } from './ways.ts';

export function makeEvent(context: CompileContext, place: Place, node: Event): FlowNode {
  const event: CatchEvent | ThrowEvent = createElement(eventTypes[node.kind], { id: context.id(node) });
  if (node.nonInterrupting && node.kind === 'start') event.set('isInterrupting', false);
  finishEvent(context, place, node, event);
  return event;
}

/** `on` after an activity. */
export function makeBoundaryEvent(context: CompileContext, place: Place, node: Handler, host: Activity): BoundaryEvent {
  const event = createElement('bpmn:BoundaryEvent', { id: context.id(node), attachedToRef: host });
  if (node.nonInterrupting) event.cancelActivity = false;
  finishEvent(context, place, node, event);
  return event;
}

/** `on` in a race. */
export function makeRaceEvent(context: CompileContext, place: Place, node: Handler): IntermediateCatchEvent {
  const event = createElement('bpmn:IntermediateCatchEvent', { id: context.id(node) });
  finishEvent(context, place, node, event);
  return event;
}

function finishEvent(
  context: CompileContext,
  place: Place,
  node: Event | Handler,
  event: CatchEvent | ThrowEvent,
): void {
  context.bind(node, event);
  context.name(event, labelOf(node));
  addStep(place, event);
  if (node.joint.includes('and')) event.set('parallelMultiple', true);
  const words = new Map<string, number>();
  for (const trigger of node.triggers) {
    const definition = eventDefinition(context, event, trigger);
    const word = triggerWords[trigger.$type];
    const count = (words.get(word) ?? 0) + 1;
    words.set(word, count);
    context.keepId(definition, `${context.keyOf(event)}/${word}${count > 1 ? `#${count}` : ''}`);
    if (is(event, 'bpmn:CatchEvent')) append(event, 'eventDefinitions', definition);
    else append(event, 'eventDefinitions', definition);
  }
  for (const clause of node.clauses) compileUses(context, event, clause);
}

/** The trigger's keyword, its key in the layout file. */
const triggerWords: Record<Trigger['$type'], string> = {
  MessageTrigger: 'message',
  SignalTrigger: 'signal',
  ErrorTrigger: 'error',
  EscalationTrigger: 'escalation',
  TimerTrigger: 'timer',
  ConditionTrigger: 'condition',
  CompensationTrigger: 'compensation',
  LinkTrigger: 'link',
  CancelTrigger: 'cancel',
  TerminateTrigger: 'terminate',
};

function eventDefinition(context: CompileContext, event: FlowNode, trigger: Trigger): EventDefinition {
  switch (trigger.$type) {
    case 'MessageTrigger':
      return createElement(
        'bpmn:MessageEventDefinition',
        given('messageRef', messageElement(context, trigger.message?.ref)),
      );
    case 'SignalTrigger':
      return createElement(
        'bpmn:SignalEventDefinition',
        given('signalRef', signalElement(context, trigger.signal?.ref)),
      );
    case 'ErrorTrigger':
      return createElement('bpmn:ErrorEventDefinition', given('errorRef', errorElement(context, trigger.error?.ref)));
    case 'EscalationTrigger':
      return createElement(
        'bpmn:EscalationEventDefinition',
        given('escalationRef', escalationElement(context, trigger.escalation?.ref)),
      );
    case 'TimerTrigger':
      return timer(context, event, trigger);
    case 'ConditionTrigger': {
      const condition =
        trigger.condition && context.expression(trigger.condition, `${context.keyOf(event)}/condition/expression`);
      return createElement('bpmn:ConditionalEventDefinition', given('condition', condition));
    }
    case 'CompensationTrigger':
      return compensation(context, trigger.activity?.ref);
    case 'LinkTrigger':
      return createElement('bpmn:LinkEventDefinition', given('name', trigger.link));
    case 'CancelTrigger':
      return createElement('bpmn:CancelEventDefinition');
    case 'TerminateTrigger':
      return createElement('bpmn:TerminateEventDefinition');
  }
}

/** One property, or none: an absent value is no attribute. */
function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}

const timerProperties = { after: 'timeDuration', at: 'timeDate', every: 'timeCycle' } as const;

function timer(context: CompileContext, event: FlowNode, { mode, value }: TimerTrigger): EventDefinition {
  const definition = createElement('bpmn:TimerEventDefinition');
  if (mode && value)
    definition.set(timerProperties[mode], context.expression(value, `${context.keyOf(event)}/timer/expression`));
  return definition;
}

function compensation(context: CompileContext, activity: AstNode | undefined): EventDefinition {
  const definition = createElement('bpmn:CompensateEventDefinition');
  // The activity may stand further down.
  context.later(() => {
    const element = context.elementOf(activity);
    if (element && is(element, 'bpmn:Activity')) definition.set('activityRef', element);
  });
  return definition;
}
