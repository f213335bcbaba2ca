/** Our own mistakes at files: each is told with its file and ends no other; where a thread is gone, none is left waiting. */
import { expect, test } from 'vitest';
import { doAll } from '../../src/cli/do-all.ts';
import type { Shell } from '../../src/cli/shell.ts';
import { shareOut } from '../../src/cli/threads.ts';
import { type Work, worthAThread } from '../../src/cli/work.ts';

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

test.each<[string, typeof jobs, (files: typeof jobs, shell: Shell) => Promise<unknown>]>([
  ['many', jobs, (files, shell) => shareOut(failing, undefined, files, shell, 1)],
  ['few', jobs.slice(0, 5), (files, shell) => doAll(failing, undefined, files, shell)],
])('a mistake at one of %s files is told in its place, and the others are done', async (_, files, doThem) => {
  const said: string[] = [];
  await doThem(files, shellInto(said));
  const told = files.map(({ path }) =>
    path === '/folder/2.bpmn'
      ? 'folder/2.bpmn: error: A mistake of procedo ends its work at this file (This cannot be.). Report it, with the file if you may; PROCEDO_DEBUG=1 shows where it is. [internal-error]'
      : path,
  );
  expect(said).toEqual(told);
});

test('a thread that ends before its time ends the others', async () => {
  let done = 0;
  const waiting = work(async () => {
    await new Promise((resolve) => setTimeout(resolve, done++ === 0 ? 0 : 100));
  });
  await expect(shareOut(waiting, undefined, jobs, shellInto([]), 2)).rejects.toThrow(
    'A thread has ended before its first file: There is no work of the name unknown.',
  );
  expect(done).toBeLessThan(jobs.length);
});
