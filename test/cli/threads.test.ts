/** Many files are shared out among threads: that cannot be seen. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { worthAThread } from '../../src/cli/work.ts';
import { packedCli, tryProgram } from './try-command.ts';

const main = packedCli ?? join(import.meta.dirname, '../../src/cli/main.ts');
const root = mkdtempSync(join(tmpdir(), 'procedo-threads-'));
afterAll(() => rmSync(root, { recursive: true }));

const bpmn = (id: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="p_${id}"><task id="${id}"/></process></definitions>`;
const cmmn = `<definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" targetNamespace="t"><case id="c"><casePlanModel id="m" name="M"/></case></definitions>`;

/** Models and texts, whole and broken, in three folders whose texts know each other; some want the same output. */
function contents(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [folder, count] of Object.entries({ a: worthAThread + 20, b: 9, 'c/d': 9 })) {
    for (let n = 0; n < count; n++) {
      const name = `${folder}/${String(n).padStart(2, '0')}`;
      const calls = n % 4 === 0 ? `call p${n + 1}` : `call nowhere${n}`;
      files[`${name}t.procedo`] =
        n % 10 === 7
          ? 'process {'
          : `process p${n} {\n start\n   ${calls}\n  end\n}\nscenario s${n} for p${n} {\n  start\n  expect visited end ${n % 4}\n}\n`;
      files[`${name}m.bpmn`] = n % 10 === 3 ? '<broken' : bpmn(`a${n}`);
      if (n % 5 === 0) files[`${name}m.cmmn`] = cmmn;
      if (n % 9 === 0) files[`${name}t.bpmn`] = bpmn(`b${n}`);
    }
  }
  return files;
}

function inNewFolder(): string {
  const folder = mkdtempSync(join(root, 'run-'));
  for (const [name, content] of Object.entries(contents())) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** What is in a folder, by path. */
function found(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** Runs a command as if the machine had so many processors. */
async function run(processors: number, args: readonly string[]) {
  const pretend = `process.getBuiltinModule('node:os').availableParallelism=()=>${processors};process.getBuiltinModule('node:module').syncBuiltinESMExports()`;
  const cwd = inNewFolder();
  const { code, stdout, stderr } = await tryProgram(
    ['--import', `data:text/javascript,${pretend}`, main, ...args],
    cwd,
  );
  const told = (text: string) => text.replaceAll(cwd, 'cwd');
  const files = found(cwd);
  rmSync(cwd, { recursive: true });
  return { code, stdout: told(stdout.toString()), stderr: told(stderr), files };
}

test.each([
  'import . -o out',
  'export a b c -o out',
  'layout . -o .',
  'render . --all -o out',
  'check .',
  'fmt .',
  'analyze . --json',
  'lint . --fix',
  'test .',
  'diff a b',
])('%s', { timeout: 120_000 }, async (command) => {
  const args = command.split(' ');
  const [alone, shared] = [await run(1, args), await run(3, args)];
  expect(shared).toEqual(alone);
  expect([alone.code, alone.stdout + alone.stderr]).toEqual([expect.any(Number), expect.stringContaining('a/')]);
});
