/** A thread's share of the jobs of a command. */
import { type Agenda, batchesToTake } from './agenda.ts';
import type { Shell } from './shell.ts';
import { type FileJob, mistakeAt, type Work } from './work.ts';

/** What all threads have. A plain value. */
export interface Share<Setup, Job> {
  readonly setup: Setup;
  readonly jobs: readonly Job[];
  readonly agenda: Agenda;
  readonly cwd: string;
  readonly debug: boolean;
}

/** What has become of a job. */
export interface Done<Result> {
  /** Its number. */
  readonly job: number;
  /** What it said, and where. */
  readonly said: readonly Said[];
  /** Or our own mistake. */
  readonly result: { readonly value: Result } | { readonly mistake: Error };
}

export type Said = readonly [to: 'write' | 'complain', what: string | Uint8Array];

/** Does jobs until none is left. @param begin is told each job before it is begun */
export async function* doShare<Setup, Job extends FileJob, Result>(
  work: Work<Setup, Job, Result>,
  { setup, jobs, agenda, cwd, debug }: Share<Setup, Job>,
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
  for (const batch of batchesToTake(agenda)) {
    for (const number of batch) {
      begin(number);
      const result = await resultOf(act, jobs[number] as Job);
      yield { job: number, said: said.splice(0), result };
    }
  }
}

async function resultOf<Job extends FileJob, Result>(
  act: (job: Job) => Promise<Result>,
  job: Job,
): Promise<Done<Result>['result']> {
  try {
    return { value: await act(job) };
  } catch (error) {
    return { mistake: mistakeAt(job, error) };
  }
}
