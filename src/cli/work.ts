/** What a command does with each of its files: alone, or shared out among threads where the files are many. */
import type { Shell } from './shell.ts';

/** One kind of work. Setups, jobs and results are plain values: threads copy them. */
export interface Work<Setup, Job, Result> {
  /** By which a thread finds it (works.ts). */
  readonly name: string;
  /** Begins it, in each thread anew. @returns what does one job; jobs are done one after the other */
  begin(setup: Setup, shell: Shell): Promise<(job: Job) => Promise<Result>>;
  /**
   * The file that a job makes apart from the one that it reads, without its ending: an absolute path. Jobs that make or read
   * files of one such name are done by one thread, in their order, so that they find the same as without threads.
   */
  made?(setup: Setup, job: Job): string | undefined;
}

/** What is to be done with a file. */
export interface FileJob {
  /** Absolute, with `/`; undefined for standard input. */
  readonly path: string | undefined;
}

/** A thread is ready when a thread that is there already has done so many files. */
export const worthAThread = 40;
