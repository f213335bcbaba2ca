/** Our own mistakes at files: each is told with its file and ends no other; where a thread is gone, none is left waiting. */
import { expect, test, vi } from 'vitest';
import { doAll } from '../../src/cli/do-all.ts';
import type { Shell } from '../../src/cli/shell.ts';
import { shareOut } from '../../src/cli/threads.ts';
import { type Work, worthAThread } from '../../src/cli/work.ts';

const machine = vi.hoisted(() => ({ processors: 1 }));
vi.mock('node:os', async (original) => ({
  ...(await original<object>()),
  availableParallelism: () => machine.processors,
}));

const jobs = Array.from({ length: 2 * worthAThread }, (_, n) => ({ path: `/folder/${n}.bpmn` }));

/** A work that no other thread knows. */
function work(act: (path: string, shell: Shell) => Promise<void>): Work<undefined, { path: string }, void> {
  return {
    name: 'unknown',
    failed: (line, shell) => shell.complain(line),
    begin: async (_, shell) => (job) => act(job.path, shell),
  };
}

function shellInto(said: string[]): Shell {
  const say = (what: string | Uint8Array) => said.push(String(what));
  return { cwd: '/', debug: false, annotates: false, readInput: async () => Buffer.of(), write: say, complain: say };
}

const failing = work(async (path, shell) => {
  if (path === '/folder/2.bpmn') throw new Error('This cannot be.');
  shell.complain(path);
});

test.each([
  ['many', jobs, shareOut],
  ['few', jobs.slice(0, 5), doAll],
])('a mistake at one of %s files is told in its place, and the others are done', async (_, files, doThem) => {
  machine.processors = 1;
  const said: string[] = [];
  await doThem(failing, undefined, files, shellInto(said));
  const told = files.map(({ path }) =>
    path === '/folder/2.bpmn'
      ? 'folder/2.bpmn: error: A mistake of procedo ends its work at this file (This cannot be.). Report it, with the file if you may; PROCEDO_DEBUG=1 shows where it is. [internal-error]'
      : path,
  );
  expect(said).toEqual(told);
});

test('a thread that ends before its time ends the others', async () => {
  machine.processors = 2;
  let done = 0;
  const waiting = work(async () => {
    await new Promise((resolve) => setTimeout(resolve, done++ === 0 ? 0 : 100));
  });
  await expect(shareOut(waiting, undefined, jobs, shellInto([]))).rejects.toThrow(
    'A thread has ended before its first file: There is no work of the name unknown.',
  );
  expect(done).toBeLessThan(jobs.length);
});
