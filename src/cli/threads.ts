/** Shares the jobs of a command out among threads. That cannot be seen: what they say comes in the order of the jobs. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { agendaOf } from './agenda.ts';
import { loadingOf } from './compile-late.ts';
import { type Done, doShare, type Share } from './share.ts';
import type { Shell } from './shell.ts';
import { type FileJob, type Work, worthAThread } from './work.ts';

/** What a thread is started with. */
export interface ThreadData<Setup, Job> {
  /** The name of its work. */
  readonly work: string;
  readonly share: Share<Setup, Job>;
  /** The number of the job that the thread is at, -1 before the first, for who has to say where it has ended. */
  readonly at: Int32Array<SharedArrayBuffer>;
}

/** What a thread tells: what has become of a job, and at last that it is through. */
export type ThreadMessage<Result> = Done<Result> | 'through';

/**
 * Does all jobs, in this thread and in others, as many as there are processors for.
 * @returns their results, in their order
 */
export async function shareOut<Setup, Job extends FileJob, Result>(
  work: Work<Setup, Job, Result>,
  setup: Setup,
  jobs: readonly Job[],
  shell: Shell,
  processors = availableParallelism(),
): Promise<Result[]> {
  const others = Math.min(processors, Math.ceil(jobs.length / worthAThread)) - 1;
  const agenda = agendaOf(jobs, work.writes && ((job) => work.writes?.(setup, job)));
  const share = { setup, jobs, agenda, loading: loadingOf(others + 1), cwd: shell.cwd, debug: shell.debug };
  const inOrder = new InOrder<Result>(shell);
  const threads = Array.from({ length: others }, () => new Thread(work.name, share, inOrder));
  let isOver = false;
  const here = async () => {
    for await (const done of doShare(work, share, () => {})) {
      // The others are heard, and one that has failed ends us too.
      await new Promise(setImmediate);
      if (isOver) return;
      inOrder.add(done);
    }
  };
  try {
    await Promise.all([here(), ...threads.map(({ through }) => through)]);
    return inOrder.results;
  } finally {
    isOver = true;
    for (const thread of threads) thread.stop();
  }
}

/** Passes on what jobs said, and their results, each when all before it are done. */
class InOrder<Result> {
  readonly results: Result[] = [];
  readonly #shell: Shell;
  readonly #waiting = new Map<number, Done<Result>>();

  constructor(shell: Shell) {
    this.#shell = shell;
  }

  add(done: Done<Result>): void {
    this.#waiting.set(done.job, done);
    for (let next = this.#next(); next; next = this.#next()) {
      for (const [to, what] of next.said) {
        if (to === 'write') this.#shell.write(what);
        else this.#shell.complain(String(what));
      }
      this.results.push(next.result);
    }
  }

  #next(): Done<Result> | undefined {
    const number = this.results.length;
    const next = this.#waiting.get(number);
    this.#waiting.delete(number);
    return next;
  }
}

/** Another thread, which does its share. */
class Thread<Setup, Job extends FileJob, Result> {
  /** Resolves when all that it did is told; rejects if it ends before. */
  readonly through: Promise<void>;
  readonly #worker: Worker;

  constructor(work: string, share: Share<Setup, Job>, inOrder: InOrder<Result>) {
    const at = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)).fill(-1);
    const workerData: ThreadData<Setup, Job> = { work, share, at };
    // The file beside this one, as source or as bundle.
    const [ending] = /\.\w+$/.exec(import.meta.url) ?? [];
    const worker = new Worker(new URL(`./thread${ending}`, import.meta.url), {
      workerData,
      // Each file leaves a model behind: with more room, fewer of them are copied before they are thrown away.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
    this.#worker = worker;
    this.through = new Promise((resolve, reject) => {
      worker.on('message', (message: ThreadMessage<Result>) => {
        if (message === 'through') resolve();
        else inOrder.add(message);
      });
      const fail = (why: string) => {
        const job = share.jobs[Atomics.load(at, 0)];
        reject(new Error(`A thread has ended ${job ? `at ${job.path}` : 'before its first file'}: ${why}`));
      };
      worker.on('error', ({ message }: Error) => fail(message));
      worker.on('exit', (code) => fail(`exit code ${code}`));
    });
  }

  stop(): void {
    this.#worker.terminate();
  }
}
