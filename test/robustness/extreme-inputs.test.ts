/** Inputs far beyond what anyone writes are read to the end, with a bounded list of problems. `npm run bench -- bounds` has the figures. */
import { expect, test } from 'vitest';
import { SourceReader } from '../../src/workspace/index.ts';
import { memoryFiles } from '../workspace/memory-files.ts';
import { extremeInputs } from './extreme-inputs.ts';

test.each(extremeInputs.map((make) => make()))('$name', async ({ files }) => {
  const [[path, content] = ['', '']] = Object.entries(files);
  const document = await new SourceReader(memoryFiles(files)).open(path, new TextEncoder().encode(content));
  expect(document.problems.length).toBeLessThanOrEqual(1001);
  for (const { message, code } of document.problems) {
    expect(message).toMatch(/[.?]$/);
    expect(message.length).toBeLessThan(25_000);
    expect(code).toMatch(/^[a-z-]+$/);
  }
});
