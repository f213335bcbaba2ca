import type { CompletionValueItem } from 'langium/lsp';
import { CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver';
import type { Construct, Role } from '../construct.ts';
import { isBranch } from '../generated/ast.ts';
import type { Cursor } from './cursor.ts';
import { constructMarkdown } from './markdown.ts';

/** A construct that may open a statement at the caret, and its place in the list. */
export interface RankedConstruct {
  readonly construct: Construct;
  readonly rank: number;
}

const kindOfRole: Readonly<Record<Role, CompletionItemKind>> = {
  declaration: CompletionItemKind.Struct,
  step: CompletionItemKind.Function,
  control: CompletionItemKind.Keyword,
  trigger: CompletionItemKind.Event,
  clause: CompletionItemKind.Property,
  constant: CompletionItemKind.Constant,
};

/**
 * The proposal of a keyword: its snippet where one fits (the client takes snippets, nothing stands behind the caret).
 * @param rank its place in the list, from 0; smaller comes first
 */
export function keywordProposal(
  construct: Construct,
  rank: number,
  cursor: Cursor,
  snippets: boolean,
): CompletionValueItem {
  const insertText = construct.snippet && unlikeOthers(construct.snippet, cursor);
  const fits = insertText !== undefined && cursor.lineEndsHere && snippets;
  return {
    label: construct.keyword,
    kind: kindOfRole[construct.role],
    detail: construct.term,
    documentation: { kind: MarkupKind.Markdown, value: constructMarkdown(construct) },
    sortText: sortTextOf(rank),
    ...(fits ? { insertText, insertTextFormat: InsertTextFormat.Snippet } : {}),
  };
}

/** Of "yes" and "no" a branch gets the one that no branch before it has. */
function unlikeOthers(snippet: string, { before }: Cursor): string {
  const taken = before.map((statement) => (isBranch(statement) ? statement.label?.toLowerCase() : undefined));
  return snippet.replace(/^(when|otherwise) "\$\{1:(yes|no)\}"/, (whole, word: string, label: string) => {
    const other = label === 'yes' ? 'no' : 'yes';
    return taken.includes(label) && !taken.includes(other) ? `${word} "\${1:${other}}"` : whole;
  });
}

/** A text that sorts as the number does. */
export function sortTextOf(rank: number): string {
  return String(Math.round(rank * 100)).padStart(6, '0');
}
