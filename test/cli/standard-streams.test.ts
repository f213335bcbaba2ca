/** The standard streams of a process of its own, whose other end is here. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const source = pathToFileURL(join(import.meta.dirname, '../../src/cli/standard-streams.ts')).href;

function run(code: string) {
  const script = `import { standardStream } from ${JSON.stringify(source)};\n${code}`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
}

test('all is written, texts and bytes, more than a pipe takes at once', async () => {
  const child = run(`
    const out = standardStream(1);
    out.write('é'.repeat(300_000));
    out.write(new Uint8Array([10, 98]));
    standardStream(2).write(out.isTerminal ? 'a terminal' : 'no terminal');`);
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(output === `${'é'.repeat(300_000)}\nb`).toBe(true);
  expect(errors).toBe('no terminal');
});

test('who reads no further is no error', async () => {
  const child = run(`for (;;) standardStream(1).write('more\\n');`);
  const ended = once(child, 'exit');
  child.stdout.once('data', () => child.stdout.destroy());
  expect(await text(child.stderr)).toBe('');
  expect(await ended).toEqual([0, null]);
});
