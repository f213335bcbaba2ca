import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Shell } from './shell.ts';
import { statOf } from './stat-of.ts';

/** A file to work on, or standard input. */
export interface Input {
  /** As given or found, with `/`: what messages and JSON call it. `-` is standard input. */
  readonly name: string;
  /** Where its output goes in an output folder: the path below the folder argument it was found in, else the base name. */
  readonly place: string;
  /** Absolute, with `/`; undefined for standard input. */
  readonly path: string | undefined;
  /** Whether it was found in a folder, and nobody named it. */
  readonly isFound?: boolean;
}

/** Inputs, and sentences about arguments that lead to none. */
export interface FoundInputs {
  readonly inputs: readonly Input[];
  readonly refusals: readonly string[];
  /** Whether the arguments stand for several inputs: more than one, or a folder, however much is in it today. */
  readonly several: boolean;
}

/**
 * The inputs that the arguments stand for, each once, in the order given; those of a folder by name. A folder is searched
 * to its depth for files with one of `endings`, without `node_modules` and folders whose name begins with a dot; a file named by itself is taken whatever its ending.
 */
export async function findInputs(
  args: readonly string[],
  endings: readonly string[],
  shell: Shell,
): Promise<FoundInputs> {
  const inputs = new Map<string, Input>();
  const refusals: string[] = [];
  let several = args.length > 1;
  for (const arg of args) {
    if (arg === '-') {
      inputs.set(arg, { name: arg, place: 'stdin', path: undefined });
      continue;
    }
    const path = withSlashes(resolve(shell.cwd, arg));
    if (statOf(path)?.isDirectory()) {
      several = true;
      const found = await filesBelow(path, endings);
      if (found.length === 0)
        refusals.push(
          `${withSlashes(arg)}: error: There is no file here that ends in ${endings.join(', ')}. [no-input]`,
        );
      for (const place of found)
        add({ name: withSlashes(join(arg, place)), place, path: `${path}/${place}`, isFound: true });
    } else add({ name: withSlashes(arg), place: basename(path), path });
  }
  return { inputs: [...inputs.values()], refusals, several };

  function add(input: Input & { path: string }): void {
    if (!inputs.has(input.path)) inputs.set(input.path, input);
  }
}

/** Paths below `folder`, with `/`, sorted, of the files that have one of the endings. */
async function filesBelow(folder: string, endings: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const below = await filesBelow(`${folder}/${entry.name}`, endings);
      found.push(...below.map((path) => `${entry.name}/${path}`));
    } else if (endings.some((ending) => entry.name.toLowerCase().endsWith(ending))) found.push(entry.name);
  }
  return found;
}

/** Paths are shown and compared with `/` on every system. */
function withSlashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
