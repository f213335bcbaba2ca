import { type Activity, is, type MultiInstanceLoopCharacteristics } from '../../model/index.ts';
import type { MultiInstance, NetNode, StandardLoop, Trigger } from './net.ts';
import { collectionOf, itemNameOf } from './read-collection.ts';
import { type TriggerSource, triggerOf, triggersOf } from './read-triggers.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** Reads what all activities have: quantities, markers, whether it is a compensation handler. */
export function readActivity(element: Activity, node: Open<NetNode>, source: TriggerSource): void {
  node.startQuantity = Math.max(1, element.startQuantity);
  node.completionQuantity = Math.max(1, element.completionQuantity);
  node.isForCompensation = element.isForCompensation;
  const loop = loopOf(element, source);
  if (loop) node.loop = loop;
}

function loopOf(activity: Activity, source: TriggerSource): MultiInstance | StandardLoop | undefined {
  const { loopCharacteristics: loop } = activity;
  if (!loop) return undefined;
  if (is(loop, 'bpmn:StandardLoopCharacteristics')) {
    const condition = source.expressions.of(loop.loopCondition);
    const maximum = loop.loopMaximum;
    return {
      kind: 'loop',
      testBefore: loop.testBefore,
      ...(condition && { condition }),
      ...(maximum !== undefined && Number.isFinite(maximum) && { maximum }),
    };
  }
  return is(loop, 'bpmn:MultiInstanceLoopCharacteristics') ? multiInstance(activity, loop, source) : undefined;
}

function multiInstance(
  activity: Activity,
  loop: MultiInstanceLoopCharacteristics,
  source: TriggerSource,
): MultiInstance {
  const cardinality = source.expressions.of(loop.loopCardinality);
  const completion = source.expressions.of(loop.completionCondition);
  const collection = collectionOf(activity, loop, source.expressions);
  const item = itemNameOf(loop);
  const behavior = loop.behavior ?? 'All';
  const definition = { None: loop.noneBehaviorEventRef, One: loop.oneBehaviorEventRef }[behavior as string];
  const rules = loop.complexBehaviorDefinition.map(({ condition, event }) => {
    const holds = source.expressions.of(condition);
    const throws: Trigger | undefined = event && triggersOf(event, source)[0];
    return { ...(holds && { condition: holds }), ...(throws && { throws }) };
  });
  return {
    kind: 'multi-instance',
    isSequential: loop.isSequential,
    behavior,
    rules,
    ...(cardinality && { cardinality }),
    ...(completion && { completion }),
    ...(collection && { collection }),
    ...(item && { item }),
    ...(definition && { throws: triggerOf(definition, source) }),
  };
}
