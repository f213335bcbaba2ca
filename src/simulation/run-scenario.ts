import type { LinkedModel, Net, NetNode, Variables } from '../semantics/index.ts';
import { openQuestion } from './case-questions.ts';
import { linkedDifferenceOf } from './linked-expectation.ts';
import { LinkedPlayer } from './linked-player.ts';
import { meaningOf, possibleBeside } from './meaning.ts';
import { pendingChoice } from './pending-choice.ts';
import { possibleActs } from './possible-acts.ts';
import { type Impossible, startByMessage } from './process-acts.ts';
import type { Scenario, ScenarioAct, ScenarioFailure, ScenarioResult, ScenarioStep } from './scenario.ts';

/** Runs a scenario of processes and cases. */
export function runScenario(model: LinkedModel, scenario: Scenario): ScenarioResult {
  const { player, failure } = playScenario(model, scenario);
  return { name: scenario.name, covered: player.passed, ...(failure && { failure }) };
}

/** The same, with all that is there in the end. */
export function playScenario(
  model: LinkedModel,
  scenario: Scenario,
): { readonly player: LinkedPlayer; readonly failure: ScenarioFailure | undefined } {
  const waits = new Set(scenario.unknown === 'choose' ? waitsIn(model.net, scenario.steps) : scenario.waits);
  const player = new LinkedPlayer(model, {
    unknown: scenario.unknown,
    traced: true,
    isDoneAtOnce: (node) => isDoneAtOnce(node) && !waits.has(node.id),
    errorOf: (node) => errorOf(model.net, node),
    effectOf: (node, seen) => effectOf(scenario, node, seen),
  });
  return { player, failure: play(player, { ...scenario, waits: [...waits] }) };
}

/** Tasks that would be done at once, but that a block completes, fails, interrupts or expects to be at work: these wait. */
export function waitsIn(net: Net, steps: readonly ScenarioStep[]): string[] {
  return steps.flatMap(({ do: act, expect }) => {
    const event = net.nodes[net.nodeOfId.get(act?.timer ?? act?.occur ?? '') ?? -1];
    const host = net.nodes[event?.host ?? -1]?.id;
    return [act?.complete, act?.fail?.element, host, ...(expect?.active ?? [])].filter((id) => id !== undefined);
  });
}

function play(player: LinkedPlayer, scenario: Scenario): ScenarioFailure | undefined {
  const refused = begin(player, scenario);
  if (refused !== undefined) return { step: -1, message: refused, possible: [] };
  const first = scenario.initial && linkedDifferenceOf(player, scenario, scenario.initial, undefined);
  if (first) return { step: -1, message: first, possible: [] };
  for (const [step, { do: act, expect, range }] of scenario.steps.entries()) {
    const done = act && perform(player, scenario, act);
    const place = { step, ...(range && { range }) };
    if (done && !expect?.rejected) {
      // A block names what could be done by its acts, a scenario in JSON by ids.
      const possible = possibleActs(player.processes, scenario);
      const inCase = scenario.kind === 'cmmn' ? done.possible : [];
      return { ...place, ...done, ...(possible.length > 0 && { possible: [...possible, ...inCase] }) };
    }
    const difference = expect && linkedDifferenceOf(player, scenario, expect, done?.message);
    if (difference) return { ...place, message: difference, possible: possibleActs(player.processes, scenario) };
    const later = laterChoices(scenario, step);
    const isAsked = act && scenario.unknown === 'choose';
    const open = isAsked && (pendingChoice(player.processes, later) ?? openQuestion(player.cases, later));
    if (open) return { ...place, ...open };
  }
  return undefined;
}

/** Where somebody still chooses after a step, and what is expected to wait for a choice; '': wherever it is asked for. */
function laterChoices({ steps }: Scenario, step: number): ReadonlySet<string> {
  const chosen = steps.slice(step + 1).flatMap((each) => (each.do?.choose ? [each.do.choose.element ?? ''] : []));
  const left = steps
    .slice(step)
    .flatMap(({ expect }) => [...(expect?.active ?? []), ...Object.keys(expect?.states ?? {})]);
  return new Set([...chosen, ...left]);
}

/** @returns why not, if it is not possible */
function perform(player: LinkedPlayer, { kind }: Scenario, act: ScenarioAct): Impossible | undefined {
  const done = performOn(player, kind, act);
  if (!done || act.complete === undefined) return done;
  // Tasks of both sides could have been completed, but for those that run something.
  const running = player.state.links.map(({ element }) => element);
  const possible = new Set(
    [...done.possible, ...possibleBeside(player, kind, act)].filter((id) => !running.includes(id)),
  );
  return { ...done, possible: [...possible].sort() };
}

function performOn(player: LinkedPlayer, kind: Scenario['kind'], act: ScenarioAct): Impossible | undefined {
  const meaning = meaningOf(player, kind, act);
  if ('message' in meaning) return meaning;
  for (const [place, each] of meaning.acts.entries()) {
    const message = player.do(each);
    // What variables change in one place may end what would change in another.
    if (message !== undefined && place === 0) return { message, possible: meaning.possible };
  }
  return undefined;
}

/** Only people, receivers and events take time; the other tasks are done at once. */
export function isDoneAtOnce({ kind, type }: NetNode): boolean {
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

/** @returns why not; a scenario of a process in a text begins with its first steps */
function begin(player: LinkedPlayer, { kind, start }: Scenario): string | undefined {
  const { net } = player.model;
  const set = Object.keys(start.variables).length > 0 ? { set: start.variables } : {};
  const acts: ScenarioAct[] = start.before.map((process) => ({ start: [process] }));
  if (start.process !== undefined) acts.push({ start: [start.process], ...set });
  else if (start.signal !== undefined) acts.push({ signal: start.signal, ...set });
  else if (start.message !== undefined) {
    if (!startByMessage(net, start.message)) return `No process starts with the message "${start.message}".`;
  }
  for (const act of acts) {
    const refused = performOn(player, 'bpmn', act);
    if (refused) return refused.message;
  }
  const byMessage = start.message === undefined ? undefined : startByMessage(net, start.message);
  if (byMessage) return player.do({ in: 'processes', act: { ...byMessage, ...set } });
  return kind === 'cmmn' ? player.do({ in: 'cases', act: { do: 'open', case: start.case ?? '', ...set } }) : undefined;
}
