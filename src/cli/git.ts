/** Commits of a git repository, by the git that is installed. */
import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import type { Files } from '../workspace/index.ts';
import { GitObjects } from './git-objects.ts';

/** What git wrote, undefined if it has failed or is not there. */
async function git(folder: string, ...args: readonly string[]): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const options = { cwd: folder, encoding: 'buffer', maxBuffer: 1 << 30 } as const;
    execFile('git', args, options, (error, stdout) => resolve(error ? undefined : stdout));
  });
}

async function line(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  return (await git(folder, ...args))?.toString('utf8').replace(/\r?\n$/, '');
}

/** A file that differs between two commits; one path is undefined where it was added or removed. Paths start from the repository. */
export interface ChangedFile {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A repository, seen from a folder in it. */
export class Repository {
  readonly #folder: string;
  /** Absolute, with `/`. */
  readonly root: string;
  readonly #objects: GitObjects;

  /** @param folder in the repository; paths are seen from there */
  constructor(folder: string, root: string) {
    this.#folder = folder;
    this.root = root;
    this.#objects = new GitObjects(root);
  }

  /** The repository around a folder; undefined if there is none, or no git. */
  static async around(folder: string): Promise<Repository | undefined> {
    const root = await line(folder, 'rev-parse', '--show-toplevel');
    return root === undefined ? undefined : new Repository(folder, root);
  }

  /** The full name of a commit, undefined if there is none of that name. */
  commit(name: string): Promise<string | undefined> {
    return line(this.#folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
  }

  /** The commit at which two have parted. */
  mergeBase(one: string, other: string): Promise<string | undefined> {
    return line(this.#folder, 'merge-base', one, other);
  }

  /**
   * The files that differ between a commit and another one, or the files as they are; renamed ones are followed.
   * @param paths as given, from the folder; none: everywhere
   */
  async changed(
    before: string,
    after: string | undefined,
    paths: readonly string[],
  ): Promise<ChangedFile[] | undefined> {
    const commits = after === undefined ? [before] : [before, after];
    const output = await git(this.#folder, 'diff', '--name-status', '-z', '-M', ...commits, '--', ...paths);
    if (!output) return undefined;
    const words = output.toString('utf8').split('\0');
    const files: ChangedFile[] = [];
    for (let index = 0; index + 1 < words.length; ) {
      const status = words[index++] ?? '';
      const first = words[index++];
      if (/^[RC]/.test(status)) files.push({ before: first, after: words[index++] });
      else files.push({ before: status === 'A' ? undefined : first, after: status === 'D' ? undefined : first });
    }
    return files;
  }

  /** The content of a file at a commit; undefined if it was not there. @param path from the repository */
  show(commit: string, path: string): Promise<Buffer | undefined> {
    const name = `${commit}:${path}`;
    return name.includes('\n') ? git(this.root, 'show', name) : this.#objects.read(name);
  }

  /** The files of a commit, by their absolute paths as they are now. */
  filesAt(commit: string): Files {
    const relative = (path: string) => path.slice(this.root.length + 1);
    const folders = new Map<string, Promise<string[]>>();
    const list = async (folder: string) => {
      const place = relative(`${folder}/`);
      const output = await git(
        this.root,
        'ls-tree',
        '--name-only',
        '-z',
        commit,
        '--',
        ...(place === '' ? [] : [place]),
      );
      const paths = output?.toString('utf8').split('\0') ?? [];
      return paths.filter((path) => path.endsWith('.procedo')).map((path) => `${this.root}/${path}`);
    };
    return {
      read: async (path) => this.show(commit, relative(path)),
      siblings: async (path) => {
        const folder = dirname(path);
        const texts = folders.get(folder) ?? list(folder);
        folders.set(folder, texts);
        return (await texts).filter((other) => other !== path).sort();
      },
    };
  }
}
