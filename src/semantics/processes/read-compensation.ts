import type { NetNode, NetScope } from './net.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Marks the activities whose completion matters later: those with a compensation handler, and sub-processes that hold such or have a
 * compensation event sub-process (BPMN 2.0.2, 13.5.5). Nothing is remembered of the others.
 */
export function markCompensable(nodes: readonly Open<NetNode>[], scopes: readonly NetScope[]): void {
  const throwsAny = nodes.some(
    (node) => isThrow(node) && node.triggers.some(({ kind }) => kind === 'compensation' || kind === 'cancel'),
  );
  if (!throwsAny) return;
  // What stands inside has a greater index than what holds it.
  for (const node of [...nodes].reverse()) {
    const hasHandler = node.boundary.some((event) => (nodes[event]?.handler ?? -1) >= 0);
    const inner = node.kind === 'sub-process' ? scopes[node.inner] : undefined;
    node.isCompensable = hasHandler || (inner !== undefined && holdsCompensable(inner, nodes, scopes));
  }
}

function holdsCompensable(scope: NetScope, nodes: readonly NetNode[], scopes: readonly NetScope[]): boolean {
  return (
    compensationEventSubProcess(scope, nodes, scopes) >= 0 || scope.nodes.some((index) => nodes[index]?.isCompensable)
  );
}

/** The event sub-process of a scope that compensates it; -1: none. */
export function compensationEventSubProcess(
  scope: NetScope,
  nodes: readonly NetNode[],
  scopes: readonly NetScope[],
): number {
  return (
    scope.eventSubProcesses.find((index) =>
      scopes[nodes[index]?.inner ?? -1]?.triggeredStarts.some((start) =>
        nodes[start]?.triggers.some(({ kind }) => kind === 'compensation'),
      ),
    ) ?? -1
  );
}

function isThrow({ kind }: NetNode): boolean {
  return kind === 'throw' || kind === 'end';
}
