import { readFileSync } from 'node:fs';
import { statOf } from './stat-of.ts';

/**
 * What a file holds, read at once: a promise takes longer than a small file, and Node loads a dozen modules for the first. Undefined: there is
 * none, or nobody may read it.
 */
export function contentOf(path: string): Buffer | undefined {
  try {
    // Many a file is asked for that is not there, and an error takes longer to make than to look.
    return statOf(path) && readFileSync(path);
  } catch {
    return undefined;
  }
}
