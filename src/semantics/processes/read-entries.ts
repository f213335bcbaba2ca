import type { NetNode, NetScope } from './net.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** Fills in where tokens begin in a scope (BPMN 2.0.2, 13.2 and 13.3.4). */
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
  // A trigger inside a sub-process has nobody to wait for: it starts with its scope.
  const blank = scope.kind === 'process' ? starts.filter((node) => !isTriggered(node)) : starts;
  const hasStart = starts.length > 0 || instantiating.length > 0;
  scope.entries = indexes(hasStart ? blank : nodes.filter(beginsByItself));
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
