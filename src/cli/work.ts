/** What a command does with each of its files: alone, or shared out among threads where the files are many. */
import type { Shell } from './shell.ts';

/** One kind of work. Setups, jobs and results are plain values: threads copy them. */
export interface Work<Setup, Job, Result> {
  /** By which a thread finds it (works.ts). */
  readonly name: string;
  /** Begins it, in each thread anew. @returns what does one job; jobs are done one after the other */
  begin(setup: Setup, shell: Shell): Promise<(job: Job) => Promise<Result>>;
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

/** Our own mistake at a job, with the file that it came up with. */
export function mistakeAt({ path = 'standard input' }: FileJob, error: unknown): Error {
  const mistake = error instanceof Error ? error : new Error(String(error));
  const told = new Error(`${path}: ${mistake.message}`);
  told.stack = `${path}: ${mistake.stack}`;
  return told;
}
