/** What a command sees of the world around it beside files: a process in earnest, memory in a test. */
export interface Shell {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** Whether to show the stack of an internal error. */
  readonly debug: boolean;
  /** Whether standard output is a terminal that shows colours; not where it is left out. */
  readonly isColoured?: boolean;
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
  return {
    cwd: process.cwd(),
    debug: process.env.PROCEDO_DEBUG === '1',
    // https://no-color.org: any text but the empty one.
    isColoured: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
    annotates: process.env.GITHUB_ACTIONS === 'true',
    // Streams take a while to load, and few commands read standard input.
    readInput: async () => (await import('node:stream/consumers')).buffer(process.stdin),
    write: (output) => process.stdout.write(output),
    complain: (line) => process.stderr.write(`${line}\n`),
  };
}
