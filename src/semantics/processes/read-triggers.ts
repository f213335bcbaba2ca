import {
  type BaseElement,
  type CatchEvent,
  type EventDefinition,
  is,
  referenceText,
  type ThrowEvent,
} from '../../model/index.ts';
import type { Trigger } from './net.ts';
import type { Expressions } from './read-expressions.ts';

/** What reading an event definition needs of the rest. */
export interface TriggerSource {
  readonly expressions: Expressions;
  readonly nodeOf: (element: BaseElement | undefined) => number;
}

/** The event definitions of an event, in the order of the model: its own, then those that it refers to. */
export function triggersOf(event: CatchEvent | ThrowEvent, source: TriggerSource): Trigger[] {
  return [...event.eventDefinitions, ...event.eventDefinitionRef].map((definition) => triggerOf(definition, source));
}

export function triggerOf(definition: EventDefinition, { expressions, nodeOf }: TriggerSource): Trigger {
  if (is(definition, 'bpmn:MessageEventDefinition')) return named('message', definition, definition.messageRef);
  if (is(definition, 'bpmn:SignalEventDefinition')) return named('signal', definition, definition.signalRef);
  if (is(definition, 'bpmn:ErrorEventDefinition'))
    return coded('error', definition, definition.errorRef, definition.errorRef?.errorCode);
  if (is(definition, 'bpmn:EscalationEventDefinition'))
    return coded('escalation', definition, definition.escalationRef, definition.escalationRef?.escalationCode);
  if (is(definition, 'bpmn:TimerEventDefinition')) {
    const [kind, expression] = (
      [
        ['date', definition.timeDate],
        ['duration', definition.timeDuration],
        ['cycle', definition.timeCycle],
      ] as const
    ).find(([, each]) => each) ?? ['duration', undefined];
    const text = expression?.body?.trim() ?? '';
    return { kind: 'timer', key: '', name: text, timer: { kind, text, times: timesOf(kind, text) } };
  }
  if (is(definition, 'bpmn:ConditionalEventDefinition')) {
    const condition = expressions.of(definition.condition);
    return { kind: 'conditional', key: '', name: condition?.text ?? '', ...(condition && { condition }) };
  }
  if (is(definition, 'bpmn:CompensateEventDefinition')) {
    const activity = nodeOf(definition.activityRef);
    return {
      kind: 'compensation',
      key: '',
      name: definition.activityRef?.name ?? '',
      activity,
      waits: definition.waitForCompletion,
    };
  }
  if (is(definition, 'bpmn:LinkEventDefinition')) {
    const name = definition.name ?? '';
    return { kind: 'link', key: name, name };
  }
  if (is(definition, 'bpmn:CancelEventDefinition')) return { kind: 'cancel', key: '', name: '' };
  return { kind: 'terminate', key: '', name: '' };
}

const referenceOf = {
  message: 'messageRef',
  signal: 'signalRef',
  error: 'errorRef',
  escalation: 'escalationRef',
} as const;

function coded(
  kind: 'error' | 'escalation',
  holder: EventDefinition,
  target: (BaseElement & { readonly name?: string | undefined }) | undefined,
  code: string | undefined,
): Trigger {
  const trigger = named(kind, holder, target, code);
  return { ...trigger, takesAny: !code && (target !== undefined || trigger.key === '') };
}

/** A trigger by what it refers to: its code, its name, else its id; a reference to what is not there is a name of its own. */
export function named(
  kind: keyof typeof referenceOf,
  holder: BaseElement,
  target: (BaseElement & { readonly name?: string | undefined }) | undefined,
  code?: string,
): Trigger {
  const text = code || target?.name || target?.id || referenceText(holder, referenceOf[kind]) || '';
  return { kind, key: text, name: target?.name || text };
}

/** How often a timer happens: a cycle as often as it says (ISO 8601: `R3/PT1H`), be it that it says so before it runs. */
function timesOf(kind: 'date' | 'duration' | 'cycle', text: string): number {
  if (kind !== 'cycle') return 1;
  const [, times] = /^R(\d+)\//.exec(text) ?? [];
  return times === undefined ? Number.POSITIVE_INFINITY : Math.max(1, Number(times));
}
