import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Shell } from './shell.ts';
import { writeWhole } from './write-whole.ts';

/** Where the outputs of one command go. */
export interface Destination {
  /** Whether it has a place for several files. */
  readonly isFolder: boolean;
  /** Writes what was made of an input. `place` is its path in an output folder. Resolves to a refusal, if there is one. */
  put(place: string, content: string | Uint8Array): Promise<string | undefined>;
}

/**
 * The destination that `-o` means: a folder if `output` is one, ends in `/` or there is `several` to write, else a file;
 * without `-o` standard output, for one thing only. A sentence when the two do not go together.
 */
export async function chooseDestination(
  output: string | undefined,
  several: boolean,
  shell: Shell,
): Promise<Destination | string> {
  if (output === undefined) {
    if (several) return 'Several outputs need a folder: name one with -o FOLDER.';
    return toStandardOutput(shell);
  }
  const path = resolve(shell.cwd, output);
  const found = await stat(path).catch(() => undefined);
  const wantsFolder = several || /[/\\]$/.test(output);
  if (wantsFolder && found && !found.isDirectory())
    return `${output} is a file, and a folder is needed here: name another with -o.`;
  return wantsFolder || found?.isDirectory() ? toFolder(path, output) : toFile(path, output);
}

function toStandardOutput(shell: Shell): Destination {
  return {
    isFolder: false,
    async put(_, content) {
      shell.write(content);
      return undefined;
    },
  };
}

function toFile(path: string, shown: string): Destination {
  return { isFolder: false, put: (_, content) => write(path, shown, content) };
}

function toFolder(folder: string, shown: string): Destination {
  const written = new Set<string>();
  return {
    isFolder: true,
    async put(place, content) {
      const name = join(shown, place);
      if (written.has(place)) return `${name} is already made from another input of this name: write to two folders.`;
      written.add(place);
      return write(join(folder, place), name, content);
    },
  };
}

async function write(path: string, shown: string, content: string | Uint8Array): Promise<string | undefined> {
  try {
    await writeWhole(path, content);
    return undefined;
  } catch (error) {
    return `${shown} cannot be written: ${(error as Error).message}`;
  }
}
