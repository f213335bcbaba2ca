/** Does the jobs of one run with a cache: only what is not known is looked at. */

import { doAll } from './do-all.ts';
import { LintCache } from './lint-cache.ts';
import type { LintJob, LintResult } from './lint-job.ts';
import { linting } from './lint-work.ts';
import { readFile } from './open-input.ts';
import type { Shell } from './shell.ts';

/** The results of all jobs, in their order; and a sentence if the cache cannot be written. */
export async function lintWithCache(
  jobs: readonly LintJob[],
  location: string,
  shell: Shell,
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
    const { known, keep } = await cache.lookUp(job, read.bytes);
    if (known) results[at] = known;
    else misses.push({ job, at, keep });
  }
  // What is known is told without what looks: the rules take longer to load than the cache to read.
  const missed = misses.map(({ job }) => job);
  const found = misses.length > 0 ? await doAll(linting, undefined, missed, shell) : [];
  for (const [index, { at, keep }] of misses.entries()) {
    const result = found[index];
    if (!result) continue;
    results[at] = result;
    keep(result);
  }
  return { results, refusal: cache.save() };
}
