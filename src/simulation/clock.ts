/**
 * The virtual clock of a run: it stands still while people work and goes on to the next timer when nobody does. Times are milliseconds
 * since the run began.
 */
import {
  type Act,
  type LinkedAct,
  type LinkedModel,
  type LinkedState,
  look,
  type Net,
  type Place,
  runningTimers,
} from '../semantics/index.ts';

/** When a timer happens that is waited for. */
export interface Coming extends Place {
  readonly element: string;
  readonly due: number;
}

/** What the clock shows, and the timers that are waited for, the next one first. */
export interface Time {
  readonly now: number;
  readonly coming: readonly Coming[];
}

export const beforeAll: Time = { now: 0, coming: [] };

const units = [
  ['Y', 365 * 86_400_000],
  ['M', 30 * 86_400_000],
  ['W', 7 * 86_400_000],
  ['D', 86_400_000],
] as const;
const timeUnits = [
  ['H', 3_600_000],
  ['M', 60_000],
  ['S', 1_000],
] as const;

/**
 * Length of a duration of ISO 8601 in milliseconds, a year as 365 days and a month as 30; of a cycle (`R3/PT10S`), of one round.
 * @returns undefined: it is none, such as an expression or a cron
 */
export function durationOf(text: string): number | undefined {
  const [, part = text] = /^R\d*\/(?:.*\/)?(P[^/]*)$/.exec(text.trim()) ?? [];
  const match = /^P(?!$)(?<date>(?:\d+(?:\.\d+)?[YMWD])*)(?:T(?=\d)(?<time>(?:\d+(?:\.\d+)?[HMS])+))?$/.exec(
    part.trim(),
  );
  if (!match?.groups) return undefined;
  const { date = '', time = '' } = match.groups;
  return sum(date, units) + sum(time, timeUnits);
}

function sum(text: string, table: readonly (readonly [string, number])[]): number {
  return [...text.matchAll(/(\d+(?:\.\d+)?)([A-Z])/g)].reduce((total, [, count, letter]) => {
    const [, length = 0] = table.find(([name]) => name === letter) ?? [];
    return total + Number(count) * length;
  }, 0);
}

/**
 * The clock after an act: it has gone on to the timer that has happened, if that is later. A timer that was waited for before keeps its time; a
 * cycle that has happened begins its next round.
 * @param state after the act
 */
export function timeAfter(model: LinkedModel, state: LinkedState, act: LinkedAct, before: Time): Time {
  const fired = before.coming.find((each) => isFiredBy(each, act, model));
  const now = Math.max(before.now, fired?.due ?? 0);
  const coming = waitedFor(model, state).map(({ timer, text, isDate }): Coming => {
    const known = before.coming.find((each) => each !== fired && isSame(each, timer));
    // A date, or what is not known before the run, is taken to come at once when everything else waits.
    return { ...timer, due: known?.due ?? now + (isDate ? 0 : (durationOf(text) ?? 0)) };
  });
  return { now, coming: coming.sort((a, b) => a.due - b.due) };
}

type Timer = Omit<Coming, 'due'>;

function isSame(one: Timer, other: Timer): boolean {
  return one.in === other.in && one.at === other.at && one.element === other.element;
}

function isFiredBy({ in: side, at, element }: Timer, act: LinkedAct, { net }: LinkedModel): boolean {
  if (act.in === 'processes') {
    if (side !== 'processes' || act.act.do !== 'fire' || act.act.at !== at || act.act.event !== element) return false;
    return isByTimer(net, act.act);
  }
  return side === 'cases' && act.act.do === 'transition' && act.act.at === at && act.act.transition === 'occur';
}

/** Whether an event with a timer happens by that, and not by another of its triggers. */
export function isByTimer(net: Net, { event, trigger }: Extract<Act, { readonly do: 'fire' }>): boolean {
  return trigger === undefined || net.nodes[net.nodeOfId.get(event) ?? -1]?.triggers[trigger]?.kind === 'timer';
}

function waitedFor({ net, plan }: LinkedModel, { processes, cases }: LinkedState) {
  const inProcesses = look(net, processes).awaited.flatMap(({ at, node, triggers }) => {
    const trigger = triggers.find(({ kind }) => kind === 'timer');
    if (!trigger) return [];
    const timer: Timer = { in: 'processes', at, element: node.id };
    return [{ timer, text: trigger.timer?.text ?? '', isDate: trigger.timer?.kind === 'date' }];
  });
  const inCases = runningTimers(plan, cases).map(({ at, item }) => {
    const timer: Timer = { in: 'cases', at, element: item.id };
    return { timer, text: item.timer ?? '', isDate: false };
  });
  return [...inProcesses, ...inCases];
}

/** A span of time in words, in its two largest units: `2 days 4 h`. */
export function spanInWords(milliseconds: number): string {
  const parts = [
    ['day', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1_000],
  ] as const;
  let left = milliseconds;
  const words = parts.flatMap(([name, length]) => {
    const count = Math.floor(left / length);
    left -= count * length;
    if (count === 0) return [];
    return [`${count} ${name}${name === 'day' && count > 1 ? 's' : ''}`];
  });
  return words.slice(0, 2).join(' ') || '0 s';
}
