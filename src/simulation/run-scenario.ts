import { type Net, type NetNode, startActs, type Variables } from '../semantics/index.ts';
import { differenceOf } from './expectation.ts';
import { pendingChoice } from './pending-choice.ts';
import { Player } from './player.ts';
import { possibleActs } from './possible-acts.ts';
import { actsOf, type Impossible } from './process-acts.ts';
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
  for (const [step, { do: act, expect, range }] of scenario.steps.entries()) {
    const done = act && perform(player, act);
    const place = { step, ...(range && { range }) };
    if (done && !expect?.rejected) {
      // A block names what could be done by its acts, a scenario in JSON by ids.
      const possible = possibleActs(player, scenario);
      return { ...place, ...done, ...(possible.length > 0 && { possible }) };
    }
    const difference = expect && differenceOf(player, scenario, expect, done?.message);
    if (difference) return { ...place, message: difference, possible: possibleActs(player, scenario) };
    const choice = act && isLeftOpen(scenario, step) && pendingChoice(player);
    if (choice) return { ...place, ...choice };
  }
  return undefined;
}

/** Whether nobody chooses after a step of a block: expectations may stand between the two. */
export function isLeftOpen({ unknown, steps }: Scenario, step: number): boolean {
  return unknown === 'choose' && !steps.slice(step + 1).find((each) => each.do)?.do?.choose;
}

/** @returns why not, if it is not possible */
function perform(player: Player, act: ScenarioAct): Impossible | undefined {
  const acts = actsOf(player, act);
  if ('message' in acts) return acts;
  for (const each of acts) {
    const message = player.do(each);
    if (message !== undefined) return { message, possible: [] };
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

/** @returns why not; a scenario of a text begins with its first steps */
function begin(player: Player, { start }: Scenario): string | undefined {
  const set = Object.keys(start.variables).length > 0 ? { set: start.variables } : {};
  const acts: ScenarioAct[] = start.before.map((process) => ({ start: [process] }));
  if (start.process !== undefined) acts.push({ start: [start.process], ...set });
  else if (start.signal !== undefined) acts.push({ signal: start.signal, ...set });
  else if (start.message !== undefined) {
    const name = start.message;
    const first = startActs(player.net).find(
      (each) => each.do === 'start' && waitsForMessage(player.net, each.node, name),
    );
    if (first?.do !== 'start') return `No process starts with the message "${name}".`;
    acts.push({ start: [first.node], ...set });
  }
  for (const act of acts) {
    const refused = perform(player, act);
    if (refused) return refused.message;
  }
  return undefined;
}

function waitsForMessage(net: Net, id: string, name: string): boolean {
  const node = net.nodes[net.nodeOfId.get(id) ?? -1];
  return node?.triggers.some(({ kind, key }) => kind === 'message' && key === name) ?? false;
}
