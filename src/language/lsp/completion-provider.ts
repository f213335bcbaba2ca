import type { IToken } from 'chevrotain';
import type { AstNode, AstNodeDescription, GrammarAST, LangiumDocument, ReferenceInfo, Stream } from 'langium';
import {
  type CompletionAcceptor,
  type CompletionContext,
  type CompletionProviderOptions,
  type CompletionValueItem,
  DefaultCompletionProvider,
} from 'langium/lsp';
import {
  type CancellationToken,
  type CompletionItem,
  CompletionItemKind,
  CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  type Position,
} from 'vscode-languageserver';
import { isInLane } from '../generated/ast.ts';
import { clauseFor, isOperandDue } from './clause-proposals.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import { keywordProposal, sortTextOf } from './proposals.ts';
import { quotedId } from './quoted-id.ts';
import { isSensibleTarget, lanesAround, matches, referenceProposal } from './reference-proposals.ts';
import { statementsAt } from './statement-proposals.ts';

/**
 * What may come next. Where a statement may open, the table of constructs says which; inside a statement the grammar says
 * which clauses and references may follow, and this provider keeps those that make sense there.
 */
export class ProcedoCompletionProvider extends DefaultCompletionProvider {
  override readonly completionOptions: CompletionProviderOptions = { triggerCharacters: ['>', '.', ' '] };

  /** By the position of a request, which its contexts carry: found out once, not once a keyword. */
  private readonly cursors = new WeakMap<Position, Cursor>();

  override async getCompletion(
    document: LangiumDocument<AstNode>,
    params: CompletionParams,
    cancelToken?: CancellationToken,
  ): Promise<CompletionList> {
    const cursor = cursorAt(document, params.position);
    if (!cursor || !isWanted(cursor, params)) return CompletionList.create([], false);
    this.cursors.set(params.position, cursor);
    const items = cursor.opensStatement
      ? this.statements(document, cursor, params)
      : await this.continuations(document, cursor, params, cancelToken);
    return CompletionList.create(items.sort(bySortText), true);
  }

  private statements(document: LangiumDocument, cursor: Cursor, params: CompletionParams): CompletionItem[] {
    const context = contextOf(document, cursor, params);
    return statementsAt(cursor).flatMap(({ construct, rank }) => {
      const proposal = keywordProposal(construct, rank, cursor, this.takesSnippets());
      return this.fillCompletionItem(context, proposal) ?? [];
    });
  }

  private async continuations(
    document: LangiumDocument<AstNode>,
    cursor: Cursor,
    params: CompletionParams,
    cancelToken?: CancellationToken,
  ): Promise<CompletionItem[]> {
    const statement = cursor.before.at(-1);
    if (isInLane(statement) && cursor.wordBefore === 'in') return this.lanes(document, cursor, params, statement);
    const list = await super.getCompletion(document, params, cancelToken);
    return list?.items ?? [];
  }

  private lanes(
    document: LangiumDocument<AstNode>,
    cursor: Cursor,
    params: CompletionParams,
    statement: AstNode,
  ): CompletionItem[] {
    const context = contextOf(document, cursor, params);
    const fitting = lanesAround(statement).filter(({ id, label }) => matches(cursor.word, [id, label ?? '']));
    return fitting.flatMap(({ id, label }, index) => {
      const insertText = quotedId(id);
      const item: CompletionValueItem = {
        label: id,
        labelDetails: label ? { description: label } : undefined,
        filterText: `${id} ${label ?? ''}`,
        kind: CompletionItemKind.Module,
        detail: 'Lane',
        sortText: sortTextOf(index),
        textEdit: this.replaceWord(context, insertText),
      };
      return this.fillCompletionItem(context, item) ?? [];
    });
  }

  protected override completionForKeyword(
    context: CompletionContext,
    keyword: GrammarAST.Keyword,
    acceptor: CompletionAcceptor,
  ): void {
    const cursor = this.cursors.get(context.position);
    const clause = cursor && clauseFor(keyword, cursor);
    if (clause) acceptor(context, keywordProposal(clause.construct, clause.rank, cursor, this.takesSnippets()));
  }

  protected override getReferenceCandidates(
    reference: ReferenceInfo,
    _context: CompletionContext,
  ): Stream<AstNodeDescription> {
    return this.scopeProvider
      .getScope(reference)
      .getAllElements()
      .filter(({ node }) => node === undefined || isSensibleTarget(node, reference));
  }

  protected override createReferenceCompletionItem(
    description: AstNodeDescription,
    _reference: ReferenceInfo,
    context: CompletionContext,
  ): CompletionValueItem {
    const typed = context.textDocument.getText().slice(context.tokenOffset, context.offset);
    const item = referenceProposal(description, typed);
    // An item without a label is dropped by the acceptor: the way this class has to say "none".
    if (!item) return {};
    const kind = this.nodeKindProvider.getCompletionItemKind(description);
    return { ...item, kind, textEdit: this.replaceWord(context, item.insertText ?? description.name) };
  }

  /** The edit that puts `newText` in the place of what is typed: whether it matches is decided already. */
  private replaceWord(context: CompletionContext, newText: string): CompletionItem['textEdit'] {
    const start = context.textDocument.positionAt(context.tokenOffset);
    return { newText, range: { start, end: context.position } };
  }

  /** The tokens around the caret, without those that only balance braces: they stand nowhere in the text. */
  protected override backtrackToAnyToken(text: string, offset: number): TokensAtCaret {
    const tokens = this.lexer.tokenize(text, { mode: 'partial' }).tokens;
    const previous = tokens.findLast((token) => endOf(token) <= offset);
    const around = tokens.find((token) => token.startOffset < offset && endOf(token) > offset);
    return {
      nextTokenStart: around?.startOffset ?? offset,
      nextTokenEnd: around ? endOf(around) : offset,
      previousTokenStart: previous?.startOffset,
      previousTokenEnd: previous && endOf(previous),
    };
  }

  private takesSnippets(): boolean {
    return this.clientCapabilities?.completionItem?.snippetSupport === true;
  }
}

/** What Langium's completion asks of the tokens at the caret; ends are exclusive. */
interface TokensAtCaret {
  nextTokenStart: number;
  nextTokenEnd: number;
  previousTokenStart?: number;
  previousTokenEnd?: number;
}

function endOf(token: IToken): number {
  return (token.endOffset ?? token.startOffset) + 1;
}

function bySortText(a: CompletionItem, b: CompletionItem): number {
  return (a.sortText ?? '').localeCompare(b.sortText ?? '');
}

/** A blank opens the list only where an operand is due; asked for by hand it always comes. */
function isWanted(cursor: Cursor, { context }: CompletionParams): boolean {
  const byBlank = context?.triggerKind === CompletionTriggerKind.TriggerCharacter && context.triggerCharacter === ' ';
  return !byBlank || isOperandDue(cursor);
}

function contextOf(document: LangiumDocument, cursor: Cursor, { position }: CompletionParams): CompletionContext {
  return {
    document,
    textDocument: document.textDocument,
    offset: cursor.offset,
    position,
    tokenOffset: cursor.wordStart,
    tokenEndOffset: cursor.offset,
    features: [],
  };
}
