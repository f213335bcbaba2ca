/** Our own mistakes where files are shared out: each ends the command, none leaves it waiting. */
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
  return { name: 'unknown', begin: async (_, shell) => (job) => act(job.path, shell) };
}

function shellInto(said: string[]): Shell {
  const say = (what: string | Uint8Array) => said.push(String(what));
  return { cwd: '/', debug: false, annotates: false, readInput: async () => Buffer.of(), write: say, complain: say };
}

test('a mistake at one file comes after what was said of those before it', async () => {
  machine.processors = 1;
  const said: string[] = [];
  const failing = work(async (path, shell) => {
    shell.complain(path);
    if (path === '/folder/2.bpmn') throw new Error('This cannot be.');
  });
  await expect(shareOut(failing, undefined, jobs, shellInto(said))).rejects.toThrow('/folder/2.bpmn: This cannot be.');
  expect(said).toEqual(['/folder/0.bpmn', '/folder/1.bpmn', '/folder/2.bpmn']);
});

test('a mistake names its file where files are few, too', async () => {
  const failing = work(async () => {
    throw new Error('This cannot be.');
  });
  const few = jobs.slice(0, 1);
  await expect(doAll(failing, undefined, few, shellInto([]))).rejects.toThrow('/folder/0.bpmn: This cannot be.');
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
