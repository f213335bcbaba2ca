/** What a command does with each of its files: alone, or shared out among threads where the files are many. */
import { relative } from 'node:path';
import type { Shell } from './shell.ts';

/** One kind of work. Setups, jobs and results are plain values: threads copy them. */
export interface Work<Setup, Job, Result> {
  /** By which a thread finds it (works.ts). */
  readonly name: string;
  /** Begins it, in each thread anew. @returns what does one job; jobs are done one after the other */
  begin(setup: Setup, shell: Shell): Promise<(job: Job) => Promise<Result>>;
  /** What comes of a job that a mistake of ours has ended. @param line says which and what to do, for standard error */
  failed(line: string, shell: Shell): Result;
  /**
   * What a job writes that others read or write too: the absolute path of a file without its ending, or of a folder. Jobs that
   * write it, or read a file of such a name, are done by one thread, in their order, so that they find the same as without threads.
   */
  writes?(setup: Setup, job: Job): string | undefined;
}

/** What is to be done with a file. */
export interface FileJob {
  /** Absolute, with `/`; undefined for standard input. */
  readonly path: string | undefined;
}

/** A thread is ready when a thread that is there already has done so many files. */
export const worthAThread = 40;

/** Does one job. A mistake of ours ends it, and no other. */
export async function doJob<Setup, Job extends FileJob, Result>(
  work: Work<Setup, Job, Result>,
  act: (job: Job) => Promise<Result>,
  job: Job,
  shell: Shell,
): Promise<Result> {
  try {
    return await act(job);
  } catch (error) {
    return work.failed(mistakeLine(job, error, shell), shell);
  }
}

function mistakeLine({ path }: FileJob, error: unknown, { cwd, debug }: Shell): string {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const name = path === undefined ? '-' : relative(cwd, path);
  const advice = `Report it, with the file if you may${debug ? '' : '; PROCEDO_DEBUG=1 shows where it is'}.`;
  const line = `${name}: error: A mistake of procedo ends its work at this file (${message}). ${advice} [internal-error]`;
  return debug ? `${line}\n${stack}` : line;
}
