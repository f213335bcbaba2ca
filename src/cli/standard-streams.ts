import { fstatSync, writeSync } from 'node:fs';

/** Standard output or standard error. */
export interface StandardStream {
  readonly isTerminal: boolean;
  /** How many characters a line of the terminal takes. */
  readonly columns?: number;
  /** Writes all of it, as it is, before it returns. */
  write(output: string | Uint8Array): void;
}

/**
 * A standard stream of this process by its number. Node's own stream for it brings all streams and sockets with it, a third of an empty
 * start: only what may be a terminal is left to it, which has colours, and on Windows takes no bytes as they are.
 */
export function standardStream(number: 1 | 2): StandardStream {
  if (!mayBeTerminal(number)) return { isTerminal: false, write: (output) => writeAll(number, output) };
  const stream = number === 1 ? process.stdout : process.stderr;
  endWhenClosed(stream);
  const { isTTY, columns } = stream;
  return { isTerminal: isTTY === true, columns, write: (output) => stream.write(output) };
}

/** `procedo … | head` closes the pipe before we are done: that is no error worth a word. */
export function endWhenClosed(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

/** What cannot be asked, as where it is closed, is left to Node. */
function mayBeTerminal(number: number): boolean {
  try {
    return fstatSync(number).isCharacterDevice();
  } catch {
    return true;
  }
}

function writeAll(number: number, output: string | Uint8Array): void {
  let left = typeof output === 'string' ? new TextEncoder().encode(output) : output;
  while (left.length > 0) left = left.subarray(written(number, left));
}

/** How much of it was written. */
function written(number: number, bytes: Uint8Array): number {
  try {
    return writeSync(number, bytes);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EPIPE') process.exit();
    if (code !== 'EAGAIN') throw error;
    // Whoever reads is slower than we are, and has a pipe that does not wait.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    return 0;
  }
}
