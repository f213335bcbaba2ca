import { runCommandLine } from './command-line.ts';
import { processShell } from './shell.ts';

/** Runs the command line of this process and leaves its exit code behind. The language server lives on after it. */
export async function start(): Promise<void> {
  // `procedo … | head` closes the pipe before we are done: that is no error worth a word.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  process.exitCode = await runCommandLine(process.argv.slice(2), processShell());
}
