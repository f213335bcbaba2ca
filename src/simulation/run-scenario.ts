import { type Act, type Net, type NetNode, startActs, type Variables } from '../semantics/index.ts';
import { differenceOf } from './expectation.ts';
import { Player } from './player.ts';
import type { Scenario, ScenarioAct, ScenarioResult } from './scenario.ts';

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

function play(player: Player, scenario: Scenario): ScenarioResult['failure'] {
  const refused = begin(player, scenario);
  if (refused !== undefined) return { step: -1, message: refused };
  const first = scenario.initial && differenceOf(player, scenario, scenario.initial, undefined);
  if (first) return { step: -1, message: first };
  for (const [index, { do: act, expect }] of scenario.steps.entries()) {
    const found = actOf(player, act);
    const why = typeof found === 'string' ? found : player.do(found);
    if (why !== undefined && !expect?.rejected) return { step: index, message: why };
    const difference = expect && differenceOf(player, scenario, expect, why);
    if (difference) return { step: index, message: difference };
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

/** The act that a step means now; a sentence where nothing waits for it. */
function actOf(player: Player, act: ScenarioAct): Act | string {
  const now = player.look();
  const set = act.set ? { set: act.set } : {};
  const possible = (ids: readonly string[]) =>
    ids.length > 0 ? `Possible: ${[...new Set(ids)].sort().join(', ')}.` : 'Nothing of this kind is possible.';
  if (act.complete !== undefined) {
    const open = now.instances.filter(({ instance, node }) => instance.kind === 'work' && node.inner < 0);
    const found = open.find(({ node }) => node.id === act.complete);
    if (found) return { do: 'finish', at: found.instance.id, ...set };
    return `${act.complete} is not at work and cannot be completed. ${possible(open.map(({ node }) => node.id))}`;
  }
  if (act.message !== undefined || act.timer !== undefined) {
    const kind = act.timer === undefined ? 'message' : 'timer';
    const waiting = now.awaited.filter(({ triggers }) => triggers.some((trigger) => trigger.kind === kind));
    const found = waiting.find(({ node, triggers }) =>
      kind === 'timer'
        ? node.id === act.timer
        : triggers.some((trigger) => trigger.kind === kind && trigger.key === act.message),
    );
    if (found) return { do: 'fire', at: found.at, event: found.node.id, ...set };
    return `Nobody waits for the ${kind} ${act.timer ?? `"${act.message}"`}. ${possible(waiting.map(({ node }) => node.id))}`;
  }
  if (act.signal !== undefined) return { do: 'signal', name: act.signal, ...set };
  if (act.execute !== undefined) {
    const found = now.startable.find(({ node }) => node.id === act.execute);
    if (found) return { do: 'start', node: act.execute, scope: found.scope.id };
    return `${act.execute} cannot be started now. ${possible(now.startable.map(({ node }) => node.id))}`;
  }
  if (act.completeAdHoc !== undefined) {
    const found = now.instances.find(({ node }) => node.id === act.completeAdHoc);
    return found
      ? { do: 'complete', at: found.instance.id }
      : `${act.completeAdHoc} is not at work and cannot be completed.`;
  }
  const scope = player.state.scopes[0];
  return scope
    ? { do: 'set', scope: scope.id, set: act.set ?? {} }
    : 'Nothing runs any more whose variables could be set.';
}
