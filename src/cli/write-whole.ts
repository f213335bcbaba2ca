import { access, constants, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: into a temporary file beside it that is then renamed over it. A link stays a link
 * to what was written, a file keeps its mode. What is no regular file (`/dev/null`, a pipe) is written to as it is.
 * Missing folders are made.
 *
 * Rejects with the system's error; the old content is then untouched.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const found = await stat(path).catch(() => undefined);
  if (found && !found.isFile()) return writeFile(path, content);
  const target = found ? await realpath(path) : path;
  // Renaming asks only the folder; somebody who made the file read-only meant it.
  if (found) await access(target, constants.W_OK);
  const temporary = join(dirname(target), `.procedo-${process.pid}-${Date.now()}.tmp`);
  try {
    await writeFile(temporary, content, { flag: 'wx', mode: found?.mode ?? 0o666 });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
