/** docs/git.md in a repository that is made for it: what the page says of merges and diffs is so. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packedCli, tryCommand } from './try-command.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/git.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'procedo-git-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The block of the page that is marked so. */
function block(mark: string): string {
  const found = new RegExp(`^\`\`\`${mark}\n(.*?)^\`\`\`$`, 'ms').exec(page)?.[1];
  if (found === undefined) throw new Error(`The page has no block ${mark}.`);
  return found;
}

function git(...args: string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  return spawnSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8' });
}

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** The text with the lines that a block of the page adds. */
function changed(text: string, mark: string): string {
  const lines = block(mark).trimEnd().split('\n');
  const before = lines.filter((line) => !line.startsWith('+')).map((line) => `${line.slice(1)}\n`);
  expect(text).toContain(before.join(''));
  return text.replace(before.join(''), () => lines.map((line) => `${line.slice(1)}\n`).join(''));
}

async function commitOn(branch: string, text: string): Promise<void> {
  git('checkout', '-q', '-B', branch, 'start');
  write('order.procedo', text);
  expect((await tryCommand(['export', 'order.procedo', '-o', 'order.bpmn'], folder)).code).toBe(0);
  expect(git('commit', '-q', '-a', '-m', branch).status).toBe(0);
}

const first = block('procedo');

beforeAll(async () => {
  git('init', '-q', '-b', 'main');
  write('order.procedo', first);
  write('.gitattributes', block('gitattributes'));
  await tryCommand(['export', 'order.procedo', '-o', 'order.bpmn'], folder);
  git('add', '-A');
  git('commit', '-q', '-m', 'start');
  git('tag', 'start');
  await commitOn('anna', changed(first, 'diff anna'));
  await commitOn('ben', changed(first, 'diff ben'));
}, 60_000);

test('two changes of one process merge as text, and conflict as XML', async () => {
  git('checkout', '-q', '-B', 'merged', 'anna');
  expect(git('merge', 'ben').status).toBe(1);
  expect(git('diff', '--name-only', '--diff-filter=U').stdout).toBe('order.bpmn\n');
  expect(read('order.procedo')).toBe(changed(changed(first, 'diff anna'), 'diff ben'));
  expect((await tryCommand(['export', 'order.procedo', '-o', 'order.bpmn'], folder)).code).toBe(0);
  expect(git('commit', '-q', '-a', '-m', 'merged').status).toBe(0);
  expect(read('order.bpmn')).toMatch(/Check the credit[\s\S]*Weigh the parcel/);
}, 30_000);

test('layout files merge where different elements were moved', () => {
  const lines = [
    'layout 1 bpmn',
    ...['check', 'pack', 'pay', 'pick', 'ship'].map((id, n) => `${id} ${n * 160},80 100x80`),
  ];
  const layout = (id: string): string =>
    `${lines.map((line) => (line.startsWith(id) ? line.replace(',80 ', ',90 ') : line)).join('\n')}\n`;
  const commit = (branch: string, from: string, text: string): void => {
    git('checkout', '-q', '-f', '-B', branch, from);
    write('order.procedo.layout', text);
    git('add', '-A');
    expect(git('commit', '-q', '-m', branch).status).toBe(0);
  };
  commit('placed', 'start', layout('none'));
  commit('one', 'placed', layout('check'));
  commit('other', 'placed', layout('pick'));
  expect(git('merge', 'one').status).toBe(0);
  expect(read('order.procedo.layout').match(/,90 /g)).toHaveLength(2);
});

test('git diff of a model reads as text', () => {
  const command = packedCli
    ? `"${process.execPath}" "${packedCli}"`
    : `"${process.execPath}" "${join(root, 'src/cli/main.ts')}"`;
  for (const line of block('sh').trimEnd().split('\n')) {
    const [, name = '', value = ''] = /^git config (\S+) "?(.*?)"?$/.exec(line) ?? [];
    git('config', name, value.replace(/^procedo /, `${command} `));
  }
  const { stdout } = git('diff', 'start', 'anna', '--', 'order.bpmn');
  expect(stdout).toContain(block('diff shown'));
  expect(stdout.split('\n').filter((line) => /^[+-] /.test(line))).toHaveLength(1);
  expect(git('diff', '--no-textconv', 'start', 'anna', '--', 'order.bpmn').stdout).toContain('dc:Bounds');
}, 60_000);

test('a damaged model does not end the diff of all others', () => {
  git('checkout', '-q', '-f', 'anna');
  write('order.bpmn', read('order.bpmn').slice(0, 500));
  const { status, stdout, stderr } = git('diff', '--', 'order.bpmn');
  expect(status).toBe(0);
  expect(stdout).toContain('+<bpmn:definitions');
  expect(stderr).toContain('[unreadable-xml]');
}, 60_000);
