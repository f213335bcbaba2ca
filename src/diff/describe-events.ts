/** In words: what triggers an event, when a flow is taken, how an activity is repeated. */
import { type EventDefinition, is, type ModelElement, ownPropertyOf, referenceText } from '../model/index.ts';
import { elementIn, elementsIn } from './items.ts';
import { code, inWords, listed, quoted, titleOf } from './words.ts';

/** The condition of a flow, as code; '' if it has none. */
export function conditionText(flow: ModelElement): string {
  const condition = elementIn(flow, 'conditionExpression');
  return condition ? expressionText(condition) : '';
}

/** An expression as code, with its language if it says one. @param longest cut to so many characters */
export function expressionText(expression: ModelElement, longest?: number): string {
  const body = ownPropertyOf(expression, 'body') ?? '';
  const language = ownPropertyOf(expression, 'language');
  const condition = elementIn(expression, 'condition');
  if (condition) return expressionText(condition, longest);
  return `${code(String(body), longest)}${typeof language === 'string' ? ` in ${language}` : ''}`;
}

/** What an event waits for or throws: `message "Order" or timer `P2D``. */
export function triggerText(event: ModelElement): string {
  const triggers = [...elementsIn(event, 'eventDefinitions'), ...elementsIn(event, 'eventDefinitionRef')];
  if (triggers.length === 0) return 'none';
  return listed(triggers.map((trigger) => (is(trigger, 'bpmn:EventDefinition') ? oneTrigger(trigger) : '')));
}

const referenceOf: Readonly<Record<string, string>> = {
  'bpmn:MessageEventDefinition': 'messageRef',
  'bpmn:SignalEventDefinition': 'signalRef',
  'bpmn:ErrorEventDefinition': 'errorRef',
  'bpmn:EscalationEventDefinition': 'escalationRef',
  'bpmn:CompensateEventDefinition': 'activityRef',
};

function oneTrigger(trigger: EventDefinition): string {
  const kind = inWords(trigger.$type.slice('bpmn:'.length).replace(/EventDefinition$/, ''));
  const times = ['timeDate', 'timeDuration', 'timeCycle', 'condition'].flatMap(
    (name) => elementIn(trigger, name) ?? [],
  );
  if (times.length > 0) return `${kind} ${listed(times.map((time) => expressionText(time)))}`;
  if (is(trigger, 'bpmn:LinkEventDefinition'))
    return trigger.name === undefined ? kind : `${kind} ${quoted(trigger.name)}`;
  const reference = referenceOf[trigger.$type];
  const target = reference === undefined ? undefined : elementIn(trigger, reference);
  const written = reference === undefined ? undefined : referenceText(trigger, reference);
  const name = target ? titleOf(target) || String(target.get('id')) : written;
  return name === undefined ? kind : `${kind} ${quoted(name)}`;
}

/** How an activity is repeated: `none`, `in parallel for each …`, `while …`. */
export function loopText(activity: ModelElement): string {
  const loop = elementIn(activity, 'loopCharacteristics');
  if (is(loop, 'bpmn:MultiInstanceLoopCharacteristics')) {
    const order = loop.isSequential ? 'one after the other' : 'in parallel';
    const times = loop.loopCardinality ? `, ${expressionText(loop.loopCardinality)} times` : '';
    const until = loop.completionCondition ? `, until ${expressionText(loop.completionCondition)}` : '';
    return `for many ${order}${times}${until}`;
  }
  if (is(loop, 'bpmn:StandardLoopCharacteristics')) {
    const condition = loop.loopCondition ? ` while ${expressionText(loop.loopCondition)}` : '';
    const most = loop.loopMaximum === undefined ? '' : `, at most ${loop.loopMaximum} times`;
    return `again and again${condition}${most}${loop.testBefore ? ', tested before' : ''}`;
  }
  return 'once';
}
