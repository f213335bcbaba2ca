import type { Expression, NetNode, Variables } from '../semantics/index.ts';
import { spanInWords } from './clock.ts';
import type { Player } from './player.ts';
import type { BlockExpectation, ProcessExpectation, Scenario } from './scenario.ts';

/**
 * Compares what is there with what was expected.
 * @param refused why the act before was not possible
 * @returns a sentence about the first difference
 */
export function differenceOf(
  player: Player,
  scenario: Scenario,
  expected: ProcessExpectation,
  refused: string | undefined,
): string | undefined {
  if (player.isEndless)
    return 'The run goes round and round without waiting for anybody. Give the loop a condition that ends it.';
  for (const [name, check] of Object.entries({ ...stepChecks, ...blockChecks })) {
    const want = expected[name as keyof ProcessExpectation];
    const difference = want === undefined ? undefined : check(player, want as never, scenario, refused);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

type Check<T> = (player: Player, want: T, scenario: Scenario, refused: string | undefined) => string | undefined;

const stepChecks: {
  readonly [K in keyof Required<Omit<ProcessExpectation, keyof BlockExpectation>>]: Check<
    NonNullable<ProcessExpectation[K]>
  >;
} = {
  rejected: (_, want, __, refused) =>
    want === (refused !== undefined) ? undefined : 'The act was expected to be refused, but it was possible.',
  active: (player, want, scenario) => lists('at work or waiting', active(player, scenario), want),
  ended: (player, want, scenario) => {
    const isOver = player.state.scopes.length === 0;
    if (isOver === want) return undefined;
    return want
      ? `All should have ended, but this is still there: ${said(active(player, scenario).length > 0 ? active(player, scenario) : joins(player))}.`
      : 'It should still run, but all has ended.';
  },
  joins: (player, want) => missing('A token should wait before', joins(player), want),
  notActive: (player, want, scenario) => {
    const found = want.filter((id) => active(player, scenario).includes(id));
    return found.length > 0 ? `${said(found)} should not be at work.` : undefined;
  },
  enabled: (player, want) =>
    lists(
      'ready to be started',
      player.look().startable.map(({ node }) => node.id),
      want,
    ),
  endEvents: (player, want) =>
    lists(
      'reached as ends',
      completed(player, ({ kind }) => kind === 'end'),
      want,
    ),
  visited: (player, want, { watch }) =>
    lists(
      'executed',
      completed(player, ({ id }) => watch.includes(id)),
      want,
    ),
  error: (player, want) => {
    const reason = failure(player)?.reason;
    return reason === want
      ? undefined
      : `The step should stop with ${want}, but ${reason ? `it stopped with ${reason}` : 'it did not stop'}.`;
  },
  at: (player, want) => {
    const element = failure(player)?.element;
    return element === want
      ? undefined
      : `The error should be at ${want}, but it is ${element ? `at ${element}` : 'nowhere'}.`;
  },
  uncaughtError: (player, want) => {
    const found = failure(player);
    const isThere = found?.reason === 'uncaught-error' && (typeof want !== 'string' || found.key === want);
    return isThere === (want !== false)
      ? undefined
      : `An error that nobody catches should ${want === false ? 'not ' : ''}end the run.`;
  },
};

/** What only the block of a text expects. */
const blockChecks: { readonly [K in keyof Required<BlockExpectation>]: Check<NonNullable<BlockExpectation[K]>> } = {
  reached: (player, want) => {
    const ends = completed(player, ({ kind }) => kind === 'end');
    const absent = want.filter((id) => executions(player, id) === 0);
    const there = ends.length > 0 ? `Reached so far: ${said([...new Set(ends)])}.` : 'No end has been reached yet.';
    return absent.length > 0 ? `${said(absent)} should have been reached, but was not. ${there}` : undefined;
  },
  never: (player, want) => {
    const found = want.filter((id) => executions(player, id) > 0);
    return found.length > 0 ? `${said(found)} should never be executed, but was.` : undefined;
  },
  times: (player, { element, count }) => {
    const found = executions(player, element);
    return found === count
      ? undefined
      : `${element} should have been executed ${inTimes(count)}, but was executed ${inTimes(found)}.`;
  },
  sent: (player, key) => {
    const sent = messagesSent(player);
    if (sent.includes(key)) return undefined;
    return `The message ${key} should have been sent, but was not. Sent so far: ${said([...new Set(sent)])}.`;
  },
  data: (player, condition) => {
    const scope = player.state.scopes.find(({ parent }) => parent < 0);
    return differenceOfData(condition, scope ? (player.look().seen(scope) as Variables) : player.lastData);
  },
  within: ({ now }, most) => (now <= most ? undefined : tooLong(most, now)),
};

/** @param most in milliseconds, as `now` */
export function tooLong(most: number, now: number): string {
  return `It should take no longer than ${spanInWords(most)}, but the clock shows ${spanInWords(now)}.`;
}

/** Whether a condition holds over variables. @returns a sentence about what it read, if it does not */
export function differenceOfData(condition: Expression, variables: Variables): string | undefined {
  const value = condition.evaluate({ get: (name) => variables[name], all: () => variables });
  if (value === true) return undefined;
  const told = Object.entries(variables).map(([name, each]) => `${name} is ${JSON.stringify(each)}`);
  const why = value === undefined ? 'cannot be known' : `is ${JSON.stringify(value)}`;
  return `\`${condition.text}\` should hold, but ${why}: ${told.length > 0 ? told.join(', ') : 'no variable is set'}.`;
}

export function inTimes(count: number): string {
  return count === 0 ? 'never' : count === 1 ? 'once' : `${count} times`;
}

/** How often something was executed; what is still at work counts once it is done, a sub-process and an end when they are reached. */
function executions(player: Player, id: string): number {
  return player.trace.filter(({ what, element }) => what === 'completed' && element === id).length;
}

/** Keys of the messages that were sent, in order. */
function messagesSent(player: Player): string[] {
  return player.trace.flatMap(({ what, element }) => {
    const node = player.net.nodes[player.net.nodeOfId.get(element) ?? -1];
    if (!node || (what !== 'completed' && what !== 'threw') || RECEIVING.has(node.kind)) return [];
    const own = node.triggers.filter(({ kind }) => kind === 'message').map(({ key }) => key);
    const keys = [...own, ...node.sends.flatMap((flow) => player.net.messageFlows[flow]?.key ?? [])];
    return keys.filter((key) => key !== '');
  });
}

const RECEIVING: ReadonlySet<string> = new Set(['receive', 'catch', 'boundary', 'start', 'event-based']);

/** Ids of all that waits for somebody outside. */
function active(player: Player, { waits }: Scenario): string[] {
  const isWaiting = ({ kind, type, id, inner }: NetNode) =>
    inner < 0 && (kind === 'receive' || type === 'bpmn:UserTask' || waits.includes(id));
  return player
    .look()
    .instances.flatMap(({ instance, node }) =>
      instance.kind === 'wait' ||
      (instance.kind === 'work' && isWaiting(node) && !player.isCalling(instance.id)) ||
      (instance.kind === 'choice' && waits.includes(node.id))
        ? [node.id]
        : [],
    );
}

function joins(player: Player): string[] {
  return player.look().joins.map(({ id }) => id);
}

function completed(player: Player, isMeant: (node: NetNode) => boolean): string[] {
  return player.trace.flatMap(({ what, element }) => {
    const node = player.net.nodes[player.net.nodeOfId.get(element) ?? -1];
    return what === 'completed' && node && isMeant(node) ? [element] : [];
  });
}

function failure(player: Player) {
  return player.last.find((entry) => entry.what === 'failed');
}

function lists(what: string, got: readonly string[], want: readonly string[]): string | undefined {
  const [found, expected] = [got.toSorted(), want.toSorted()];
  return found.join('\n') === expected.join('\n')
    ? undefined
    : `Expected ${what}: ${said(expected)}. There is: ${said(found)}.`;
}

function missing(what: string, got: readonly string[], want: readonly string[]): string | undefined {
  const absent = want.filter((id) => !got.includes(id));
  return absent.length > 0 ? `${what} ${said(absent)}; tokens wait before: ${said(got)}.` : undefined;
}

function said(ids: readonly string[]): string {
  return ids.length > 0 ? ids.join(', ') : 'nothing';
}
