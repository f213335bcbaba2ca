import type { SourceDocument, SourceReader } from '../workspace/index.ts';
import { diskFiles } from './disk-files.ts';
import type { Input } from './inputs.ts';
import type { Shell } from './shell.ts';

/**
 * Read at once: a promise a file takes longer than a small file. And asked for as it is, since an import of all of `node:fs`
 * costs a start more than it gives.
 */
const { readFileSync } = process.getBuiltinModule('node:fs');

/** The document, or a line for standard error that says why there is none. */
export type Opened = { readonly document: SourceDocument } | { readonly refusal: string };

/** Opens the inputs of one command, one after the other. */
export class InputOpener {
  readonly #shell: Shell;
  #reader: SourceReader | undefined;

  constructor(shell: Shell) {
    this.#shell = shell;
  }

  /** Reads an input whole and opens it. */
  async open(input: Input): Promise<Opened> {
    let bytes: Uint8Array;
    try {
      bytes = input.path === undefined ? await this.#shell.readInput() : readFileSync(input.path);
    } catch (error) {
      return { refusal: `${input.name}: error: ${whyUnreadable(error)} [unreadable-file]` };
    }
    const { SourceReader } = await import('./road.ts');
    this.#reader ??= new SourceReader(diskFiles());
    return { document: await this.#reader.open(input.path ?? input.name, bytes) };
  }
}

function whyUnreadable(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'There is no such file: check the path.';
  if (code === 'EACCES' || code === 'EPERM') return 'The file may not be read: check its permissions.';
  if (code === 'EISDIR') return 'This is a folder.';
  return `The file cannot be read (${message}).`;
}
