/**
 * The virtual clock of a run: it stands still while people work and goes on to the next timer when nobody does. Times are milliseconds
 * since the run began.
 */
import type { Look, Trigger } from '../semantics/index.ts';

/** When a timer happens that is waited for. */
export interface Coming {
  /** As an act names who waits. */
  readonly at: number;
  readonly element: string;
  readonly due: number;
}

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
 * The timers that are waited for, the next one first. One that was waited for before keeps its time.
 * @param before those of the moment before
 * @param fired the one that has just happened: a cycle begins its next round
 */
export function comingTimers(
  { awaited }: Look,
  now: number,
  before: readonly Coming[],
  fired?: Pick<Coming, 'at' | 'element'>,
): Coming[] {
  const isSame = (one: Pick<Coming, 'at' | 'element'>, at: number, element: string) =>
    one.at === at && one.element === element;
  return awaited
    .flatMap(({ at, node, triggers }) => {
      const timer = triggers.find(({ kind }) => kind === 'timer');
      if (!timer) return [];
      const known = fired && isSame(fired, at, node.id) ? undefined : before.find((each) => isSame(each, at, node.id));
      return [{ at, element: node.id, due: known?.due ?? now + lengthOf(timer) }];
    })
    .sort((a, b) => a.due - b.due);
}

/** A date, or what is not known before the run, is taken to come at once when everything else waits. */
function lengthOf({ timer }: Trigger): number {
  return timer?.kind === 'date' ? 0 : (durationOf(timer?.text ?? '') ?? 0);
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
