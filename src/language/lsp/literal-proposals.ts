// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of LSP snippets
/** What is proposed where a value is due that nothing in the file says yet: a condition, a time, a number, a label. */
import { type CstNode, CstUtils } from 'langium';
import type { CompletionValueItem } from 'langium/lsp';
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import { isBranch } from '../generated/ast.ts';
import { constructOfLeaf } from './construct-lookup.ts';
import type { Cursor } from './cursor.ts';
import { sortTextOf } from './proposals.ts';

/** A value as it is written, and what it means. Its snippet selects what to type over. */
interface Literal {
  readonly text: string;
  readonly means: string;
  readonly snippet: string;
}

const inTicks = (value: string, means: string): Literal => ({
  text: `\`${value}\``,
  means,
  snippet: `\`\${1:${value}}\``,
});

const condition = inTicks('condition', 'Condition');

/** By the word that nothing but a value can follow. */
const dueAfter: Readonly<Record<string, readonly Literal[]>> = {
  if: [condition],
  while: [condition],
  until: [condition],
  condition: [condition],
  after: [inTicks('PT1H', '1 hour'), inTicks('P2D', '2 days'), inTicks('P1W', '1 week')],
  at: [inTicks('2030-01-31T09:00:00Z', 'Date and time')],
  every: [inTicks('R/P1D', 'Every day'), inTicks('R3/PT1H', 'Every hour, three times')],
  times: [inTicks('3', 'How many')],
  max: [{ text: '3', means: 'How many rounds', snippet: '${1:3}' }],
  code: [{ text: '"E1"', means: 'Code', snippet: '"${1:E1}"' }],
};

/** The values that are due right before the caret, where nothing is typed of them; none where something else may stand there too. */
export function dueLiterals(cursor: Cursor, snippets: boolean): CompletionValueItem[] {
  const construct = cursor.word === '' ? wordBefore(cursor) : undefined;
  return proposals(construct?.role === 'step' ? [] : dueAfter[construct?.keyword ?? ''], cursor, snippets);
}

/** Label and condition of a branch, where they are not written yet: a block may follow as well. */
export function branchLiterals(cursor: Cursor, snippets: boolean): CompletionValueItem[] {
  const branch = cursor.before.at(-1);
  if (!isBranch(branch) || branch.kind !== 'when' || branch.condition || branch.body || cursor.word !== '') return [];
  if (branch.label !== undefined) return proposals([condition], cursor, snippets);
  return wordBefore(cursor)?.keyword === 'when' ? proposals([labelled], cursor, snippets) : [];
}

const labelled: Literal = {
  text: '"yes" `condition`',
  means: 'Label and condition',
  snippet: '"${1:yes}" `${2:condition}`',
};

function proposals(literals: readonly Literal[] | undefined, cursor: Cursor, snippets: boolean): CompletionValueItem[] {
  const isSnippet = snippets && cursor.lineEndsHere;
  return (literals ?? []).map(({ text, means, snippet }, index) => ({
    label: text,
    kind: CompletionItemKind.Value,
    detail: means,
    sortText: sortTextOf(index),
    ...(isSnippet ? { insertText: snippet, insertTextFormat: InsertTextFormat.Snippet } : { insertText: text }),
  }));
}

/** What the keyword right before the caret means, if the statement ends with one so far. */
function wordBefore({ before, wordStart }: Cursor): ReturnType<typeof constructOfLeaf> {
  const leaf = lastLeaf(before.at(-1)?.$cstNode, wordStart);
  return leaf && constructOfLeaf(leaf);
}

function lastLeaf(node: CstNode | undefined, offset: number): CstNode | undefined {
  if (!node) return undefined;
  return CstUtils.flattenCst(node)
    .filter((leaf) => !leaf.hidden && leaf.end <= offset)
    .toArray()
    .at(-1);
}
