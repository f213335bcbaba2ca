import type { Happening, Moment } from '../../src/simulation/index.ts';

/** How a run stands, in a sentence; '': nothing that one does not see. */
export function statusOf({ isAtRest, canGoBack, offers, waiting }: Moment, isPlaying: boolean): string {
  if (isAtRest) return canGoBack ? 'All has ended.' : 'Press Play, or start something.';
  const forEver = waiting.find(({ isForEver }) => isForEver);
  if (forEver) return forEver.sentence;
  if (offers.every(({ run }) => run === 0)) return `Stuck: ${waiting[0]?.sentence ?? 'nothing can be done any more.'}`;
  return isPlaying && !offers.some(({ kind }) => kind === 'finish')
    ? 'Waits for you: choose, or let an event happen.'
    : '';
}

/** What a screen reader says of a step: what was reached and done, not each token on its way. */
export function spokenOf(happened: readonly Happening[]): string {
  const told = happened.filter(({ what }) => what !== 'took' && what !== 'started');
  return told.map(({ sentence }) => `${sentence}.`).join(' ');
}
