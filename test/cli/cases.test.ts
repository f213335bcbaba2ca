/** Runs every case of test/fixtures/cli; README.md there says what a case is made of. */
import { cpSync, existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { tryCommand } from './try-command.ts';

interface Case {
  readonly args: string[];
  readonly stdin?: string;
  readonly exit: number;
  readonly stdout?: string | string[];
  readonly stderr?: string | string[];
  readonly writes?: Record<string, string>;
}

const fixtures = join(import.meta.dirname, '../fixtures/cli');
const scratch = mkdtempSync(join(tmpdir(), 'procedo-cases-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const names = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(names.map(({ name }) => name))('%s', (name) => {
  const { args, stdin, exit, stdout = '', stderr = '', writes = {} } = readCase(name);

  test(`procedo ${args.join(' ')}`, async () => {
    const cwd = join(scratch, name);
    const files = join(fixtures, name, 'files');
    if (existsSync(files)) cpSync(files, cwd, { recursive: true });
    else cpSync(join(fixtures, 'README.md'), join(cwd, '.keep'));
    const before = contentsOf(cwd);

    const tried = await tryCommand(args, cwd, stdin);

    expectOutput(tried.stderr, stderr);
    expectOutput(tried.stdout.toString(), stdout);
    expect(tried.code).toBe(exit);
    const after = contentsOf(cwd);
    const written = [...after.keys()].filter((path) => after.get(path) !== before.get(path));
    expect(written.sort()).toEqual(Object.keys(writes).sort());
    for (const [path, part] of Object.entries(writes)) expect(after.get(path)).toContain(part);
  });
});

function readCase(name: string): Case {
  return JSON.parse(readFileSync(join(fixtures, name, 'case.json'), 'utf8'));
}

/** A string is all of the output, a list holds parts of it in their order. */
function expectOutput(actual: string, expected: string | string[]): void {
  if (typeof expected === 'string') expect(actual).toBe(expected);
  let rest = actual;
  for (const part of typeof expected === 'string' ? [] : expected) {
    expect(rest).toContain(part);
    rest = rest.slice(rest.indexOf(part) + part.length);
  }
}

/** Every file below a folder with its content; dot files too, so that no temporary file stays unseen. */
function contentsOf(folder: string): Map<string, string> {
  const paths = globSync(['**/*', '**/.*', '**/.*/**/*'], { cwd: folder, withFileTypes: true });
  const files = paths.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]));
}
