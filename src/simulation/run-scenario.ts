import { type Act, type Net, type NetNode, startActs, type Variables } from '../semantics/index.ts';
import { differenceOf } from './expectation.ts';
import { Player } from './player.ts';
import type { Scenario, ScenarioAct, ScenarioFailure, ScenarioResult } from './scenario.ts';

/** Runs a scenario of a process. */
export function runProcessScenario(net: Net, scenario: Scenario): ScenarioResult {
  const player = new Player(net, {
    unknown: scenario.unknown,
    traced: true,
    isDoneAtOnce: (node) => isDoneAtOnce(node) && !scenario.waits.includes(node.id),
    errorOf: (node) => errorOf(net, node),
    effectOf: (node, seen) => effectOf(scenario, node, seen),
  });
  const failure = play(player, scenario);
  const covered = new Set(
    player.trace.flatMap(({ what, element }) => (what === 'took' || what === 'completed' ? [element] : [])),
  );
  return { name: scenario.name, covered, ...(failure && { failure }) };
}

function play(player: Player, scenario: Scenario): ScenarioFailure | undefined {
  const refused = begin(player, scenario);
  if (refused !== undefined) return { step: -1, message: refused, possible: [] };
  const first = scenario.initial && differenceOf(player, scenario, scenario.initial, undefined);
  if (first) return { step: -1, message: first, possible: [] };
  for (const [step, { do: act, expect }] of scenario.steps.entries()) {
    const found = actOf(player, act);
    const why = 'message' in found ? found.message : player.do(found);
    if (why !== undefined && !expect?.rejected)
      return { step, message: why, possible: 'message' in found ? found.possible : [] };
    const difference = expect && differenceOf(player, scenario, expect, why);
    if (difference) return { step, message: difference, possible: [] };
  }
  return undefined;
}

/** Only people, receivers and events take time; the other tasks are done at once. */
function isDoneAtOnce({ kind, type }: NetNode): boolean {
  return kind !== 'receive' && type !== 'bpmn:UserTask';
}

/** A script that throws, in the words of the suites that the JSON scenarios come from. */
function errorOf(net: Net, node: NetNode): string | undefined {
  if (!node.script?.includes('THROW_ERROR')) return undefined;
  const triggers = node.boundary.flatMap((event) => net.nodes[event]?.triggers ?? []);
  return triggers.find(({ kind }) => kind === 'error')?.key ?? '';
}

function effectOf({ effects }: Scenario, node: NetNode, seen: Variables): Variables | undefined {
  const mine = effects.filter(({ element }) => element === node.id);
  if (mine.length === 0) return undefined;
  return Object.fromEntries(mine.map(({ increment }) => [increment, Number(seen[increment] ?? 0) + 1]));
}

function begin(player: Player, { start }: Scenario): string | undefined {
  for (const process of start.before) {
    const refused = player.do({ do: 'start', node: process });
    if (refused !== undefined) return refused;
  }
  const set = Object.keys(start.variables).length > 0 ? { set: start.variables } : {};
  if (start.process !== undefined) return player.do({ do: 'start', node: start.process, ...set });
  if (start.signal !== undefined) return player.do({ do: 'signal', name: start.signal, ...set });
  const name = start.message ?? '';
  const act = startActs(player.net).find((each) => each.do === 'start' && waitsForMessage(player.net, each.node, name));
  return act?.do === 'start' ? player.do({ ...act, ...set }) : `No process starts with the message "${name}".`;
}

function waitsForMessage(net: Net, id: string, name: string): boolean {
  const node = net.nodes[net.nodeOfId.get(id) ?? -1];
  return node?.triggers.some(({ kind, key }) => kind === 'message' && key === name) ?? false;
}

interface Impossible {
  readonly message: string;
  /** Ids of what could have been done instead. */
  readonly possible: readonly string[];
}

/** The act that a step means now. */
function actOf(player: Player, act: ScenarioAct): Act | Impossible {
  if (act.complete !== undefined) return completing(player, act.complete, act.set);
  if (act.message !== undefined) return firing(player, 'message', act.message, act.set);
  if (act.timer !== undefined) return firing(player, 'timer', act.timer, act.set);
  if (act.signal !== undefined) return { do: 'signal', name: act.signal, ...(act.set && { set: act.set }) };
  if (act.execute !== undefined) return starting(player, act.execute);
  if (act.completeAdHoc !== undefined) return completingAdHoc(player, act.completeAdHoc);
  const scope = player.state.scopes[0];
  if (scope) return { do: 'set', scope: scope.id, set: act.set ?? {} };
  return { message: 'Nothing runs any more whose variables could be set.', possible: [] };
}

function completing(player: Player, id: string, set: Variables | undefined): Act | Impossible {
  const open = player.look().instances.filter(({ instance, node }) => instance.kind === 'work' && node.inner < 0);
  const found = open.find(({ node }) => node.id === id);
  if (found) return { do: 'finish', at: found.instance.id, ...(set && { set }) };
  return { message: `${id} is not at work and cannot be completed.`, possible: idsOf(open) };
}

function firing(player: Player, kind: 'message' | 'timer', name: string, set: Variables | undefined): Act | Impossible {
  const waiting = player.look().awaited.filter(({ triggers }) => triggers.some((trigger) => trigger.kind === kind));
  const isMeant = ({ node, triggers }: (typeof waiting)[number]) =>
    kind === 'timer' ? node.id === name : triggers.some((trigger) => trigger.kind === kind && trigger.key === name);
  const found = waiting.find(isMeant);
  if (found) return { do: 'fire', at: found.at, event: found.node.id, ...(set && { set }) };
  return { message: `Nobody waits for the ${kind} ${name}.`, possible: idsOf(waiting) };
}

function starting(player: Player, id: string): Act | Impossible {
  const { startable } = player.look();
  const found = startable.find(({ node }) => node.id === id);
  if (found) return { do: 'start', node: id, scope: found.scope.id };
  return { message: `${id} cannot be started now.`, possible: idsOf(startable) };
}

function completingAdHoc(player: Player, id: string): Act | Impossible {
  const open = player
    .look()
    .instances.filter(({ node }) => (player.net.scopes[node.inner]?.adHoc ?? undefined) !== undefined);
  const found = open.find(({ node }) => node.id === id);
  if (found) return { do: 'complete', at: found.instance.id };
  return { message: `${id} is not at work and cannot be completed.`, possible: idsOf(open) };
}

function idsOf(list: readonly { readonly node: NetNode }[]): string[] {
  return [...new Set(list.map(({ node }) => node.id))].sort();
}
