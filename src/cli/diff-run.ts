/** Runs `diff`: opens both sides, compares them, prints. */
import type { Change, SourceDocument } from '../workspace/index.ts';
import type { DiffOptions } from './commands/diff.ts';
import { compareDocuments, isSound, renderComparison, whyNotComparable } from './compare.ts';
import { chooseDestination, type Destination } from './destination.ts';
import { asJson, asMarkdown, asText, type ComparedFile } from './diff-formats.ts';
import { type FilePair, findSides, type SideFile, type Sides } from './diff-sides.ts';
import { type ExitCode, worst } from './exit-code.ts';
import { SourceReader } from './road.ts';
import type { Shell } from './shell.ts';

interface Compared extends ComparedFile {
  readonly place: string;
  readonly before: SourceDocument | undefined;
  readonly after: SourceDocument | undefined;
}

/** Compares what the arguments mean and says how it ended. */
export async function runDiff(args: readonly string[], options: DiffOptions, shell: Shell): Promise<ExitCode> {
  const sides = await findSides(args, shell);
  if (typeof sides === 'string') {
    shell.complain(`procedo: ${sides}`);
    return 2;
  }
  const codes: ExitCode[] = [0];
  const refuse = (sentence: string) => {
    shell.complain(sentence);
    codes.push(2);
  };
  const readers = { before: new SourceReader(sides.files.before), after: new SourceReader(sides.files.after) };
  const files: Compared[] = [];
  for (const pair of sides.pairs) {
    const before = await openSide(pair.before, readers.before, 'before', refuse, shell);
    const after = await openSide(pair.after, readers.after, 'after', refuse, shell);
    const compared = before !== 'unreadable' && after !== 'unreadable' && compare(pair, before, after, refuse);
    if (compared) files.push(compared);
  }
  const format = options.format ?? formatOf(options.output);
  if (format === 'svg') await drawAll(files, sides, options, shell, refuse);
  else write(print(files, format, sides, shell), options, shell, refuse);
  const isChanged = files.some(({ changes }) => changes.some(({ kind }) => kind !== 'drawing'));
  if (options.exitCode && isChanged) codes.push(1);
  return worst(codes);
}

type Refuse = (sentence: string) => void;

async function openSide(
  file: SideFile | undefined,
  reader: SourceReader,
  side: string,
  refuse: Refuse,
  shell: Shell,
): Promise<SourceDocument | undefined | 'unreadable'> {
  if (!file) return undefined;
  const document = await reader.open(file.path, file.bytes);
  if (document.kind === 'unreadable') {
    refuse(`${file.name} (${side}): error: ${document.problems[0]?.message ?? 'It cannot be read.'}`);
    return 'unreadable';
  }
  if (!isSound(document))
    shell.complain(
      `${file.name} (${side}): warning: There are errors in it; what is not understood is not compared. \`procedo check\` shows them.`,
    );
  return document;
}

function compare(
  { name, place }: FilePair,
  before: SourceDocument | undefined,
  after: SourceDocument | undefined,
  refuse: Refuse,
): Compared | undefined {
  const why = before && after && whyNotComparable(before, after);
  if (why !== undefined) {
    refuse(`${name}: error: ${why}`);
    return undefined;
  }
  const status = before ? (after ? 'changed' : 'removed') : 'added';
  return { name, place, before, after, status, changes: compareDocuments(before, after) };
}

function formatOf(output: string | undefined): NonNullable<DiffOptions['format']> {
  const endings = { '.svg': 'svg', '.md': 'markdown', '.json': 'json' } as const;
  const found = Object.entries(endings).find(([ending]) => output?.toLowerCase().endsWith(ending));
  return found?.[1] ?? 'text';
}

function print(files: readonly Compared[], format: 'text' | 'markdown' | 'json', sides: Sides, shell: Shell): string {
  const told = files.filter(({ changes, status }) => changes.length > 0 || status !== 'changed');
  if (format === 'json') return asJson(told, sides.several);
  return format === 'markdown'
    ? asMarkdown(told)
    : asText(told, { isColoured: shell.isColoured === true, hasNames: sides.several });
}

function write(content: string, { output }: DiffOptions, shell: Shell, refuse: Refuse): void {
  put(chooseDestination(output, false, shell), 'changes', content, refuse);
}

function put(destination: Destination | string, place: string, content: string, refuse: Refuse): void {
  const refusal = typeof destination === 'string' ? destination : destination.put(place, content);
  if (refusal !== undefined) refuse(`procedo: ${refusal}`);
}

/** A picture for each file that has changes; of two files always one. */
async function drawAll(
  files: readonly Compared[],
  { several, titles }: Sides,
  options: DiffOptions,
  shell: Shell,
  refuse: Refuse,
): Promise<void> {
  const shown = several ? files.filter(({ changes }) => changes.some(isDrawn)) : files;
  if (shown.length === 0) {
    shell.complain('procedo: There is no change to draw.');
    return;
  }
  const destination = chooseDestination(options.output, shown.length > 1, shell);
  for (const { name, place, before, after, changes } of shown) {
    const { value, problems } = await renderComparison(before, after, changes, titles);
    for (const { severity, message } of problems) shell.complain(`${name}: ${severity}: ${message}`);
    if (value === undefined) refuse(`${name}: error: There is nothing to draw in it.`);
    else put(destination, place.replace(/(\.[^./]+)$/, '.svg'), value, refuse);
    if (typeof destination === 'string') return;
  }
}

function isDrawn({ kind }: Change): boolean {
  return kind !== 'id';
}
