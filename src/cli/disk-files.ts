import { readdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Files } from '../workspace/index.ts';
import { textEndings } from './inputs.ts';

/**
 * The files of the disk. One name space are the texts of a folder, and whatever one command is given together: `check src`
 * sees across the folders below src.
 */
export function diskFiles(given: readonly string[]): Files {
  const givenTexts = given.filter(isText);
  return {
    read: (path) => readFile(path).catch(() => undefined),
    async siblings(path) {
      if (path === '-') return [];
      const folder = dirname(path);
      const names = await readdir(folder).catch(() => []);
      const beside = names.filter(isText).map((name) => `${folder}/${name}`);
      return [...new Set([...beside, ...givenTexts])].filter((other) => other !== path).sort();
    },
  };
}

function isText(path: string): boolean {
  return textEndings.some((ending) => path.toLowerCase().endsWith(ending));
}
