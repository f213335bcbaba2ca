/** Texts that share a name space, opened one after the other: read once, and each as if it were opened by itself. */
import { expect, test } from 'vitest';
import { type Files, open, SourceReader } from '../../src/workspace/index.ts';
import { memoryFiles } from './memory-files.ts';

const contents = {
  'a.procedo': 'process a { start call c runs b  task -> nowhere }',
  'b.procedo': 'process b { start on message Order  call c runs a }',
  'messages.procedo': 'message Order',
};
const bytes = (text: string) => new TextEncoder().encode(text);

test('every text is as it is by itself', async () => {
  const files = memoryFiles(contents);
  const reader = new SourceReader(files);
  for (const [path, text] of Object.entries(contents)) {
    const { problems } = await reader.open(path, bytes(text));
    expect(problems).toEqual((await open(path, bytes(text), files)).problems);
  }
});

test('the others are read once for all', async () => {
  const files = memoryFiles(contents);
  const read: string[] = [];
  const counting: Files = {
    ...files,
    read: (path) => {
      if (path.endsWith('.procedo')) read.push(path);
      return files.read(path);
    },
  };
  const reader = new SourceReader(counting);
  for (const [path, text] of Object.entries(contents)) await reader.open(path, bytes(text));
  expect(read).toEqual(['b.procedo', 'messages.procedo']);
});

test('a text that has changed is read anew, and so is what refers to it', async () => {
  const reader = new SourceReader(memoryFiles(contents));
  await reader.open('b.procedo', bytes(contents['b.procedo']));
  const { problems } = await reader.open('b.procedo', bytes('process b { start on message Other }'));
  expect(problems.map(({ code }) => code)).toContain('unknown-reference');
});

test('another name space knows nothing of the first', async () => {
  const spaces: Files = {
    read: async () => undefined,
    siblings: async () => [],
  };
  const reader = new SourceReader(spaces);
  await reader.open('one/messages.procedo', bytes('message Order'));
  const { problems } = await reader.open('two/b.procedo', bytes(contents['b.procedo']));
  expect(problems.map(({ message }) => message).join()).toContain('no message named `Order`');
});
