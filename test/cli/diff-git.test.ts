/** `procedo diff` between commits, in a repository that is made for it. */
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { worthAThread } from '../../src/cli/work.ts';
import { tryCommand } from './try-command.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'procedo-diff-')));
afterAll(() => rmSync(folder, { recursive: true }));

const order = (step: string, message = 'Order') => `process order "Order" {
  start on message ${message}
  user pick "Pick"
  ${step}
  end "Done"
}
`;

function git(...args: string[]): void {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...args], { cwd: folder, stdio: 'ignore' });
}

function commit(files: Readonly<Record<string, string>>, message: string): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  git('add', '-A');
  git('commit', '-q', '-m', message);
}

beforeAll(() => {
  git('init', '-q', '-b', 'main');
  commit({ 'a/order.procedo': order(''), 'a/messages.procedo': 'message Order "Order"\n', 'readme.md': 'x' }, 'one');
  git('tag', 'first');
  commit(
    { 'a/order.procedo': order('service "Ship"'), 'b/new.procedo': 'process n "New" { start user "Work" end }\n' },
    'two',
  );
  git('mv', 'a/order.procedo', 'a/sales.procedo');
  git('commit', '-q', '-m', 'three');
  commit({ 'a/sales.procedo.layout': 'layout 1 bpmn\npick 300,80 100x80\n' }, 'four');
  writeFileSync(join(folder, 'a/sales.procedo'), order('service "Ship"').replace('"Pick"', '"Pick all"'));
});

async function told(...args: string[]): Promise<unknown> {
  const { stdout, stderr, code } = await tryCommand(['diff', ...args, '--json'], folder);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const changes = JSON.parse(stdout.toString()) as { file: string; sentence: string }[];
  return changes.map(({ file, sentence }) => `${file}: ${sentence}`);
}

test('two commits, with names from the files around at each', async () => {
  expect(await told('first..HEAD~2')).toEqual([
    'a/order.procedo: Service task "Ship" added between "Pick" and "Done".',
    'b/new.procedo: Process "New" added, with start event before "Work", user task "Work" and end event after "Work" inside.',
  ]);
});

test('a path narrows it', async () => {
  expect(await told('first..HEAD~2', 'b')).toHaveLength(1);
});

test('a renamed file is followed', async () => {
  expect(await told('first..HEAD~1', 'a')).toEqual([
    'a/order.procedo → a/sales.procedo: Service task "Ship" added between "Pick" and "Done".',
  ]);
});

test('a layout file alone is a change of the drawing, and no change for the exit code', async () => {
  expect(await told('HEAD~1..HEAD')).toEqual([
    'a/sales.procedo: The drawing changed: the layout file has other places or looks.',
  ]);
  expect((await tryCommand(['diff', 'HEAD~1..HEAD', '--exit-code'], folder)).code).toBe(0);
});

test('a commit and the files as they are', async () => {
  expect(await told('HEAD')).toEqual(['a/sales.procedo: User task "Pick" renamed to "Pick all".']);
  expect((await tryCommand(['diff', 'HEAD', '--exit-code'], folder)).code).toBe(1);
});

test('three dots: since both have parted', async () => {
  expect(await told('HEAD~1...first')).toEqual([]);
});

test('a picture for each file', async () => {
  const { code, stderr } = await tryCommand(['diff', 'first..HEAD~2', '--format', 'svg', '-o', 'pictures/'], folder);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(readdirSync(join(folder, 'pictures'), { recursive: true }).sort()).toEqual([
    'a',
    'a/order.svg',
    'b',
    'b/new.svg',
  ]);
  expect(readFileSync(join(folder, 'pictures/a/order.svg'), 'utf8')).toContain('data-element-id="ship"');
});

test('more files than one thread takes, in their order, whatever they are called', async () => {
  const names = Array.from({ length: worthAThread + 5 }, (_, n) => `many/é ${n + 100} blob 3.procedo`);
  const all = (step: string) =>
    Object.fromEntries(
      names.map((name, n) => [name, `process p${n} { start "Begin" user u "Work" ${step} end "Done" }`]),
    );
  commit(all(''), 'many');
  commit(all('user "Ship"'), 'more');
  const changes = await told('HEAD~1..HEAD', 'many');
  git('rm', '-rq', 'many');
  git('commit', '-q', '-m', 'none');
  expect(changes).toEqual(names.map((name) => `${name}: User task "Ship" added between "Work" and "Done".`));
});

test('a link to nothing in a folder is told, and the others are compared', async () => {
  const pair = mkdtempSync(join(tmpdir(), 'procedo-diff-'));
  for (const [side, step] of Object.entries({ one: '', two: 'user "Ship"' })) {
    mkdirSync(join(pair, side));
    writeFileSync(join(pair, side, 'order.procedo'), order(step));
  }
  symlinkSync('nothing.procedo', join(pair, 'two/link.procedo'));
  const { code, stdout, stderr } = await tryCommand(['diff', 'one', 'two'], pair);
  rmSync(pair, { recursive: true });
  expect(stderr).toContain('two/link.procedo: error: There is no such file: check the path. [unreadable-file]');
  expect(stdout.toString()).toContain('User task "Ship" added');
  expect(code).toBe(2);
});

test.each([
  ['nothing', '"nothing" is neither a file nor a commit: check the name.'],
  ['first..nothing', '"nothing" is neither a file nor a commit: check the name.'],
  ['--output=x', '"--output=x" is neither a file nor a commit: check the name.'],
])('%s is told', async (what, sentence) => {
  const { code, stderr } = await tryCommand(['diff', '--', what], folder);
  expect(stderr).toContain(sentence);
  expect(code).toBe(2);
});
