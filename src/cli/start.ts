import { runCommandLine } from './command-line.ts';
import { processShell } from './shell.ts';
import type { ThreadData, ThreadMessage } from './threads.ts';
import { works } from './works.ts';

/** Runs the command line of this process and leaves its exit code behind. The language server lives on after it. */
export async function start(): Promise<void> {
  process.exitCode = await runCommandLine(process.argv.slice(2), processShell());
}

/** Does the share of this thread of what a command in another has to do. */
export async function startThread(): Promise<void> {
  const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
  const { work: name, share, at }: ThreadData<never, never> = workerData;
  const work = works.find((one) => one.name === name);
  if (!work) throw new Error(`There is no work of the name ${name}.`);
  const tell = (message: ThreadMessage<unknown>) => parentPort?.postMessage(message);
  const { doShare } = await import('./share.ts');
  for await (const done of doShare(work, share, (job) => Atomics.store(at, 0, job))) tell(done);
  tell('through');
}
