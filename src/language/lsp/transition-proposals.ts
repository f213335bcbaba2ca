import { AstUtils, GrammarUtils } from 'langium';
import type { CompletionValueItem } from 'langium/lsp';
import { CompletionItemKind } from 'vscode-languageserver';
import { isOnPart, type OnPart } from '../generated/ast.ts';
import { transitionsOfPart } from '../transitions.ts';
import type { Cursor } from './cursor.ts';
import { sortTextOf } from './proposals.ts';

/** What the item before the caret may do, where its transition is due: behind `enter when inspect `. */
export function transitionProposals(cursor: Cursor, text: string): CompletionValueItem[] | undefined {
  const part = partAt(cursor, text);
  if (!part) return undefined;
  return transitionsOfPart(part)
    .filter(({ verb }) => verb.startsWith(cursor.word))
    .map(({ verb, event, means }, index) => ({
      label: verb,
      detail: event,
      documentation: means,
      kind: CompletionItemKind.EnumMember,
      sortText: sortTextOf(index),
    }));
}

/** The part of a criterion whose item ends right before the word at the caret. */
function partAt({ before, wordStart }: Cursor, text: string): OnPart | undefined {
  const statement = before.at(-1);
  if (!statement) return undefined;
  return AstUtils.streamAllContents(statement)
    .filter(isOnPart)
    .find((part) => {
      const item = (part.path.at(-1) ?? part.source).$refNode;
      if (!item || item.end >= wordStart || text.slice(item.end, wordStart).trim() !== '') return false;
      const transition = GrammarUtils.findNodeForProperty(part.$cstNode, 'transition');
      return !transition || transition.offset === wordStart;
    });
}
