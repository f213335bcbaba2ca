/** How `diff` prints. */
import type { Change, ChangeKind } from '../workspace/index.ts';
import { visibleText } from './visible-text.ts';

/** A file and what has changed in it. */
export interface ComparedFile {
  readonly name: string;
  /** Where its picture goes in a folder. */
  readonly place: string;
  /** Whether the file is on both sides, only after, or only before. */
  readonly status: 'changed' | 'added' | 'removed';
  readonly changes: readonly Change[];
}

/** What says nothing of a process or case. */
const quietKinds: ReadonlySet<ChangeKind> = new Set(['drawing', 'file']);

/** Whether a change is of what the model says, and not only of its drawing or its file. */
export function isOfModel({ kind }: Change): boolean {
  return !quietKinds.has(kind);
}

/** The list of the changes; that of several files says with each in which it is. */
export function asJson(files: readonly ComparedFile[], hasNames: boolean): string {
  const list = files.flatMap(({ name, changes }) =>
    changes.map(({ kind, element, before, after, sentence }) => ({
      ...(hasNames && { file: name }),
      kind,
      element,
      before,
      after,
      sentence,
    })),
  );
  return `${JSON.stringify(list, null, 2)}\n`;
}

const signs = { added: '+', removed: '-', changed: '~' } as const;
/** Green, red and blue of a terminal; the signs say the same without them. */
const colours = { added: 32, removed: 31, changed: 34 } as const;

function signOf({ kind }: Change): keyof typeof signs {
  return kind === 'added' || kind === 'removed' ? kind : 'changed';
}

/** Sentences below the process or case that they are about. */
export function asText(
  files: readonly ComparedFile[],
  look: { readonly isColoured: boolean; readonly hasNames: boolean },
): string {
  if (files.length === 0) return 'No changes.\n';
  const paint = (text: string, code: number) => (look.isColoured ? `\u001b[${code}m${text}\u001b[0m` : text);
  const lines = files.flatMap((file) => {
    const head = look.hasNames || file.status !== 'changed' ? [paint(titleOf(file), 1)] : [];
    const groups = [...groupsOf(file.changes)].flatMap(([group, changes]) => [
      ...(group === '' ? [] : [visibleText(group)]),
      ...changes.map((change) => {
        const sign = signOf(change);
        return `  ${paint(`${signs[sign]} ${visibleText(change.sentence)}`, colours[sign])}`;
      }),
    ]);
    return [...head, ...groups, ''];
  });
  return `${lines.join('\n')}\n${countsOf(files)}\n`;
}

function titleOf({ name, status }: ComparedFile): string {
  return `${visibleText(name)}${status === 'changed' ? '' : ` (${status})`}`;
}

/** The same as Markdown, for a comment or the summary of a job. */
export function asMarkdown(files: readonly ComparedFile[]): string {
  if (files.length === 0) return 'No changes.\n';
  const parts = files.flatMap((file) => {
    const title = `### ${codeSpan(file.name)}${file.status === 'changed' ? '' : ` (${file.status})`}`;
    const groups = [...groupsOf(file.changes)].flatMap(([group, changes]) => [
      ...(group === '' ? [] : [`**${escaped(group)}**`]),
      changes.map((change) => `- ${signWord(change)} ${escaped(change.sentence)}`).join('\n'),
    ]);
    return [title, ...groups];
  });
  return `${[...parts, countsOf(files)].join('\n\n')}\n`;
}

function signWord(change: Change): string {
  return { added: '➕', removed: '➖', changed: '✏️' }[signOf(change)];
}

/** Changes by what they are about, in their order. */
function groupsOf(changes: readonly Change[]): Map<string, Change[]> {
  return Map.groupBy(changes, ({ group }) => group);
}

function countsOf(files: readonly ComparedFile[]): string {
  const all = files.flatMap(({ changes }) => changes).filter(isOfModel);
  if (all.length === 0) return 'Nothing changed in what the processes and cases say.';
  const of = (sign: keyof typeof signs) => all.filter((change) => signOf(change) === sign).length;
  const total = `${all.length} change${all.length === 1 ? '' : 's'}`;
  const inFiles = files.length > 1 ? ` in ${files.length} files` : '';
  return `${total}${inFiles}: ${of('added')} added, ${of('removed')} removed, ${of('changed')} changed.`;
}

/** A sentence in which nothing of a label is Markdown or HTML, and code stays code. */
function escaped(sentence: string): string {
  const parts = visibleText(sentence).split(/(`[^`]*`)/);
  return parts
    .map((part, index) =>
      index % 2 === 1 ? codeSpan(part.slice(1, -1)) : part.replace(/[\\`*_{}[\]()#+<>|~@&!]/g, '\\$&'),
    )
    .join('');
}

function codeSpan(text: string): string {
  return `<code>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('|', '&#124;').replaceAll('@', '&#64;')}</code>`;
}
