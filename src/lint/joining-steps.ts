/** Steps that several flows lead to without a gateway. */
import { type FlowNode, is, type ModelElement } from '../model/index.ts';
import { dominators, nextOf } from './control-flow.ts';
import { type LintModel, once } from './lint-model.ts';
import { reachable } from './queries.ts';

/** A step that joins nothing, and the flows that lead there. */
export interface JoiningStep {
  readonly node: FlowNode;
  /** How many flows lead there, two or more. */
  readonly ways: number;
  /** How many of them come from behind the step: every way to where they begin passes it. */
  readonly waysBack: number;
}

/** Activities and events with two or more flows in. */
export function joiningSteps(model: LintModel): JoiningStep[] {
  const { all, incoming } = model;
  const steps = all('bpmn:FlowNode').filter(
    (node) => incoming(node).length > 1 && (is(node, 'bpmn:Activity') || is(node, 'bpmn:Event')),
  );
  return [...Map.groupBy(steps, ({ $parent }) => $parent)].flatMap(([scope, nodes]) => {
    const above = once(() => (scope ? dominators(scope, model) : new Map()));
    return nodes.map((node) => {
      const sources = incoming(node).map(({ sourceRef }) => sourceRef);
      // Most ways that meet come from before, and what a step does not lead to is not behind it.
      const ahead = reachable(nextOf(node, model), (one) => nextOf(one, model));
      const waysBack = sources.filter((source) => source && ahead.has(source) && isAbove(node, source, above())).length;
      return { node, ways: sources.length, waysBack };
    });
  });
}

/** Whether every way to a node passes another, or is that one. */
function isAbove(
  node: ModelElement,
  below: ModelElement,
  above: ReadonlyMap<ModelElement, ModelElement | undefined>,
): boolean {
  for (let one: ModelElement | undefined = below; one; one = above.get(one)) if (one === node) return above.has(node);
  return false;
}
