import { readFile } from 'node:fs/promises';
import type { Files, SourceDocument } from '../workspace/index.ts';
import type { Input } from './inputs.ts';
import type { Shell } from './shell.ts';

/** The document, or a line for standard error that says why there is none. */
export type Opened = { readonly document: SourceDocument } | { readonly refusal: string };

/** Reads an input whole and opens it. */
export async function openInput(input: Input, files: Files, shell: Shell): Promise<Opened> {
  let bytes: Uint8Array;
  try {
    bytes = input.path === undefined ? await shell.readInput() : await readFile(input.path);
  } catch (error) {
    return { refusal: `${input.name}: error: ${whyUnreadable(error)} [unreadable-file]` };
  }
  const { open } = await import('./road.ts');
  return { document: await open(input.path ?? input.name, bytes, files) };
}

function whyUnreadable(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'There is no such file: check the path.';
  if (code === 'EACCES' || code === 'EPERM') return 'The file may not be read: check its permissions.';
  if (code === 'EISDIR') return 'This is a folder.';
  return `The file cannot be read (${message}).`;
}
