import type { NetNode, NetScope, Trigger } from './net.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Fills in where tokens begin in a scope (BPMN 2.0.2, 13.2 and 13.3.4). Of several start events of a process without a trigger one begins, "each
 * start event is an independent event" (10.5.2); those of a sub-process begin together (choice).
 */
export function readEntries(scope: Open<NetScope>, all: readonly NetNode[]): void {
  const nodes = scope.nodes.flatMap((index) => all[index] ?? []);
  const starts = nodes.filter(({ kind }) => kind === 'start');
  const isTriggered = ({ triggers }: NetNode) => triggers.length > 0;
  scope.eventSubProcesses = indexes(nodes.filter(({ kind }) => kind === 'event-sub-process'));
  if (scope.kind === 'event-sub-process') {
    scope.triggeredStarts = indexes(starts);
    return;
  }
  const instantiating = nodes.filter((node) => node.isInstantiating && node.incoming.length === 0);
  scope.triggeredStarts = indexes([...starts.filter(isTriggered), ...instantiating]);
  if (scope.kind === 'ad-hoc') return;
  const hasStart = starts.length > 0 || instantiating.length > 0;
  if (!hasStart) scope.entries = indexes(nodes.filter(beginsByItself));
  // A trigger inside a sub-process has nobody to wait for: it starts with its scope.
  else if (scope.kind !== 'process') scope.entries = indexes(starts);
  else {
    scope.plainStarts = indexes(starts.filter((node) => !isTriggered(node)));
    scope.entries = scope.plainStarts.slice(0, 1);
  }
}

/** Fills in what something can happen to while it waits at a scope or an activity; compensation and cancel look for it themselves. */
export function readArmed(scopes: readonly Open<NetScope>[], all: readonly Open<NetNode>[]): void {
  const isArmed = (index: number) => all[index]?.triggers.some(canHappen) ?? false;
  for (const node of all) node.armed = node.boundary.filter(isArmed);
  for (const scope of scopes)
    scope.eventStarts = scope.eventSubProcesses.flatMap(
      (index) => scopes[all[index]?.inner ?? -1]?.triggeredStarts.filter(isArmed) ?? [],
    );
}

export function canHappen({ kind }: Trigger): boolean {
  return kind !== 'compensation' && kind !== 'cancel';
}

/** Whether a node starts with its scope where nothing leads to it. */
export function beginsByItself(node: NetNode): boolean {
  if (node.incoming.length > 0 || node.isForCompensation || node.isInstantiating) return false;
  if (node.kind === 'boundary' || node.kind === 'event-sub-process') return false;
  return !(node.kind === 'catch' && node.triggers.some(({ kind }) => kind === 'link'));
}

function indexes(nodes: readonly NetNode[]): number[] {
  return nodes.map(({ index }) => index);
}

/** Link throws with the catch of the same name in their scope (BPMN 2.0.2, 10.5.5). */
export function linksOf(nodes: readonly NetNode[]): Map<number, number> {
  const links = new Map<number, number>();
  const catchOf = new Map<string, number>();
  for (const node of nodes)
    if (node.kind === 'catch')
      for (const { kind, key } of node.triggers)
        if (kind === 'link' && !catchOf.has(`${node.scope} ${key}`)) catchOf.set(`${node.scope} ${key}`, node.index);
  for (const node of nodes) {
    if (node.kind !== 'throw' && node.kind !== 'end') continue;
    const link = node.triggers.find(({ kind }) => kind === 'link');
    const target = link && catchOf.get(`${node.scope} ${link.key}`);
    if (target !== undefined) links.set(node.index, target);
  }
  return links;
}
