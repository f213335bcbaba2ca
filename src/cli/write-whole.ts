import { accessSync, constants, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { statOf } from './stat-of.ts';

/**
 * Writes a file whole or not at all: into a temporary file beside it that is then renamed over it. A link stays a link
 * to what was written, a file keeps its mode. What is no regular file (`/dev/null`, a pipe) is written to as it is.
 * Missing folders are made. All at once: a promise for each step takes longer than the step.
 * @returns what the system says where it cannot be done; the old content is then untouched
 */
export function writeWhole(path: string, content: string | Uint8Array): string | undefined {
  try {
    write(path, content);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const found = statOf(path);
  if (found && !found.isFile()) {
    writeFileSync(path, content);
    return;
  }
  const target = found ? realpathSync(path) : path;
  // Renaming asks only the folder; somebody who made the file read-only meant it.
  if (found) accessSync(target, constants.W_OK);
  // Threads of one process may write into one folder at the same time.
  const temporary = join(dirname(target), `.procedo-${process.pid}-${Math.random().toString(36).slice(2)}.tmp`);
  try {
    writeFileSync(temporary, content, { flag: 'wx', mode: found?.mode ?? 0o666 });
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
