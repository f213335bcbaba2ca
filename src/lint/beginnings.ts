/** Where the ways to a join begin. */
import type { ModelElement } from '../model/index.ts';
import type { LintModel } from './lint-model.ts';
import { reachable } from './queries.ts';

/** Whether two of the ways into a join have no beginning, a start event or a boundary event, in common. */
export function beginApart(join: ModelElement, { incoming }: Pick<LintModel, 'incoming'>): boolean {
  const before = (node: ModelElement) => incoming(node).map(({ sourceRef }) => sourceRef);
  const beginnings = incoming(join).map(({ sourceRef }) => {
    const nodes = reachable(sourceRef ? [sourceRef] : [], before);
    return new Set([...nodes].filter((node) => incoming(node).length === 0));
  });
  return beginnings.some((one, index) =>
    beginnings.slice(index + 1).some((other) => ![...one].some((node) => other.has(node))),
  );
}
