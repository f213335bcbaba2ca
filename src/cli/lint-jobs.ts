/** Does the jobs of one run: what is known is taken from the cache, what is not is shared out among threads. */
import { LintCache } from './lint-cache.ts';
import { FileLinter, type LintJob, type LintResult } from './lint-file.ts';
import { readFile } from './open-input.ts';

/** The results of all jobs, in their order. */
export async function lintJobs(jobs: readonly LintJob[]): Promise<LintResult[]> {
  const linter = new FileLinter();
  const results: LintResult[] = [];
  for (const job of jobs) results.push(await linter.lint(job));
  return results;
}

/** The same with a cache: resolves to a sentence too if that cannot be written. */
export async function lintWithCache(
  jobs: readonly LintJob[],
  location: string,
): Promise<{ readonly results: LintResult[]; readonly refusal: string | undefined }> {
  const cache = new LintCache(location);
  const results: LintResult[] = [];
  const misses: { readonly job: LintJob; readonly at: number; readonly keep: (result: LintResult) => void }[] = [];
  for (const [at, job] of jobs.entries()) {
    const read = job.bytes ? { bytes: job.bytes } : readFile(job.file, job.path);
    if ('refusal' in read) {
      results[at] = read;
      continue;
    }
    const { findings, keep } = await cache.lookUp(job, read.bytes);
    if (findings) results[at] = { linted: { file: job.file, findings }, isUnreadable: false };
    else misses.push({ job, at, keep });
  }
  const found = await lintJobs(misses.map(({ job }) => job));
  for (const [index, { at, keep }] of misses.entries()) {
    const result = found[index];
    if (!result) continue;
    results[at] = result;
    keep(result);
  }
  return { results, refusal: await cache.save() };
}
