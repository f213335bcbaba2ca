import { readdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Files } from '../workspace/index.ts';
import { textEndings } from './inputs.ts';

/** The files of the disk, as they are when they are asked for first. The texts of a folder are one name space. */
export function diskFiles(): Files {
  const folders = new Map<string, Promise<string[]>>();
  const textsIn = (folder: string): Promise<string[]> => {
    const texts = folders.get(folder) ?? listTexts(folder);
    folders.set(folder, texts);
    return texts;
  };
  return {
    read: (path) => readFile(path).catch(() => undefined),
    async siblings(path) {
      if (path === '-') return [];
      return (await textsIn(dirname(path))).filter((other) => other !== path);
    },
  };
}

async function listTexts(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter(isText)
    .map((name) => `${folder}/${name}`)
    .sort();
}

function isText(path: string): boolean {
  return textEndings.some((ending) => path.toLowerCase().endsWith(ending));
}
