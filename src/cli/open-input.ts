import { readFileSync, statSync } from 'node:fs';
import { MOST_BYTES, tooLarge } from '../base/file-size.ts';
import { whyUnreadable } from '../base/unreadable-file.ts';
import type { CalledFile, SourceDocument, SourceReader } from '../workspace/index.ts';
import { diskFiles } from './disk-files.ts';
import type { Input } from './inputs.ts';
import type { Shell } from './shell.ts';

/** The document, or a line for standard error that says why there is none. */
export type Opened = { readonly document: SourceDocument } | { readonly refusal: string };

/** Opens the inputs of one command, one after the other. */
export class InputOpener {
  readonly #shell: Shell;
  readonly #files = diskFiles();
  #reader: SourceReader | undefined;

  constructor(shell: Shell) {
    this.#shell = shell;
  }

  /** Reads an input whole and opens it. */
  async open({ name, path }: Input): Promise<Opened> {
    const read = path === undefined ? { bytes: await this.#shell.readInput() } : readFile(name, path);
    if ('refusal' in read) return read;
    return { document: await (await this.#open()).open(path ?? name, read.bytes) };
  }

  /** What documents that were opened here call in other files. */
  async calledBy(documents: readonly SourceDocument[]): Promise<CalledFile[]> {
    const { calledFiles } = await import('./runs.ts');
    return calledFiles(documents, await this.#open(), this.#files);
  }

  async #open(): Promise<SourceReader> {
    if (!this.#reader) {
      const { SourceReader } = await import('./road.ts');
      this.#reader = new SourceReader(this.#files);
    }
    return this.#reader;
  }
}

/** Reads at once: a promise a file takes longer than a small file. @returns the bytes of a file, or a line for standard error that says why there are none. `name` is what messages call it. */
export function readFile(name: string, path: string): { readonly bytes: Uint8Array } | { readonly refusal: string } {
  try {
    const { size } = statSync(path);
    return size > MOST_BYTES
      ? { refusal: `${name}: error: ${tooLarge(size)} [too-large]` }
      : { bytes: readFileSync(path) };
  } catch (error) {
    const why = whyUnreadable(error) ?? 'There is no such file: check the path.';
    return { refusal: `${name}: error: ${why} [unreadable-file]` };
  }
}
