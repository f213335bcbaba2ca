import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { textEndings, xmlEndings } from '../base/file-endings.ts';
import { whyUnreadable } from '../base/unreadable-file.ts';
import type { ModelFiles } from '../workspace/index.ts';
import { contentOf } from './content-of.ts';

/**
 * The files of the disk, as they are when they are asked for first. The texts of a folder are one name space, its models belong
 * together. Read at once: a promise a file takes longer than a small file.
 */
export function diskFiles(): ModelFiles {
  const texts = new FolderLists(textEndings);
  const models = new FolderLists(xmlEndings);
  return {
    read: async (path) => contentOf(path),
    refusal: async (path) => refusalOf(path),
    siblings: async (path) => texts.beside(path),
    models: async (path) => models.beside(path),
  };
}

/** The files with some endings, in each of the folders. */
class FolderLists {
  readonly #endings: readonly string[];
  /** By the folder; sorted. */
  readonly #lists = new Map<string, readonly string[]>();

  constructor(endings: readonly string[]) {
    this.#endings = endings;
  }

  /** The other files in the folder of one. */
  beside(path: string): string[] {
    if (path === '-') return [];
    const folder = dirname(path);
    const list = this.#lists.get(folder) ?? this.#listOf(folder);
    this.#lists.set(folder, list);
    return list.filter((other) => other !== path);
  }

  #listOf(folder: string): string[] {
    return namesIn(folder)
      .filter((name) => this.#endings.some((ending) => name.toLowerCase().endsWith(ending)))
      .map((name) => `${folder}/${name}`)
      .sort();
  }
}

/** None of a folder that cannot be read: what is meant to be there is told as not found. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function refusalOf(path: string): string | undefined {
  try {
    readFileSync(path);
    return undefined;
  } catch (error) {
    return whyUnreadable(error);
  }
}
