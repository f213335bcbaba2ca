/** What the arguments of `diff` stand for: pairs of files, of two folders or two commits. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { textEndings, xmlEndings } from '../base/file-endings.ts';
import { type ChangedFile, Repository } from './git.ts';
import { findInputs, type Input } from './inputs.ts';
import type { Shell } from './shell.ts';

/** A file at one side. */
export interface SideFile {
  /** Absolute; undefined for standard input. */
  readonly path: string | undefined;
  /** What messages call it. */
  readonly name: string;
}

/** One file before and after, as a plain value; one side is undefined where it was added or removed. */
export interface FilePair {
  /** Where it is, by which the files of a folder are compared in one go; undefined where a side is standard input. */
  readonly path: string | undefined;
  /** What the report calls it. */
  readonly name: string;
  /** Where its picture goes in a folder. */
  readonly place: string;
  readonly before: SideFile | undefined;
  readonly after: SideFile | undefined;
}

/** Where the files of a side are: on the disk, if there is no commit. */
export interface Side {
  /** Its full name. */
  readonly commit: string | undefined;
  /** What stands above it in a picture. */
  readonly title: string;
}

/** All that is to be compared, as a plain value. */
export interface Sides {
  readonly pairs: readonly FilePair[];
  readonly before: Side;
  readonly after: Side;
  /** The repository that the commits are in, absolute. */
  readonly root?: string;
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
  if (first === '-' && second === '-') return 'Standard input is one file: name another one to compare it with.';
  if (!isThere(second, shell)) return `There is no file "${second}": check the path.`;
  const [ours, theirs] = [await findInputs([first], endings, shell), await findInputs([second], endings, shell)];
  if (ours.several !== theirs.several)
    return 'One is a file and the other one a folder: name two files, or two folders.';
  const sides = {
    before: { commit: undefined, title: `Before: ${first}` },
    after: { commit: undefined, title: `After: ${second}` },
    several: ours.several,
  };
  if (!ours.several) return { pairs: [pairOfInputs(second, ours.inputs[0], theirs.inputs[0])], ...sides };
  const [before, after] = [byPlace(ours.inputs), byPlace(theirs.inputs)];
  const places = [...new Set([...before.keys(), ...after.keys()])].sort();
  return { pairs: places.map((place) => pairOfInputs(place, before.get(place), after.get(place))), ...sides };
}

function byPlace(inputs: readonly Input[]): Map<string, Input> {
  return new Map(inputs.map((input) => [input.place, input]));
}

function pairOfInputs(name: string, before: Input | undefined, after: Input | undefined): FilePair {
  const isInput = [before, after].some((input) => input && input.path === undefined);
  const path = isInput ? undefined : (after ?? before)?.path;
  return { path, name, place: after?.place ?? '', before, after };
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
  const { root } = repository;
  return {
    pairs: modelFiles(changed).map((file) => pairOfChanged(file, root)),
    before: { commit: before, title: `Before: ${one}` },
    after: { commit: after, title: other === undefined ? 'After: the files as they are' : `After: ${other}` },
    root,
    several: true,
  };
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

function pairOfChanged({ before, after }: ChangedFile, root: string): FilePair {
  const side = (path: string | undefined) => (path === undefined ? undefined : { path: `${root}/${path}`, name: path });
  const isRenamed = before !== undefined && after !== undefined && before !== after;
  const place = after ?? before ?? '';
  const name = isRenamed ? `${before} → ${after}` : place;
  return { path: `${root}/${place}`, name, place, before: side(before), after: side(after) };
}
