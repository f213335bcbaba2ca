/** What several rules ask of single elements. */
import {
  type Event,
  type EventDefinition,
  type FlowNode,
  type ItemDefinition,
  is,
  type ModelElement,
  type Process,
  type SequenceFlow,
  type TypeMap,
} from '../model/index.ts';
import { type PropertyDescriptor, typeNamed } from '../schema/index.ts';

/** What triggers an event or what it throws, written in it or referred to. */
export function triggersOf(event: Event): readonly EventDefinition[] {
  if (!is(event, 'bpmn:CatchEvent') && !is(event, 'bpmn:ThrowEvent')) return [];
  return event.eventDefinitionRef.length === 0
    ? event.eventDefinitions
    : [...event.eventDefinitions, ...event.eventDefinitionRef];
}

/** Whether a vendor's words say what an event waits for. */
export function hasVendorTrigger(event: Event): boolean {
  return event.extensionElements?.values.some(({ $type }) => /event|listener/i.test($type)) ?? false;
}

/** Kinds of triggers, as types have them: `Message`, `Timer` … */
export type TriggerKind =
  | 'Message'
  | 'Timer'
  | 'Conditional'
  | 'Signal'
  | 'Link'
  | 'Error'
  | 'Escalation'
  | 'Cancel'
  | 'Compensate'
  | 'Terminate';

/** Whether one of an event's triggers is of one of these kinds. */
export function hasTrigger(element: ModelElement, ...kinds: readonly TriggerKind[]): boolean {
  if (!is(element, 'bpmn:Event')) return false;
  const triggers = triggersOf(element);
  return kinds.some((kind) => triggers.some((trigger) => trigger.$type === `bpmn:${kind}EventDefinition`));
}

/** The triggers of an event that are of none of these kinds, each as a word: `error`. */
export function otherTriggers(event: Event, kinds: readonly TriggerKind[]): string[] {
  const allowed = kinds.map((kind) => `bpmn:${kind}EventDefinition`);
  return triggersOf(event).flatMap(({ $type }) =>
    allowed.includes($type) ? [] : [$type.slice('bpmn:'.length, -'EventDefinition'.length).toLowerCase()],
  );
}

/** The process around an element. */
export function processOf(element: ModelElement): Process | undefined {
  return around(element, 'bpmn:Process');
}

/** The nearest element of a type that an element lies in, or is. */
export function around<K extends keyof TypeMap>(element: ModelElement, type: K): TypeMap[K] | undefined {
  for (let one: ModelElement | undefined = element; one; one = one.$parent) if (is(one, type)) return one;
  return undefined;
}

/** Whether the process around an element is executable. */
export function isExecutable(element: ModelElement): boolean {
  return processOf(element)?.isExecutable === true;
}

/** Whether it is an event sub-process. */
export function isEventSubProcess(element: unknown): boolean {
  return is(element, 'bpmn:SubProcess') && element.triggeredByEvent;
}

/** Whether it is an activity that undoes another. */
export function isCompensationHandler(element: ModelElement): boolean {
  return is(element, 'bpmn:Activity') && element.isForCompensation;
}

/** Whether it lies in an ad-hoc sub-process, where steps need no flows. */
export function isInAdHoc(element: ModelElement): boolean {
  return is(element.$parent, 'bpmn:AdHocSubProcess');
}

/** Whether a flow is taken only if something holds. */
export function hasCondition(flow: SequenceFlow): boolean {
  return flow.conditionExpression !== undefined;
}

/** The flow that a node takes where no condition holds. */
export function defaultOf(node: ModelElement | undefined): SequenceFlow | undefined {
  const flow = node?.get('default');
  return is(flow, 'bpmn:SequenceFlow') ? flow : undefined;
}

/** Name without blanks around. */
export function nameOf(element: ModelElement): string {
  const name = element.get('name');
  return typeof name === 'string' ? name.trim() : '';
}

/** Whether what flows into a node is one way of several: nodes that begin by themselves. */
export function beginsByItself(node: FlowNode): boolean {
  return (
    is(node, 'bpmn:StartEvent') ||
    is(node, 'bpmn:BoundaryEvent') ||
    isEventSubProcess(node) ||
    isCompensationHandler(node) ||
    isInAdHoc(node) ||
    (is(node, 'bpmn:ReceiveTask') && node.instantiate) ||
    (is(node, 'bpmn:EventBasedGateway') && node.instantiate) ||
    (is(node, 'bpmn:IntermediateCatchEvent') && hasTrigger(node, 'Link'))
  );
}

/** Whether nothing needs to follow a node. */
export function endsByItself(node: FlowNode): boolean {
  return (
    is(node, 'bpmn:EndEvent') ||
    isEventSubProcess(node) ||
    isCompensationHandler(node) ||
    isInAdHoc(node) ||
    (is(node, 'bpmn:IntermediateThrowEvent') && hasTrigger(node, 'Link')) ||
    (is(node, 'bpmn:BoundaryEvent') && hasTrigger(node, 'Compensate'))
  );
}

/** Whether two item definitions are the same, or say the same structure. */
export function isSameItem(one: ItemDefinition | undefined, other: ItemDefinition | undefined): boolean {
  return (
    one !== undefined && (one === other || (one.structureRef !== undefined && one.structureRef === other?.structureRef))
  );
}

/** What can be reached from some elements by single moves, these included. */
export function reachable(
  from: readonly ModelElement[],
  next: (element: ModelElement) => readonly (ModelElement | undefined)[],
): ReadonlySet<ModelElement> {
  const found = new Set(from);
  // A set grows while it is walked.
  for (const element of found) for (const one of next(element)) if (one) found.add(one);
  return found;
}

const references = new Map<string, readonly PropertyDescriptor[]>();

/** The properties of an element that are references. */
export function referencesOf({ $type }: ModelElement): readonly PropertyDescriptor[] {
  const known = references.get($type);
  if (known) return known;
  const found = (typeNamed($type)?.properties ?? []).filter(({ isReference, isVirtual }) => isReference && !isVirtual);
  references.set($type, found);
  return found;
}

/** Whether a vendor's words say more about an element: how it is done in an engine. */
export function hasExtensions(element: ModelElement): boolean {
  return (
    element.get('extensionElements') !== undefined || Object.keys(element.$attrs).some((name) => name.includes(':'))
  );
}
