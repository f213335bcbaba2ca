/** What `diff` does with each pair of files: opens both sides, compares them, draws them. */
import { existsSync } from 'node:fs';
import type { Files, SourceDocument, SourceReader } from '../workspace/index.ts';
import type { ComparedFile } from './diff-formats.ts';
import type { FilePair, Side, SideFile, Sides } from './diff-sides.ts';
import { diskFiles } from './disk-files.ts';
import { type ExitCode, failWith } from './exit-code.ts';
import { Repository } from './git.ts';
import { readFile } from './open-input.ts';
import type { Shell } from './shell.ts';
import type { Work } from './work.ts';

/** What all pairs have in common. A plain value. */
export interface Setup extends Omit<Sides, 'pairs'> {
  /** Whether pictures are wanted; of several files, of those with changes that show. */
  readonly draws: boolean;
}

/** What has come of a pair. */
export interface Compared {
  readonly code: ExitCode;
  /** Undefined: they are the same to the letter, or could not be compared. */
  readonly file?: ComparedFile;
  readonly picture?: string;
}

export const comparing: Work<Setup, FilePair, Compared> = {
  name: 'diff',
  failed: (line, shell) => ({ code: failWith(line, shell) }),
  async begin(setup, shell) {
    const [{ SourceReader }, comparison] = [await import('./road.ts'), await import('./compare.ts')];
    const sideOf = (side: Side) => {
      const files = filesOf(side, setup.root);
      return { isOnDisk: side.commit === undefined, files, reader: new SourceReader(files) };
    };
    const task = new Comparing(setup, { before: sideOf(setup.before), after: sideOf(setup.after) }, comparison, shell);
    return (pair) => task.compare(pair);
  },
};

function filesOf({ commit }: Side, root: string | undefined): Files {
  return commit === undefined || root === undefined ? diskFiles() : new Repository(root, root).filesAt(commit);
}

interface OpenSide {
  readonly isOnDisk: boolean;
  readonly files: Files;
  readonly reader: SourceReader;
}

type Comparison = typeof import('./compare.ts');
type Bytes = Uint8Array | 'unreadable' | undefined;
type Opened = SourceDocument | 'unreadable' | undefined;

class Comparing {
  readonly #setup: Setup;
  readonly #sides: { readonly before: OpenSide; readonly after: OpenSide };
  readonly #comparison: Comparison;
  readonly #shell: Shell;

  constructor(setup: Setup, sides: { before: OpenSide; after: OpenSide }, comparison: Comparison, shell: Shell) {
    this.#setup = setup;
    this.#sides = sides;
    this.#comparison = comparison;
    this.#shell = shell;
  }

  async compare(pair: FilePair): Promise<Compared> {
    const [one, other] = [await this.#read('before', pair.before), await this.#read('after', pair.after)];
    if (this.#setup.several && isSame(pair, one, other)) return { code: 0 };
    const before = await this.#open('before', pair.before, one);
    const after = await this.#open('after', pair.after, other);
    if (before === 'unreadable' || after === 'unreadable') return { code: 2 };
    const why = before && after && this.#comparison.whyNotComparable(before, after);
    if (why !== undefined) return this.#refuse(`${pair.name}: error: ${why}`);
    const status = before ? (after ? 'changed' : 'removed') : 'added';
    const file = {
      name: pair.name,
      place: pair.place,
      status,
      changes: this.#comparison.compareDocuments(before, after),
    } as const;
    return this.#setup.draws ? this.#draw(file, before, after) : { code: 0, file };
  }

  /** What is in a file. Of what git tells, the text beside a layout file may not be there. */
  async #read(side: 'before' | 'after', file: SideFile | undefined): Promise<Bytes> {
    if (!file) return undefined;
    if (file.path === undefined) return this.#shell.readInput();
    const { isOnDisk, files } = this.#sides[side];
    if (!isOnDisk) return files.read(file.path);
    if (this.#setup.root !== undefined && !existsSync(file.path)) return undefined;
    const read = readFile(file.name, file.path);
    if ('bytes' in read) return read.bytes;
    this.#shell.complain(read.refusal);
    return 'unreadable';
  }

  async #open(side: 'before' | 'after', file: SideFile | undefined, bytes: Bytes): Promise<Opened> {
    if (!file || !bytes || bytes === 'unreadable') return bytes === 'unreadable' ? bytes : undefined;
    const document = await this.#sides[side].reader.open(file.path ?? '-', bytes);
    if (document.kind === 'unreadable') {
      this.#refuse(`${file.name} (${side}): error: ${document.problems[0]?.message ?? 'It cannot be read.'}`);
      return 'unreadable';
    }
    if (!this.#comparison.isSound(document))
      this.#shell.complain(
        `${file.name} (${side}): warning: There are errors in it; what is not understood is not compared. \`procedo check\` shows them.`,
      );
    return document;
  }

  async #draw(
    file: ComparedFile,
    before: SourceDocument | undefined,
    after: SourceDocument | undefined,
  ): Promise<Compared> {
    const { name, changes } = file;
    // What has another id, or is written by another tool, looks the same.
    if (this.#setup.several && changes.every(({ kind }) => kind === 'id' || kind === 'file')) return { code: 0, file };
    const titles = { before: this.#setup.before.title, after: this.#setup.after.title };
    const { value: picture, problems } = await this.#comparison.renderComparison(before, after, changes, titles);
    for (const { severity, message } of problems) this.#shell.complain(`${name}: ${severity}: ${message}`);
    if (picture !== undefined) return { code: 0, file, picture };
    return { ...this.#refuse(`${name}: error: There is nothing to draw in it.`), file };
  }

  #refuse(sentence: string): Compared {
    this.#shell.complain(sentence);
    return { code: 2 };
  }
}

/** A text may have changed by its layout file alone. */
function isSame({ path }: FilePair, before: Bytes, after: Bytes): boolean {
  if (!before || !after || before === 'unreadable' || after === 'unreadable') return false;
  return path?.endsWith('.procedo') !== true && Buffer.compare(before, after) === 0;
}
