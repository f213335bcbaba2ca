import { type BaseElement, type Definitions, type InteractionNode, is, type ModelElement } from '../../model/index.ts';
import type { NetMessageFlow } from './net.ts';

/** The message flows of a model: who sends, who receives, what. */
export function readMessageFlows(
  model: Definitions,
  nodeOf: (element: BaseElement) => number,
  scopeOf: (process: BaseElement | undefined) => number,
): Omit<NetMessageFlow, 'index'>[] {
  const end = (element: InteractionNode | undefined) => {
    if (!element) return { node: -1, scope: -1 };
    if (is(element, 'bpmn:Participant')) return { node: -1, scope: scopeOf(element.processRef) };
    return { node: nodeOf(element as ModelElement as BaseElement), scope: scopeOf(processOf(element)) };
  };
  const flows = model.rootElements.flatMap((root) => (is(root, 'bpmn:Collaboration') ? root.messageFlows : []));
  return flows.map((flow) => {
    const [source, target] = [end(flow.sourceRef), end(flow.targetRef)];
    return {
      id: flow.id ?? '',
      name: flow.name || flow.messageRef?.name || '',
      key: flow.messageRef?.name || flow.messageRef?.id || '',
      source: source.node,
      target: target.node,
      sourceScope: source.scope,
      targetScope: target.scope,
    };
  });
}

function processOf(element: ModelElement | undefined): BaseElement | undefined {
  let at = element;
  while (at && at.$type !== 'bpmn:Process') at = at.$parent;
  return at as BaseElement | undefined;
}
