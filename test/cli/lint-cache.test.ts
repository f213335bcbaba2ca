/** What `lint --cache` takes from an earlier run, and what not. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tryCommand } from './try-command.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'procedo-lint-cache-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const path = (name: string) => join(cwd, name);
const write = (name: string, content: string) => writeFileSync(path(name), content);
const read = (name: string) => readFileSync(path(name), 'utf8');

async function lint(...args: string[]): Promise<string> {
  const tried = await tryCommand(['lint', '.', '--cache', ...args], cwd);
  expect(tried.stderr).toBe('');
  return tried.stdout.toString();
}

/** Says in the cache itself that it was asked. */
function markCache(): void {
  write('.procedo-lint-cache', read('.procedo-lint-cache').replaceAll('has no name', 'IS KNOWN'));
}

const text = 'process p {\n  user check\n}\n';
const model = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="p"><task id="a"/></process></definitions>`;

test('a file that is the same is not looked at again', async () => {
  write('order.procedo', text);
  write('order.bpmn', model);
  const first = await lint();
  expect(await lint()).toBe(first);
  markCache();
  expect(await lint()).toBe(first.replaceAll('has no name', 'IS KNOWN'));
});

test.each<[string, () => void, string[]]>([
  ['the content', () => write('order.procedo', text.replace('check', 'other')), []],
  ['the texts around it', () => write('other.procedo', 'process other {\n  end "Done"\n}\n'), []],
  ['its layout file', () => write('order.procedo.layout', 'layout 1 bpmn\n'), []],
  ['the configuration', () => write('procedo.config.json', '{"rules": {"SE05": "error"}}'), []],
  ['the preset', () => undefined, ['--preset', 'strict']],
  ['that comments count', () => undefined, ['--no-inline-config']],
])('it is where %s differs', async (_, change, args) => {
  write('order.procedo', text);
  await lint();
  markCache();
  change();
  expect(await lint(...args)).not.toContain('IS KNOWN');
});

test('a file that cannot be read is known as one, until it can be', async () => {
  write('order.bpmn', '<definitions>');
  const told = async () => {
    const { code, stdout } = await tryCommand(['lint', '.', '--cache'], cwd);
    return { code, stdout: stdout.toString() };
  };
  const first = await told();
  expect(first.code).toBe(2);
  expect(await told()).toEqual(first);
  write('.procedo-lint-cache', read('.procedo-lint-cache').replaceAll('"message":"', '"message":"KNOWN: '));
  const known = await told();
  expect(known.code).toBe(2);
  expect(known.stdout).toContain('KNOWN: ');
  write('order.bpmn', model);
  expect((await told()).stdout).not.toContain('KNOWN: ');
});

test('a cache that is broken, or of another version, is made anew', async () => {
  write('order.procedo', text);
  const first = await lint();
  for (const broken of ['', '{', 'null', '{"version":"0.0.0","files":{}}', read('.procedo-lint-cache').slice(0, -9)]) {
    write('.procedo-lint-cache', broken);
    expect(await lint()).toBe(first);
    expect(read('.procedo-lint-cache')).toContain('"order.procedo"');
  }
});

test('it forgets files that are gone, and none that were not asked for', async () => {
  write('order.bpmn', model);
  write('gone.bpmn', model);
  write('kept.bpmn', model);
  await lint('--cache-location', 'cache/lint.json');
  expect(existsSync(path('.procedo-lint-cache'))).toBe(false);
  rmSync(path('gone.bpmn'));
  write('order.bpmn', model.replace('"a"', '"b"'));
  await tryCommand(['lint', 'order.bpmn', '--cache', '--cache-location', 'cache/lint.json'], cwd);
  expect(Object.keys(JSON.parse(read('cache/lint.json')).files)).toEqual(['../kept.bpmn', '../order.bpmn']);
});

test('what cannot be read is told each time', async () => {
  write('broken.bpmn', '<definitions');
  const first = await tryCommand(['lint', 'broken.bpmn', '--cache'], cwd);
  expect(first.code).toBe(2);
  expect(await tryCommand(['lint', 'broken.bpmn', '--cache'], cwd)).toEqual(first);
});
