import { expect, test } from 'vitest';
import { WorkerThread } from '../../src/server/worker-thread.ts';

test('a thread that cannot be started refuses each order, and keeps none waiting', async () => {
  const thread = new WorkerThread<string, string>('there-is-no-such-thread');
  await expect(thread.ask('one', 'first')).rejects.toThrow('there-is-no-such-thread.mjs is missing');
  await expect(thread.ask('other', 'second')).rejects.toThrow('there-is-no-such-thread.mjs is missing');
});
