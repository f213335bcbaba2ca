/** A thread's share of the jobs of a command. */
import { type Agenda, batchesToTake } from './agenda.ts';
import { compileLateWhenLoaded, type Loading } from './compile-late.ts';
import type { Shell } from './shell.ts';
import { doJob, type FileJob, type Work } from './work.ts';

/** What all threads have. A plain value. */
export interface Share<Setup, Job> {
  readonly setup: Setup;
  readonly jobs: readonly Job[];
  readonly agenda: Agenda;
  readonly loading: Loading;
  readonly cwd: string;
  readonly debug: boolean;
}

/** What has become of a job. */
export interface Done<Result> {
  /** Its number. */
  readonly job: number;
  /** What it said, and where. */
  readonly said: readonly Said[];
  readonly result: Result;
}

export type Said = readonly [to: 'write' | 'complain', what: string | Uint8Array];

/** Does jobs until none is left. @param begin is told each job before it is begun */
export async function* doShare<Setup, Job extends FileJob, Result>(
  work: Work<Setup, Job, Result>,
  { setup, jobs, agenda, loading, cwd, debug }: Share<Setup, Job>,
  begin: (job: number) => void,
): AsyncGenerator<Done<Result>> {
  const said: Said[] = [];
  const shell: Shell = {
    cwd,
    debug,
    annotates: false,
    readInput: () => Promise.reject(new Error('Standard input is read by the first thread alone.')),
    write: (output) => said.push(['write', output]),
    complain: (line) => said.push(['complain', line]),
  };
  const act = await work.begin(setup, shell);
  compileLateWhenLoaded(loading);
  for (const batch of batchesToTake(agenda)) {
    for (const number of batch) {
      begin(number);
      const result = await doJob(work, act, jobs[number] as Job, shell);
      yield { job: number, said: said.splice(0), result };
    }
  }
}
