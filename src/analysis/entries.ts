import { type Definitions, is } from '../model/index.ts';
import { type Act, eventsAtStart, type Net, startActs } from '../semantics/index.ts';
import { scopesIn } from './net-walks.ts';

/** What is judged by itself: the processes of a collaboration that exchange messages together, or a process alone. */
export interface Entry {
  readonly kind: 'collaboration' | 'process';
  /** Id of the collaboration or process. */
  readonly element: string;
  readonly name: string;
  /** Scopes of its processes. */
  readonly processes: readonly number[];
  /** All scopes in them, and in what they call. */
  readonly scopes: ReadonlySet<number>;
  /** The ways in which it can begin from outside, each a list of acts. */
  readonly ways: readonly (readonly Act[])[];
}

/** At most so many ways to begin are looked at, where several pools can each begin in several ways. */
const MOST_WAYS = 64;

/** What there is to judge, in the order of the file. */
export function entriesOf(net: Net, models: readonly Definitions[]): Entry[] {
  const groups = exchanging(net);
  const entries: Entry[] = [];
  for (const process of net.processes) {
    const group = groups.get(process) ?? [process];
    if (group[0] !== process) continue;
    const scopes = scopesIn(net, group);
    const ways = waysOf(net, group, scopes);
    const collaboration = group.length > 1 ? collaborationOf(net, models, group) : undefined;
    const { id = '', name = '' } = net.scopes[process] ?? {};
    const said = collaboration
      ? { kind: 'collaboration' as const, ...collaboration }
      : { kind: 'process' as const, element: id, name };
    entries.push({ ...said, processes: group, scopes, ways });
  }
  return entries;
}

/** For each process, all that exchange messages with it, directly or through others. */
function exchanging(net: Net): Map<number, number[]> {
  const group = new Map(net.processes.map((process) => [process, [process]]));
  for (const { sourceScope, targetScope } of net.messageFlows) {
    const [one, other] = [group.get(sourceScope), group.get(targetScope)];
    if (!one || !other || one === other) continue;
    const both = [...one, ...other].sort((a, b) => a - b);
    for (const process of both) group.set(process, both);
  }
  return group;
}

function collaborationOf(net: Net, models: readonly Definitions[], group: readonly number[]) {
  const ids = new Set(group.map((process) => net.scopes[process]?.id));
  const names = group.map((process) => net.scopes[process]).map((scope) => scope?.name || scope?.id || '');
  for (const root of models.flatMap(({ rootElements }) => rootElements))
    if (is(root, 'bpmn:Collaboration') && root.participants.some(({ processRef }) => ids.has(processRef?.id ?? '')))
      return { element: root.id ?? '', name: root.name || names.join(', ') };
  return { element: [...ids].join(' '), name: names.join(', ') };
}

/** Each process that nobody among them starts begins once, in one of its ways; if each waits for another one, any may begin. */
function waysOf(net: Net, group: readonly number[], scopes: ReadonlySet<number>): Act[][] {
  const all = group.map((process) => startsOf(net, process));
  const outer = all.map((acts) => acts.filter((act) => !isStartedInside(net, act, scopes)));
  const begins = outer.some((acts) => acts.length > 0) ? outer : all;
  const choices = begins.filter((acts) => acts.length > 0);
  const ways = choices.reduce<Act[][]>(
    (ways, acts) => ways.flatMap((way) => acts.map((act) => [...way, act])).slice(0, MOST_WAYS),
    [[]],
  );
  return ways.filter((way) => way.length > 0);
}

function startsOf(net: Net, process: number): Act[] {
  const scope = net.scopes[process];
  const events = (scope?.triggeredStarts ?? []).flatMap((start) => eventsAtStart(net, start));
  const nodes = [...(scope?.plainStarts ?? []), ...events];
  const starts = new Set([scope?.id, ...nodes.map((node) => net.nodes[node]?.id)]);
  return startActs(net).filter((act) => act.do === 'start' && starts.has(act.node));
}

/** Whether another process among them sends what starts this one. */
function isStartedInside(net: Net, act: Act, scopes: ReadonlySet<number>): boolean {
  const node = act.do === 'start' ? net.nodes[net.nodeOfId.get(act.node) ?? -1] : undefined;
  const flows = node?.receives ?? [];
  return flows.some((flow) => scopes.has(net.messageFlows[flow]?.sourceScope ?? -1));
}
