/** When V8 compiles what threads do. */
import { setFlagsFromString } from 'node:v8';

/** How many threads have yet to load what they need. */
export type Loading = Int32Array<SharedArrayBuffer>;

export function loadingOf(threads: number): Loading {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)).fill(threads);
}

/**
 * Tells that a thread has loaded what it needs. V8 compiles what runs often twice: soon and well (Maglev), later and best (TurboFan), both
 * in threads of its own, which take cores from ours. Over some thousand files that costs more than it gives, a fifth of the time, so the
 * first comes later, for what runs very often, and the second hardly ever. But with other flags V8 takes no code that it has compiled
 * before, neither ours nor Node's own, which makes half of the start of a thread: the flags wait for the last one.
 */
export function compileLateWhenLoaded(loading: Loading): void {
  if (Atomics.sub(loading, 0, 1) === 1) compileLate();
}

/** A V8 of another major version may not know the flags, and would complain of them on the user's screen. */
function compileLate(): void {
  if (!process.versions.v8.startsWith('13.')) return;
  setFlagsFromString('--invocation-count-for-maglev=2000');
  setFlagsFromString('--invocation-count-for-turbofan=100000');
}
