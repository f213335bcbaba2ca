/** Start and end events that a scope lacks. */
import { type FlowNode, is, type ModelElement } from '../../model/index.ts';
import type { LintModel } from '../lint-model.ts';
import { beginsByItself, endsByItself } from '../queries.ts';
import type { LateFix } from '../rule.ts';
import type { ModelChange } from './model-change.ts';

/**
 * Adds both, so that what is mended does not break another rule: one start event before the step that nothing leads to, and an end
 * event behind each step that leads nowhere. Nothing if several steps could be the first.
 */
export function missingBounds(
  scope: ModelElement,
  { childrenOfType, incoming, outgoing }: Pick<LintModel, 'childrenOfType' | 'incoming' | 'outgoing'>,
): LateFix {
  const nodes = childrenOfType(scope, 'bpmn:FlowNode');
  const first = nodes.filter((node) => incoming(node).length === 0 && !beginsByItself(node));
  const last = nodes.filter(
    (node) => outgoing(node).length === 0 && !endsByItself(node) && !is(node, 'bpmn:BoundaryEvent'),
  );
  const hasStart = nodes.some((node) => is(node, 'bpmn:StartEvent'));
  if (!hasStart && first.length !== 1) return {};
  const start: ModelChange[] = hasStart ? [] : [insert('bpmn:StartEvent', 'before', first)];
  const changes = [...start, ...last.map((node) => insert('bpmn:EndEvent', 'after', [node]))];
  return changes.length > 0 ? { fix: changes } : {};
}

function insert(
  type: 'bpmn:StartEvent' | 'bpmn:EndEvent',
  where: 'before' | 'after',
  nodes: readonly FlowNode[],
): ModelChange {
  return { kind: 'insert', type, where, nodes };
}
