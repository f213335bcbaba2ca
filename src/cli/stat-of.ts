import { type Stats, statSync } from 'node:fs';

/** What is at a path, asked at once: a promise takes longer than the system does. Undefined: nothing is, or nobody may look. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
