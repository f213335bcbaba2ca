import { randomUUID } from 'node:crypto';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Uri, workspace } from 'vscode';

/**
 * Writes a file whole or not at all: into one beside it that is then renamed over it. A link stays a link, a file keeps its mode.
 * Node's own renaming is asked for: that of VS Code takes the old file away first. Elsewhere than on a disk it is VS Code that writes.
 */
export async function writeWhole(file: Uri, content: Uint8Array): Promise<void> {
  if (file.scheme !== 'file') return workspace.fs.writeFile(file, content);
  const path = await realpath(file.fsPath).catch(() => file.fsPath);
  const there = await stat(path).catch(() => undefined);
  const unfinished = join(dirname(path), `.procedo-${randomUUID()}.tmp`);
  try {
    await writeFile(unfinished, content, { flag: 'wx', mode: there?.mode ?? 0o666 });
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
