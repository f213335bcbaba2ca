import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { URI } from 'langium';
import { xmlEndings } from '../base/file-endings.ts';

/** So many files of a workspace are looked at: who has more names what is called by an import. */
const MOST_FILES = 2_000;

/**
 * The files of BPMN and CMMN in folders, but for one: those beside it first, then the others by path. `node_modules` and folders whose name begins
 * with a dot are left out.
 * @param path absolute, with `/`
 */
export async function modelsAround(path: string, folders: readonly string[]): Promise<string[]> {
  const near = dirname(path);
  const found = new Set(await modelsIn(near));
  const open = [...folders];
  for (let folder = open.shift(); folder !== undefined && found.size < MOST_FILES; folder = open.shift()) {
    for (const file of await modelsIn(folder)) found.add(file);
    open.push(...(await foldersIn(folder)));
  }
  found.delete(path);
  return [...found].slice(0, MOST_FILES);
}

async function modelsIn(folder: string): Promise<string[]> {
  const entries = await entriesOf(folder);
  const files = entries.filter(
    (entry) => entry.isFile() && xmlEndings.some((end) => entry.name.toLowerCase().endsWith(end)),
  );
  return files.map(({ name }) => `${folder}/${name}`).sort();
}

async function foldersIn(folder: string): Promise<string[]> {
  const inner = (await entriesOf(folder)).filter((entry) => entry.isDirectory());
  return inner
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .map(({ name }) => `${folder}/${name}`)
    .sort();
}

/** None of a folder that cannot be read: what is called from it is not found, which the run says. */
async function entriesOf(folder: string) {
  return readdir(URI.file(folder).fsPath, { withFileTypes: true }).catch(() => []);
}
