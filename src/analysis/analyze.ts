import type { Definitions } from '../model/index.ts';
import { buildNet, type Net } from '../semantics/index.ts';
import { takeApart } from './blocks.ts';
import { type Finding, leftMessages, optionToComplete } from './completion.ts';
import { Crowds } from './crowds.ts';
import { noDeadActivities } from './dead.ts';
import { type Entry, entriesOf } from './entries.ts';
import { FreeEvents } from './free-events.ts';
import { Backwards } from './graph-walks.ts';
import { Moves } from './moves.ts';
import { Pools } from './pools.ts';
import { properCompletion } from './proper.ts';
import { Quiet } from './quiet.ts';
import { safeness } from './safeness.ts';
import { mostParts, search } from './search.ts';
import { allOf, type Verdict } from './verdict.ts';
import { withoutData } from './without-data.ts';
import { called } from './words.ts';

export interface AnalysisOptions {
  /** States looked at for each entry, at most. */
  readonly maxStates?: number;
  /** false: nothing is proven by structure, and everything is tried in all orders. */
  readonly isReduced?: boolean;
}

export const defaultMaxStates = 10_000;

/**
 * Judges how the processes of models behave: each collaboration whose pools exchange messages, and each other process. Data is not looked at:
 * every way may be taken. Never throws, and ends by its bound.
 */
export function analyzeProcesses(models: readonly Definitions[], options: AnalysisOptions = {}): Verdict[] {
  const net = withoutData(buildNet(models));
  return entriesOf(net, models).map((entry) => judge(net, entry, options));
}

function judge(net: Net, entry: Entry, { maxStates = defaultMaxStates, isReduced = true }: AnalysisOptions): Verdict {
  const processes = entry.processes.map((process) => net.scopes[process]?.id ?? '');
  const head = { kind: entry.kind, element: entry.element, name: entry.name, processes };
  const isEmpty = entry.processes.every((process) => net.scopes[process]?.nodes.length === 0);
  if (isEmpty) return { ...head, ...allHold };
  const free = new FreeEvents(net, entry.scopes);
  const blocks = isReduced ? takeApart(net, free) : undefined;
  const [process = -1] = entry.processes;
  if (entry.kind === 'process' && entry.ways.length > 0 && blocks?.isProven(process)) return { ...head, ...allHold };
  if (blocks) for (const scope of entry.scopes) blocks.isProven(scope);
  const moves = new Moves(net, free, entry.kind === 'collaboration', mostParts(maxStates));
  const crowds = new Crowds(net, blocks?.harmless ?? new Set());
  const orders = blocks && { quiet: new Quiet(net, free, crowds), pools: new Pools(moves, entry) };
  const space = search(moves, entry, maxStates, crowds, orders);
  const back = new Backwards(space.states, [space]);
  const completes = entry.ways.length > 0 ? optionToComplete(moves, space, back, entry) : nothingBegins(net, entry);
  const proper = properCompletion(moves, space, back);
  const safe = safeness(moves, space);
  const alive = noDeadActivities(net, entry, space);
  const left = entry.kind === 'collaboration' ? leftMessages(moves, space) : holds;
  const messageRelaxedSound = allOf(completes.holds, proper.holds);
  return {
    ...head,
    sound: allOf(messageRelaxedSound, alive.holds, left.holds),
    messageRelaxedSound,
    optionToComplete: completes.holds,
    properCompletion: proper.holds,
    safe: safe.holds,
    noDeadActivities: alive.holds,
    states: space.states,
    bounded: !space.isComplete,
    witnesses: [completes, proper, safe, alive, left].flatMap(({ witnesses }) => witnesses),
  };
}

const holds: Finding = { holds: true, witnesses: [] };
/** What never begins never completes. */
function nothingBegins(net: Net, { processes }: Entry): Finding {
  const scopes = processes.flatMap((process) => net.scopes[process] ?? []);
  const message = `Nothing begins ${scopes.map(called).join(' and ')}: each step waits for another one. Add a start event.`;
  const elements = scopes.map(({ id }) => id);
  return {
    holds: false,
    witnesses: [{ property: 'optionToComplete', hindrance: 'beginning', message, elements, run: [] }],
  };
}

const allHold = {
  sound: true,
  messageRelaxedSound: true,
  optionToComplete: true,
  properCompletion: true,
  safe: true,
  noDeadActivities: true,
  states: 0,
  bounded: false,
  witnesses: [],
};
