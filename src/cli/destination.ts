import { join, resolve } from 'node:path';
import type { Shell } from './shell.ts';
import { statOf } from './stat-of.ts';
import { writeWhole } from './write-whole.ts';

/** Where the outputs of one command go. A plain value: threads copy it. */
export type Place =
  | { readonly kind: 'output' }
  /** @property path absolute; @property shown as the command line has it */
  | { readonly kind: 'file' | 'folder'; readonly path: string; readonly shown: string };

/**
 * The place that `-o` means: a folder if `output` is one, ends in `/` or there is `several` to write, else a file;
 * without `-o` standard output, for one thing only. A sentence when the two do not go together.
 */
export function choosePlace(output: string | undefined, several: boolean, shell: Shell): Place | string {
  if (output === undefined) {
    if (several) return 'Several outputs need a folder: name one with -o FOLDER.';
    return { kind: 'output' };
  }
  const path = resolve(shell.cwd, output);
  const isFolder = statOf(path)?.isDirectory();
  const wantsFolder = several || /[/\\]$/.test(output);
  if (wantsFolder && isFolder === false)
    return `${output} is a file, and a folder is needed here: name another with -o.`;
  return { kind: wantsFolder || isFolder ? 'folder' : 'file', path, shown: output };
}

/** Where what is made in this thread goes; a sentence as above. */
export function chooseDestination(output: string | undefined, several: boolean, shell: Shell): Destination | string {
  const place = choosePlace(output, several, shell);
  return typeof place === 'string' ? place : new Destination(place, shell);
}

/** Writes what is made of inputs to its place. */
export class Destination {
  readonly place: Place;
  readonly #shell: Shell;
  readonly #written = new Set<string>();

  constructor(place: Place, shell: Shell) {
    this.place = place;
    this.#shell = shell;
  }

  /** Writes what was made of an input. `name` is its path in an output folder. @returns a refusal, if there is one */
  put(name: string, content: string | Uint8Array): string | undefined {
    const { place } = this;
    if (place.kind === 'output') {
      this.#shell.write(content);
      return undefined;
    }
    if (place.kind === 'file') return written(place.path, place.shown, content);
    const shown = join(place.shown, name);
    if (this.#written.has(name))
      return `${shown} is already made from another input of this name: write to two folders.`;
    this.#written.add(name);
    return written(join(place.path, name), shown, content);
  }
}

function written(path: string, shown: string, content: string | Uint8Array): string | undefined {
  const refusal = writeWhole(path, content);
  return refusal === undefined ? undefined : `${shown} cannot be written: ${refusal}`;
}
