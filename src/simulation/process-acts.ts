/** What a step of a scenario means for a process as it stands. */
import {
  type Act,
  innermostFirst,
  type Net,
  type NetNode,
  type NetScope,
  type ScopeInstance,
  startActs,
  type Trigger,
  type Variables,
} from '../semantics/index.ts';
import type { Player } from './player.ts';
import type { Choice, NamedTrigger, ScenarioAct } from './scenario.ts';

/** Why a step means nothing now. */
export interface Impossible {
  readonly message: string;
  /** Ids of what could have been done instead. */
  readonly possible: readonly string[];
}

/** What a step is read against: a player, or a moment of a run that somebody plays. */
export type Moment = Pick<Player, 'net' | 'state' | 'look'>;

type Meaning = readonly Act[] | Impossible;

/** The acts that a step means now: one, or several that begin pools together. */
export function actsOf(moment: Moment, act: ScenarioAct): Meaning {
  const nth = (act.number ?? 1) - 1;
  if (act.start !== undefined) return starting(moment, act.start, act.set, nth);
  if (act.complete !== undefined) return completing(moment, act.complete, act.set, nth);
  if (act.message !== undefined) return telling(moment, act.message, act.set, nth);
  if (act.timer !== undefined) return firing(moment, 'timer', act.timer, act.set, nth);
  if (act.occur !== undefined) return occurring(moment, act.occur, act.by, act.set, nth);
  if (act.signal !== undefined) return [{ do: 'signal', name: act.signal, ...withSet(act.set) }];
  if (act.fail !== undefined) return failing(moment, act.fail.element, act.fail.error, nth);
  if (act.choose !== undefined) return choosing(moment, act.choose, nth);
  if (act.execute !== undefined) return startingInside(moment, act.execute, act.set, nth);
  if (act.completeAdHoc !== undefined) return completingAdHoc(moment, act.completeAdHoc, nth);
  return { message: 'This step says nothing that can be done to a process.', possible: [] };
}

function withSet(set: Variables | undefined): { readonly set?: Variables } {
  return set ? { set } : {};
}

function starting(moment: Moment, ids: readonly string[], set: Variables | undefined, nth: number): Meaning {
  const { net } = moment;
  const processes = ids.flatMap((id) => net.scopes[net.scopeOfId.get(id) ?? -1] ?? []).filter(({ node }) => node < 0);
  if (processes.length === ids.length) return beginning(moment, processes, set);
  const acts = ids.map((id): Act | undefined => {
    const node = net.nodes[net.nodeOfId.get(id) ?? -1];
    const around = net.scopes[node?.scope ?? -1];
    return around?.kind === 'process' ? { do: 'start', node: id, ...withSet(set) } : undefined;
  });
  const [inside = ''] = ids;
  return acts.every((act) => act !== undefined) ? acts : startingInside(moment, inside, set, nth);
}

/** Processes begin by themselves, or by their only trigger. Of several pools those begin that need none; messages start the others. */
function beginning({ net }: Moment, processes: readonly NetScope[], set: Variables | undefined): Meaning {
  const ready = processes.filter(({ entries }) => entries.length > 0);
  if (ready.length > 0) return ready.map(({ id }) => ({ do: 'start', node: id, ...withSet(set) }));
  const triggered = processes.flatMap(({ triggeredStarts }) =>
    triggeredStarts.flatMap((index) => net.nodes[index] ?? []),
  );
  const [only] = triggered;
  if (only && triggered.length === 1) return [{ do: 'start', node: only.id, ...withSet(set) }];
  return {
    message: 'What it begins with cannot be known: name a start event.',
    possible: triggered.map(({ id }) => id),
  };
}

function completing(moment: Moment, id: string, set: Variables | undefined, nth: number): Meaning {
  const node = moment.net.nodes[moment.net.nodeOfId.get(id) ?? -1];
  if (moment.net.scopes[node?.inner ?? -1]?.adHoc) return completingAdHoc(moment, id, nth);
  const open = moment.look().instances.filter(({ instance, node: each }) => instance.kind === 'work' && each.inner < 0);
  const found = open.filter(({ node: each }) => each.id === id)[nth];
  if (found) return [{ do: 'finish', at: found.instance.id, ...withSet(set) }];
  return { message: `${id} is not at work and cannot be completed.`, possible: idsOf(open) };
}

function failing(moment: Moment, id: string, error: string, nth: number): Meaning {
  const open = moment.look().instances.filter(({ instance, node }) => instance.kind === 'work' && node.inner < 0);
  const found = open.filter(({ node }) => node.id === id)[nth];
  if (found) return [{ do: 'fault', at: found.instance.id, error }];
  return { message: `${id} is not at work and cannot fail.`, possible: idsOf(open) };
}

/** A message goes to who waits for it, else it begins a process. */
function telling(moment: Moment, name: string, set: Variables | undefined, nth: number): Meaning {
  const found = firing(moment, 'message', name, set, nth);
  if (!('message' in found)) return found;
  const start = startByMessage(moment.net, name);
  return start ? [{ ...start, ...withSet(set) }] : found;
}

/** How a process begins by the message: at a start event, or at an event behind the gateway that begins it. */
export function startByMessage(net: Net, name: string): (Act & { readonly do: 'start' }) | undefined {
  for (const act of startActs(net)) {
    if (act.do !== 'start') continue;
    const triggers = net.nodes[net.nodeOfId.get(act.node) ?? -1]?.triggers ?? [];
    const meant = act.trigger === undefined ? triggers : triggers.slice(act.trigger, act.trigger + 1);
    if (meant.some(({ kind, key }) => kind === 'message' && key === name)) return act;
  }
  return undefined;
}

/** Which trigger of an event it is; nothing where there is only one. */
function placeOf({ triggers }: NetNode, trigger: Trigger | undefined): { readonly trigger?: number } {
  return trigger && triggers.length > 1 ? { trigger: triggers.indexOf(trigger) } : {};
}

function firing(
  moment: Moment,
  kind: 'message' | 'timer',
  name: string,
  set: Variables | undefined,
  nth: number,
): Meaning {
  const waiting = moment.look().awaited.filter(({ triggers }) => triggers.some((trigger) => trigger.kind === kind));
  const meant = waiting.flatMap(({ at, node, scope, triggers }) => {
    const isMeant = kind === 'timer' ? () => node.id === name : ({ key }: Trigger) => key === name;
    const trigger = triggers.find((each) => each.kind === kind && isMeant(each));
    return trigger ? [{ at, node, scope, trigger }] : [];
  });
  // As a message goes that another process sends.
  const found = (kind === 'message' ? innermostFirst(meant, moment.state.scopes, ({ scope }) => scope) : meant)[nth];
  if (found) {
    const { at, node, trigger } = found;
    return [{ do: 'fire', at, event: node.id, ...placeOf(node, trigger), ...withSet(set) }];
  }
  return { message: `Nobody waits for the ${kind} ${name}.`, possible: idsOf(waiting) };
}

function occurring(
  moment: Moment,
  id: string,
  by: NamedTrigger | undefined,
  set: Variables | undefined,
  nth: number,
): Meaning {
  const { awaited } = moment.look();
  const found = awaited.filter(({ node, triggers }) => node.id === id && (!by || triggers.some(isNamed(by))))[nth];
  if (found) {
    const { at, node, triggers } = found;
    // What messages and timers do can be said by itself.
    const other = triggers.find(({ kind }) => kind !== 'message' && kind !== 'timer') ?? triggers[0];
    const meant = by ? triggers.find(isNamed(by)) : other;
    return [{ do: 'fire', at, event: id, ...placeOf(node, meant), ...withSet(set) }];
  }
  const start = startBy(moment.net, id, by);
  if (start) return [{ ...start, ...withSet(set) }];
  return { message: `Nobody waits for ${id}${by ? ` by ${inWords(by)}` : ''} now.`, possible: idsOf(awaited) };
}

/** How a process begins at an event, by the trigger that is meant. */
function startBy(net: Net, id: string, by: NamedTrigger | undefined): Act | undefined {
  const triggers = net.nodes[net.nodeOfId.get(id) ?? -1]?.triggers ?? [];
  const place = by ? triggers.findIndex(isNamed(by)) : -1;
  if (by && place < 0) return undefined;
  const acts = startActs(net).filter((act) => act.do === 'start' && act.node === id);
  return acts.find((act) => act.do === 'start' && act.trigger === place) ?? acts[0];
}

function isNamed({ kind, name }: NamedTrigger): (trigger: Trigger) => boolean {
  return (trigger) =>
    trigger.kind === kind &&
    (name === undefined || trigger.key === name || (trigger.key === '' && trigger.name === name));
}

function inWords({ kind, name }: NamedTrigger): string {
  return name === undefined ? `its ${kind}` : `the ${kind} ${name}`;
}

function startingInside(moment: Moment, id: string, set: Variables | undefined, nth: number): Meaning {
  const { startable } = moment.look();
  const found = startable.filter(({ node }) => node.id === id)[nth];
  if (found) return [{ do: 'start', node: id, scope: found.scope.id, ...withSet(set) }];
  return { message: `${id} cannot be started now.`, possible: idsOf(startable) };
}

function completingAdHoc(moment: Moment, id: string, nth: number): Meaning {
  const open = moment.look().instances.filter(({ node }) => moment.net.scopes[node.inner]?.adHoc !== undefined);
  const found = open.filter(({ node }) => node.id === id)[nth];
  if (found) return [{ do: 'complete', at: found.instance.id }];
  return { message: `${id} is not at work and cannot be completed.`, possible: idsOf(open) };
}

function choosing(moment: Moment, choice: Choice, nth: number): Meaning {
  const open = openChoices(moment);
  const found = open.filter(({ node }) => choice.element === undefined || choice.element === node.id)[nth];
  if (!found) {
    const who = choice.element === undefined ? 'Nobody waits' : `${choice.element} does not wait`;
    return { message: `${who} for a choice now.`, possible: idsOf(open) };
  }
  const at = found.instance.id;
  if ('flows' in choice) return [{ do: 'choose', at, flows: choice.flows }];
  if ('count' in choice) return [{ do: 'choose', at, count: choice.count }];
  if ('again' in choice) return [{ do: 'choose', at, again: choice.again }];
  return { message: `${found.node.id} asks for a way, not whether something holds.`, possible: [] };
}

/** Where somebody has to choose, the oldest first. */
export function openChoices(moment: Pick<Moment, 'look'>) {
  return moment.look().instances.filter(({ instance }) => instance.kind === 'choice');
}

function idsOf(list: readonly { readonly node: NetNode; readonly scope: ScopeInstance }[]): string[] {
  return [...new Set(list.map(({ node }) => node.id))].sort();
}
