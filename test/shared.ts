import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '..', process.env.PROCEDO_SHARED ?? '../shared');

/**
 * Where the large set of model files, tools and recipes lies that is not part of the repository: `PROCEDO_SHARED`, else
 * `../shared` beside it. Undefined when `path` is not there; a test then skips visibly: `describe.skipIf(!shared('corpus'))`.
 */
export function shared(path: string): string | undefined {
  const found = resolve(folder, path);
  return existsSync(found) ? found : undefined;
}

/**
 * The rows of a table of tests over that folder. Where it is not there, one row stands for them: a table without rows would be
 * skipped without a word.
 */
export function rowsOrOne<T>(rows: readonly T[], missing: T): readonly T[] {
  return rows.length > 0 ? rows : [missing];
}
