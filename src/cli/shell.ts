import { type StandardStream, standardStream } from './standard-streams.ts';

/** What a command sees of the world around it beside files: a process in earnest, memory in a test. */
export interface Shell {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** Whether to show the stack of an internal error. */
  readonly debug: boolean;
  /** Whether standard output is a terminal that shows colours; not where it is left out. */
  readonly isColoured?: boolean;
  /** How many characters a line of a terminal takes; not where standard output is none. */
  readonly columns?: number;
  /** Whether GitHub Actions reads the output, and makes annotations of what stands there in its form. */
  readonly annotates: boolean;
  /** All of standard input. */
  readInput(): Promise<Uint8Array>;
  /** Writes to standard output, as it is. */
  write(output: string | Uint8Array): void;
  /** Writes one line to standard error. */
  complain(line: string): void;
}

/** The shell that this process was started from. */
export function processShell(): Shell {
  const output = standardStream(1);
  let errors: StandardStream | undefined;
  return {
    cwd: process.cwd(),
    debug: process.env.PROCEDO_DEBUG === '1',
    // https://no-color.org: any text but the empty one.
    isColoured: output.isTerminal && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
    columns: output.columns,
    annotates: process.env.GITHUB_ACTIONS === 'true',
    // Streams take a while to load, and few commands read standard input.
    readInput: async () => (await import('node:stream/consumers')).buffer(process.stdin),
    write: (text) => output.write(text),
    complain(line) {
      errors ??= standardStream(2);
      errors.write(`${line}\n`);
    },
  };
}
