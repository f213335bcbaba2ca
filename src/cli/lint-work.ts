import { dirname } from 'node:path';
import type { LintJob, LintResult } from './lint-job.ts';
import type { Work } from './work.ts';

/** Holds files against the rules, which are loaded when there is something to look at. */
export const linting: Work<undefined, LintJob, LintResult> = {
  name: 'lint',
  failed: (refusal) => ({ refusal }),
  async begin() {
    const { FileLinter } = await import('./lint-file.ts');
    const linter = new FileLinter();
    return (job) => linter.lint(job);
  },
  // A text that is mended is read anew with those around it.
  writes: (_, { path, fix }) => (fix === 'write' && path.endsWith('.procedo') ? dirname(path) : undefined),
};
