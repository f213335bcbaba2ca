/** Shares the files of a run out among threads. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { FileLinter, type LintJob, type LintResult } from './lint-file.ts';

/** What a thread is started with. `next` is the number of the next job, which all threads count up. */
export interface Share {
  readonly jobs: readonly LintJob[];
  readonly next: Int32Array<SharedArrayBuffer>;
}

/** What a thread has found, by the numbers of the jobs. */
export type Results = readonly (readonly [job: number, result: LintResult])[];

/** A thread is ready when a thread that is there already has linted so many files. */
const worthAThread = 50;

/** The results of all jobs, in their order. */
export async function lintJobs(jobs: readonly LintJob[]): Promise<readonly LintResult[]> {
  const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const share = { jobs, next };
  const others = Math.min(availableParallelism(), Math.ceil(jobs.length / worthAThread)) - 1;
  const found = await Promise.all([
    ...Array.from({ length: Math.max(0, others) }, () => lintInThread(share)),
    lintShare(share),
  ]);
  const results: LintResult[] = [];
  for (const [job, result] of found.flat()) results[job] = result;
  return results;
}

/** Does jobs until none is left. */
export async function lintShare({ jobs, next }: Share): Promise<Results> {
  const linter = new FileLinter();
  const results: [number, LintResult][] = [];
  for (let at = Atomics.add(next, 0, 1); ; at = Atomics.add(next, 0, 1)) {
    const job = jobs[at];
    if (!job) return results;
    results.push([at, await linter.lint(job)]);
  }
}

function lintInThread(share: Share): Promise<Results> {
  return new Promise((done, fail) => {
    // The file beside this one, as source or as bundle.
    const [ending] = /\.\w+$/.exec(import.meta.url) ?? [];
    const worker = new Worker(new URL(`./lint-worker${ending}`, import.meta.url), {
      workerData: share,
      // Each file leaves a model behind: with more room, fewer of them are copied before they are thrown away.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
    worker.once('message', done);
    worker.once('error', fail);
  });
}
