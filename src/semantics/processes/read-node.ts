import { type FlowElement, is } from '../../model/index.ts';
import type { NetNode } from './net.ts';
import { readActivity } from './read-activity.ts';
import { named, type TriggerSource, triggersOf } from './read-triggers.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** Fills in what a node says of itself: triggers, markers, kinds of a gateway. */
export function readNode(element: FlowElement, node: Open<NetNode>, source: TriggerSource): void {
  if (is(element, 'bpmn:CatchEvent')) {
    node.triggers = triggersOf(element, source);
    node.isParallelMultiple = element.parallelMultiple && node.triggers.length > 1;
  }
  if (is(element, 'bpmn:ThrowEvent')) node.triggers = triggersOf(element, source);
  if (is(element, 'bpmn:StartEvent')) node.isInterrupting = element.isInterrupting || alwaysInterrupts(node);
  if (is(element, 'bpmn:BoundaryEvent')) {
    node.isInterrupting = element.cancelActivity || alwaysInterrupts(node);
    node.host = source.nodeOf(element.attachedToRef);
  }
  if (is(element, 'bpmn:Activity')) readActivity(element, node, source);
  if (is(element, 'bpmn:EventBasedGateway')) {
    node.isInstantiating = element.instantiate;
    node.isParallelMultiple = element.eventGatewayType === 'Parallel';
  }
  if (is(element, 'bpmn:ReceiveTask')) {
    node.triggers = [named('message', element, element.messageRef)];
    node.isInstantiating = element.instantiate;
  }
  if (is(element, 'bpmn:SendTask')) node.triggers = [named('message', element, element.messageRef)];
  if (is(element, 'bpmn:ScriptTask') && element.script) node.script = element.script;
  if (is(element, 'bpmn:ComplexGateway')) {
    const activation = source.expressions.of(element.activationCondition);
    if (activation) node.activation = activation;
  }
}

/** What the model says of an error does not count (BPMN 2.0.2, 10.5.2 and 10.5.4). */
function alwaysInterrupts({ triggers }: NetNode): boolean {
  return triggers.some(({ kind }) => kind === 'error' || kind === 'cancel');
}
