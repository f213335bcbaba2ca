/** Many files are shared out among threads: that must not be seen. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { tryCommand } from './try-command.ts';

const cwd = mkdtempSync(join(tmpdir(), 'procedo-lint-threads-'));
afterAll(() => rmSync(cwd, { recursive: true }));

const model = (id: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="p"><task id="${id}"/></process></definitions>`;

test('what is found in many files is what is found in each', async () => {
  const names = Array.from({ length: 150 }, (_, n) => `${String(n).padStart(3, '0')}.bpmn`);
  for (const [n, name] of names.entries()) writeFileSync(join(cwd, name), n % 10 === 7 ? '<broken' : model(`a${n}`));
  const together = await tryCommand(['lint', '.', '--json'], cwd);
  expect(together.code).toBe(2);
  const entries = JSON.parse(together.stdout.toString());
  expect(entries.map(({ file }: { file: string }) => file)).toEqual(names);
  for (const n of [0, 1, 7, 74, 148, 149]) {
    const alone = await tryCommand(['lint', names[n] ?? '', '--json'], cwd);
    expect(entries[n]).toEqual(JSON.parse(alone.stdout.toString())[0]);
  }
});
