/** What the arguments of `diff` stand for: pairs of files, of two folders or two commits. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { textEndings, xmlEndings } from '../base/file-endings.ts';
import type { Files } from '../workspace/index.ts';
import { diskFiles } from './disk-files.ts';
import { type ChangedFile, Repository } from './git.ts';
import { findInputs, type Input } from './inputs.ts';
import type { Shell } from './shell.ts';

/** A file at one side. */
export interface SideFile {
  /** Absolute; `-` for standard input. */
  readonly path: string;
  /** What messages call it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One file before and after; one side is undefined where it was added or removed. */
export interface FilePair {
  /** What the report calls it. */
  readonly name: string;
  /** Where its picture goes in a folder. */
  readonly place: string;
  readonly before: SideFile | undefined;
  readonly after: SideFile | undefined;
}

/** All that is to be compared. */
export interface Sides {
  readonly pairs: readonly FilePair[];
  /** What stands around the files of each side, for the names that they share. */
  readonly files: { readonly before: Files; readonly after: Files };
  /** What stands above the two sides of a picture. */
  readonly titles: { readonly before: string; readonly after: string };
  /** Whether there may be any number of files. */
  readonly several: boolean;
}

const endings = [...textEndings, ...xmlEndings];

/** The pairs that the arguments mean, or a sentence why they mean none. */
export async function findSides(args: readonly string[], shell: Shell): Promise<Sides | string> {
  const [first = '', ...others] = args;
  if (isThere(first, shell)) {
    const [second, ...more] = others;
    if (second === undefined || more.length > 0)
      return `Name two files or folders to compare; or a commit first, as in \`procedo diff HEAD ${first}\`.`;
    return pathSides(first, second, shell);
  }
  const repository = await Repository.around(shell.cwd);
  if (!repository) return `There is no file "${first}", and no git repository here in which it could be a commit.`;
  return commitSides(first, others, repository);
}

function isThere(path: string, shell: Shell): boolean {
  return path === '-' || existsSync(resolve(shell.cwd, path));
}

async function pathSides(first: string, second: string, shell: Shell): Promise<Sides | string> {
  const files = { before: diskFiles(), after: diskFiles() };
  const titles = { before: `Before: ${first}`, after: `After: ${second}` };
  const [ours, theirs] = [await findInputs([first], endings, shell), await findInputs([second], endings, shell)];
  if (!isThere(second, shell)) return `There is no file "${second}": check the path.`;
  if (!ours.several && !theirs.several) {
    const [one, other] = [ours.inputs[0], theirs.inputs[0]];
    const [before, after] = [one && (await read(one, shell)), other && (await read(other, shell))];
    const pair = { name: second, place: other?.place ?? '', before, after };
    return { pairs: [pair], files, titles, several: false };
  }
  if (ours.several !== theirs.several)
    return 'One is a file and the other one a folder: name two files, or two folders.';
  const places = new Set([...ours.inputs, ...theirs.inputs].map(({ place }) => place));
  const pairs: FilePair[] = [];
  for (const place of [...places].sort()) {
    const [one, other] = [ours, theirs].map(({ inputs }) => inputs.find((input) => input.place === place));
    pairs.push({
      name: place,
      place,
      before: one && (await read(one, shell)),
      after: other && (await read(other, shell)),
    });
  }
  return { pairs: pairs.filter(isDifferent), files, titles, several: true };
}

async function read({ path, name }: Input, shell: Shell): Promise<SideFile> {
  return { path: path ?? '-', name, bytes: path === undefined ? await shell.readInput() : await readFile(path) };
}

function isDifferent({ before, after }: FilePair): boolean {
  if (!before || !after) return true;
  // A text may have changed by its layout file alone.
  return before.path.endsWith('.procedo') || Buffer.compare(before.bytes, after.bytes) !== 0;
}

async function commitSides(range: string, paths: readonly string[], repository: Repository): Promise<Sides | string> {
  const [, from = '', dots, to] = /^(.*?)(?:(\.{2,3})(.*))?$/s.exec(range) ?? [];
  const [one, other] = [from || 'HEAD', dots === undefined ? undefined : to || 'HEAD'];
  const after = other === undefined ? undefined : await repository.commit(other);
  const start = await repository.commit(one);
  const unknown = start === undefined ? one : other !== undefined && after === undefined ? other : undefined;
  if (start === undefined || unknown !== undefined)
    return `"${unknown}" is neither a file nor a commit: check the name.`;
  const before = dots === '...' && after !== undefined ? await repository.mergeBase(start, after) : start;
  if (before === undefined) return `"${one}" and "${other}" have no commit in common: compare them with "..".`;
  const changed = await repository.changed(before, after, paths);
  if (!changed) return `git cannot tell what has changed in ${paths.join(', ') || 'this repository'}: check the paths.`;
  const disk = diskFiles();
  const files = { before: repository.filesAt(before), after: after === undefined ? disk : repository.filesAt(after) };
  const pairs: FilePair[] = [];
  for (const file of modelFiles(changed)) pairs.push(await pairOf(file, repository, files));
  const titles = {
    before: `Before: ${one}`,
    after: other === undefined ? 'After: the files as they are' : `After: ${other}`,
  };
  return { pairs, files, titles, several: true };
}

/** The texts and models among changed files; a text too of which only the layout file has changed. */
function modelFiles(changed: readonly ChangedFile[]): ChangedFile[] {
  const isModel = (path: string | undefined) =>
    path !== undefined && endings.some((ending) => path.toLowerCase().endsWith(ending));
  const models = changed.filter(({ before, after }) => isModel(after ?? before));
  const known = new Set(models.map(({ after, before }) => after ?? before));
  for (const { before, after } of changed) {
    const text = (after ?? before)?.match(/^(.*\.procedo)\.layout$/s)?.[1];
    if (text !== undefined && !known.has(text)) models.push({ before: text, after: text });
  }
  return models;
}

async function pairOf({ before, after }: ChangedFile, { root }: Repository, files: Sides['files']): Promise<FilePair> {
  const side = async (path: string | undefined, from: Files): Promise<SideFile | undefined> => {
    const bytes = path === undefined ? undefined : await from.read(`${root}/${path}`);
    return bytes && path !== undefined ? { path: `${root}/${path}`, name: path, bytes } : undefined;
  };
  const isRenamed = before !== undefined && after !== undefined && before !== after;
  const place = after ?? before ?? '';
  const name = isRenamed ? `${before} → ${after}` : place;
  return { name, place, before: await side(before, files.before), after: await side(after, files.after) };
}
