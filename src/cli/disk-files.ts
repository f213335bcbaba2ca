import { readdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { textEndings, xmlEndings } from '../base/file-endings.ts';
import type { ModelFiles } from '../workspace/index.ts';

/** The files of the disk, as they are when they are asked for first. The texts of a folder are one name space, its models belong together. */
export function diskFiles(): ModelFiles {
  const folders = new Map<string, Promise<string[]>>();
  const beside = async (path: string, endings: readonly string[]): Promise<string[]> => {
    if (path === '-') return [];
    const folder = dirname(path);
    // None of a folder that cannot be read: what is meant to be there is told as not found.
    const names = folders.get(folder) ?? readdir(folder).catch(() => []);
    folders.set(folder, names);
    const wanted = (await names).filter((name) => endings.some((ending) => name.toLowerCase().endsWith(ending)));
    return wanted
      .map((name) => `${folder}/${name}`)
      .filter((other) => other !== path)
      .sort();
  };
  return {
    read: (path) => readFile(path).catch(() => undefined),
    siblings: (path) => beside(path, textEndings),
    models: (path) => beside(path, xmlEndings),
  };
}
