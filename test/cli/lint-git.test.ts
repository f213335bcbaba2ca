/** What `lint` looks at by git. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tryCommand } from './try-command.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'procedo-lint-git-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

function git(...args: string[]): void {
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...author, ...args], { cwd, stdio: 'ignore' });
}

function write(path: string, label = ''): void {
  mkdirSync(join(cwd, path, '..'), { recursive: true });
  writeFileSync(join(cwd, path), `process p {\n  user check${label && ` "${label}"`}\n}\n`);
}

/** A repository with two branches: `main` has gone on since `topic` left it. */
function repository(): void {
  git('init', '-b', 'main');
  for (const name of ['kept', 'edited', 'moved', 'gone', 'on main']) write(`models/${name}.procedo`);
  git('add', '.');
  git('commit', '-m', 'first');
  git('branch', 'topic');
  write('models/on main.procedo', 'Later');
  git('commit', '-am', 'on main');
  git('checkout', 'topic');
  write('models/committed.procedo');
  git('add', '.');
  git('commit', '-m', 'on topic');
  write('models/edited.procedo', '');
  writeFileSync(join(cwd, 'models/edited.procedo'), 'process p {\n  user other\n}\n');
  git('mv', 'models/moved.procedo', 'models/new name.procedo');
  git('rm', 'models/gone.procedo');
  write('models/new.procedo');
}

async function lintedFiles(folder: string, ...args: string[]): Promise<readonly string[]> {
  const tried = await tryCommand(['lint', '--json', ...args], join(cwd, folder));
  expect(tried.stderr).toBe('');
  return JSON.parse(tried.stdout.toString()).map(({ file }: { file: string }) => file);
}

test('--changed takes what differs from HEAD, and new files', async () => {
  repository();
  const changed = ['models/edited.procedo', 'models/new name.procedo', 'models/new.procedo'];
  expect(await lintedFiles('.', '--changed')).toEqual(changed);
  expect(await lintedFiles('.', '--changed', 'models')).toEqual(changed);
  expect(await lintedFiles('models', '--changed', 'edited.procedo', 'kept.procedo')).toEqual(['edited.procedo']);
});

test('--changed=REF takes what differs from where the branch left REF', async () => {
  repository();
  const changed = ['committed', 'edited', 'new name', 'new'].map((name) => `${name}.procedo`);
  expect(await lintedFiles('models', '--changed=main')).toEqual(changed);
});

test('--staged takes what is staged', async () => {
  repository();
  expect(await lintedFiles('.', '--staged')).toEqual(['models/new name.procedo']);
});

test('the folder may be reached by a link', async () => {
  repository();
  symlinkSync(join(cwd, 'models'), join(cwd, 'linked'));
  expect(await lintedFiles('.', '--staged', 'models')).toEqual(['models/new name.procedo']);
});

test.each([
  ['no repository', ['--changed'], 'git cannot say what has changed: '],
  ['no such commit', ['--changed=nowhere'], 'git cannot say what has changed: '],
  ['no commit at all', ['--changed=--output=x'], '"--output=x" is no commit. Name a branch, a tag or a commit.'],
])('%s is bad use', async (what, args, said) => {
  if (what !== 'no repository') repository();
  else write('a.procedo');
  const { code, stdout, stderr } = await tryCommand(['lint', '.', ...args], cwd);
  expect([code, stdout.toString()]).toEqual([2, '']);
  expect(stderr).toContain(said);
});
