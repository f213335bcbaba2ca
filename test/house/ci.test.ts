/** What we offer to other repositories' pipelines: its commands are run, as they are written, in a small repository. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { packedCli } from '../cli/try-command.ts';

const root = join(import.meta.dirname, '../..');

interface Step {
  readonly id?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

const action = load(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;
const [hook] = load(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as [Record<string, string>];
const page = readFileSync(join(root, 'docs/review.md'), 'utf8');
const gitlab = load(/^## In GitLab\n\n```yaml\n(.*?)^```$/ms.exec(page)?.[1] ?? '') as {
  procedo: { script: string[] };
};

const scratch = mkdtempSync(join(tmpdir(), 'procedo-ci-'));
const repository = join(scratch, 'repository');
let base = '';
afterAll(() => rmSync(scratch, { recursive: true }));

const order = (step: string) => `process order "Order" {\n  start "Ordered"\n  ${step}\n  end "Done"\n}\n`;

function git(...args: string[]): string {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...who, ...args], { cwd: repository, encoding: 'utf8', stdio: 'pipe' }).trim();
}

beforeAll(() => {
  mkdirSync(join(repository, 'models'), { recursive: true });
  git('init', '-q', '-b', 'main');
  writeFileSync(join(repository, 'models/order.procedo'), order('user "Pick"'));
  git('add', '-A');
  git('commit', '-q', '-m', 'one');
  base = git('rev-parse', 'HEAD');
  // The second step has no name: a finding.
  writeFileSync(join(repository, 'models/order.procedo'), order('user "Pick"\n  service'));
  git('commit', '-q', '-a', '-m', 'two');
  // Nothing comes from the network: what would is the command line at hand.
  mkdirSync(join(scratch, 'bin'));
  const npx = join(scratch, 'bin/npx');
  const program = packedCli ?? join(root, 'scripts/procedo.mjs');
  writeFileSync(
    npx,
    `#!/bin/sh\n[ "$1 $2" = "--yes procedo@${packageJson.version}" ] || exit 99\nshift 2\nexec "${process.execPath}" "${program}" "$@"\n`,
  );
  chmodSync(npx, 0o755);
}, 120_000);

interface Ended {
  readonly status: number | null;
  readonly output: string;
}

function bash(script: string, env: Readonly<Record<string, string>> = {}): Ended {
  // As GitHub and GitLab run it: the first command that fails ends the script.
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
    cwd: repository,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(scratch, 'bin')}:${process.env.PATH}`, ...env },
  });
  return { status, output: stdout + stderr };
}

/** Runs the steps of the action that are ours, as far as they have commands. */
function runAction(name: string, given: Readonly<Record<string, string>>) {
  const temp = join(scratch, name);
  mkdirSync(temp);
  const files = { GITHUB_OUTPUT: join(temp, 'output'), GITHUB_STEP_SUMMARY: join(temp, 'summary.md') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const values: Record<string, string> = { 'github.event.pull_request.base.sha || github.event.before': base };
  const evaluate = (text: string): string =>
    text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
      const value = values[expression];
      if (value === undefined) throw new Error(`The test does not know ${expression}.`);
      return value;
    });
  for (const [input, { default: fallback }] of Object.entries(action.inputs))
    values[`inputs.${input}`] = given[input] ?? evaluate(fallback);
  const ended: Ended[] = [];
  for (const { id, run, env = {} } of action.runs.steps) {
    if (run === undefined) continue;
    const own = Object.fromEntries(Object.entries(env).map(([key, value]) => [key, evaluate(value)]));
    ended.push(bash(run, { ...own, ...files, RUNNER_TEMP: temp, GITHUB_ACTIONS: 'true' }));
    for (const line of readFileSync(files.GITHUB_OUTPUT, 'utf8').split('\n')) {
      const [, key, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
      if (key !== undefined && value !== undefined) values[`steps.${id}.outputs.${key}`] = value;
    }
    writeFileSync(files.GITHUB_OUTPUT, '');
  }
  return { ended, temp, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8') };
}

test('the action annotates, tells the changes, draws them, and fails at the end', { timeout: 120_000 }, () => {
  const { ended, temp, summary } = runAction('strict', { paths: 'models', preset: 'strict', 'max-warnings': '0' });
  expect(ended.map(({ status, output }) => [status, status === 0 ? '' : output])).toEqual([
    [0, ''],
    [0, ''],
    [1, ''],
  ]);
  expect(ended[0]?.output).toMatch(/^::(warning|error) file=models\/order.procedo/m);
  expect(JSON.parse(readFileSync(join(temp, 'procedo.sarif'), 'utf8')).runs[0].results.length).toBeGreaterThan(0);
  expect(summary).toContain('added between');
  expect(summary).toContain('`procedo-changes`');
  expect(readdirSync(join(temp, 'procedo-changes'), { recursive: true })).toContain(join('models', 'order.svg'));
});

test('the action goes on where a model cannot be read, and passes where it is mended', { timeout: 120_000 }, () => {
  const path = join(repository, 'models/broken.bpmn');
  const known = git('rev-parse', 'HEAD');
  writeFileSync(path, '<definitions');
  git('add', '-A');
  git('commit', '-q', '-m', 'broken');
  const broken = runAction('broken', { paths: 'models', preset: 'correctness', base: known });
  const before = git('rev-parse', 'HEAD');
  writeFileSync(
    path,
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="p"/></definitions>',
  );
  git('commit', '-q', '-a', '-m', 'mended');
  const mended = runAction('mended', { paths: 'models', preset: 'correctness', base: before });
  git('rm', '-q', 'models/broken.bpmn');
  git('commit', '-q', '-m', 'gone');
  expect(broken.ended.map(({ status }) => status)).toEqual([0, 0, 2]);
  expect(mended.ended.map(({ status }) => status)).toEqual([0, 0, 0]);
});

test('the action passes where nothing is wrong, and a new branch has nothing to compare', { timeout: 120_000 }, () => {
  const zero = '0000000000000000000000000000000000000000';
  const { ended, temp, summary } = runAction('new', { paths: 'models', preset: 'correctness', base: zero });
  expect(ended.map(({ status }) => status)).toEqual([0, 0, 0]);
  expect(summary).toBe('');
  expect(existsSync(join(temp, 'procedo-changes'))).toBe(false);
});

test('the lines for GitLab', { timeout: 120_000 }, () => {
  const { status, output } = bash(gitlab.procedo.script.join('\n'), { CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
  expect([status, output]).toEqual([0, '']);
  expect(JSON.parse(readFileSync(join(repository, 'gl-code-quality.json'), 'utf8'))).toBeInstanceOf(Array);
  expect(readFileSync(join(repository, 'changes.md'), 'utf8')).toContain('added between');
  expect(existsSync(join(repository, 'changes/models/order.svg'))).toBe(true);
});

test('the hook, for the files that it names', { timeout: 120_000 }, () => {
  const names = ['a.procedo', 'a.bpmn', 'a.bpmn20.xml', 'b/a.cmmn', 'a.cmmn.xml'];
  for (const name of names) expect(name).toMatch(new RegExp(hook.files ?? ''));
  for (const name of ['a.xml', 'a.procedo.layout', 'bpmn']) expect(name).not.toMatch(new RegExp(hook.files ?? ''));
  expect(bash(`${hook.entry} models/order.procedo`).status).toBe(0);
  expect(bash(`${hook.entry} models/none.procedo`).status).toBe(2);
});
