/** Which files have changed, by git. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

/** Absolute paths, or a sentence that says why there are none. */
export type ChangedFiles = { readonly paths: ReadonlySet<string> } | { readonly refusal: string };

/**
 * The files below and around `cwd` that are there and differ: from where the branch left `ref`, new files too; without a
 * `ref` those that are staged for the next commit.
 */
export async function changedFiles(ref: string | undefined, cwd: string): Promise<ChangedFiles> {
  if (ref?.startsWith('-')) return { refusal: `"${ref}" is no commit. Name a branch, a tag or a commit.` };
  const compared = ref === undefined ? ['--cached'] : ['--merge-base', ref];
  const questions = [['diff', '--name-only', '-z', '--diff-filter=d', '--no-ext-diff', ...compared, '--']];
  if (ref !== undefined) questions.push(['ls-files', '-z', '--others', '--exclude-standard', '--full-name', ':/']);
  try {
    // Relative, so that a folder that is reached by a link keeps its name.
    const top = (await git(['rev-parse', '--show-cdup'], cwd)).trim();
    const answers = await Promise.all(questions.map((question) => git(question, cwd)));
    const names = answers.flatMap((answer) => answer.split('\0').filter(Boolean));
    return { paths: new Set(names.map((name) => resolve(cwd, top, name).replaceAll('\\', '/'))) };
  } catch (error) {
    return { refusal: `git cannot say what has changed: ${whyOf(error)}` };
  }
}

function git(args: readonly string[], cwd: string): Promise<string> {
  return new Promise((done, fail) => {
    execFile('git', args, { cwd, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error) fail(stderr ? new Error(stderr) : error);
      else done(stdout);
    });
  });
}

function whyOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no program git here. Install it, or name the files.';
  const [line = ''] = message.trim().split('\n');
  return `${line.replace(/^fatal: /, '').replace(/\.$/, '')}. Name the files, or another commit.`;
}
