import type { Shell } from './shell.ts';
import { doJob, type FileJob, type Work, worthAThread } from './work.ts';

/** Does all jobs. @returns their results, in their order; what they say comes in their order too */
export async function doAll<Setup, Job extends FileJob, Result>(
  work: Work<Setup, Job, Result>,
  setup: Setup,
  jobs: readonly Job[],
  shell: Shell,
): Promise<Result[]> {
  // Standard input is there in one thread only.
  if (jobs.length > worthAThread && jobs.every(({ path }) => path !== undefined)) {
    const { shareOut } = await import('./threads.ts');
    return shareOut(work, setup, jobs, shell);
  }
  const act = await work.begin(setup, shell);
  const results: Result[] = [];
  for (const job of jobs) results.push(await doJob(work, act, job, shell));
  return results;
}
