import {
  type AstNode,
  type AstNodeDescription,
  AstUtils,
  type GrammarAST,
  type LangiumDocument,
  type LangiumDocuments,
  type ReferenceInfo,
  type Stream,
  stream,
  TextDocument,
  URI,
} from 'langium';
import {
  type CompletionAcceptor,
  type CompletionContext,
  type CompletionProviderOptions,
  type CompletionValueItem,
  DefaultCompletionProvider,
  type LangiumServices,
  type NextFeature,
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
import { isInLane, isModel, type Model } from '../generated/ast.ts';
import { idOf } from '../ids.ts';
import { quotedId } from '../quoted-id.ts';
import { clauseFor, isOperandDue } from './clause-proposals.ts';
import { type Cursor, cursorAt, localContext } from './cursor.ts';
import { type DetailCursor, detailCursorAt } from './detail-cursor.ts';
import {
  fitsReference,
  keyProposals,
  kindProposals,
  prefixProposals,
  referenceIn,
  valueProposals,
} from './detail-proposals.ts';
import { isLaneNode } from './lanes.ts';
import { branchLiterals, dueLiterals } from './literal-proposals.ts';
import { keywordProposal, sortTextOf } from './proposals.ts';
import { referenceOrder } from './reference-order.ts';
import { isFound, isSensibleTarget, lanesAround, matches, referenceProposal } from './reference-proposals.ts';
import { isInScenario, textProposals } from './scenario-proposals.ts';
import { statementsAt } from './statement-proposals.ts';
import { type TokensAtCaret, tokensAtCaret } from './tokens-at-caret.ts';
import { transitionProposals } from './transition-proposals.ts';

/** More proposals than this nobody reads: with each letter the list is made anew. */
const MOST = 200;

/** The rank from which statements come that may begin behind another one. */
const BEHIND_CLAUSES = 200;

/**
 * What may come next. Where a statement may open, the table of constructs says which; inside a statement the grammar says
 * which clauses and references may follow, and this provider keeps those that make sense there.
 */
export class ProcedoCompletionProvider extends DefaultCompletionProvider {
  override readonly completionOptions: CompletionProviderOptions = { triggerCharacters: ['>', '.', ' '] };

  private readonly documents: LangiumDocuments;
  /** The text of the last request, and what the parser made of it. */
  private read: { readonly text: string; readonly root: Model } | undefined;

  constructor(services: LangiumServices) {
    super(services);
    this.documents = services.shared.workspace.LangiumDocuments;
  }

  /** By the position of a request, which its contexts carry: found out once, not once a keyword. */
  private readonly cursors = new WeakMap<Position, Cursor>();

  override async getCompletion(
    document: LangiumDocument<AstNode>,
    params: CompletionParams,
    cancelToken?: CancellationToken,
  ): Promise<CompletionList> {
    const cursor = cursorAt(document, params.position);
    const transitions = cursor && transitionProposals(cursor, document.textDocument.getText());
    if (!cursor || !(transitions || isWanted(cursor, params))) return CompletionList.create([], false);
    this.cursors.set(params.position, cursor);
    const schema = detailCursorAt(document, cursor);
    const ofPlace = cursor.opensStatement
      ? () => this.statements(document, cursor, params)
      : () => this.continuations(document, cursor, params, cancelToken);
    if (transitions) return this.listOf(transitions, contextOf(document, cursor, params));
    const items = schema ? this.details(document, cursor, params, schema) : await ofPlace();
    return CompletionList.create(items.sort(bySortText).slice(0, MOST), true);
  }

  private listOf(proposals: readonly CompletionValueItem[], context: CompletionContext): CompletionList {
    return CompletionList.create(
      proposals.flatMap((item) => this.fillCompletionItem(context, item) ?? []),
      true,
    );
  }

  /** What the schema allows in `with`, in `define` and of vendors. */
  private details(
    document: LangiumDocument,
    cursor: Cursor,
    params: CompletionParams,
    schema: DetailCursor,
  ): CompletionItem[] {
    const context = contextOf(document, cursor, params);
    const items = this.detailItems(document, cursor, context, schema);
    return items.flatMap((item) => this.fillCompletionItem(context, item) ?? []);
  }

  private detailItems(
    document: LangiumDocument,
    cursor: Cursor,
    context: CompletionContext,
    schema: DetailCursor,
  ): CompletionValueItem[] {
    switch (schema.kind) {
      case 'key':
        return keyProposals(schema.block, cursor, this.takesSnippets());
      case 'prefix':
        return prefixProposals(document.parseResult.value);
      case 'kind':
        return kindProposals();
      case 'value': {
        const reference = referenceIn(schema.detail);
        if (!reference) return valueProposals(schema.detail);
        const names = this.scopeProvider.getScope(reference).getAllElements();
        return names
          .filter((description) => fitsReference(schema.detail, description))
          .distinct(({ name }) => name)
          .map((description) => this.createReferenceCompletionItem(description, reference, context))
          .toArray();
      }
      case 'nothing':
        return [];
    }
  }

  /** @param from the rank of the first of them */
  private statements(document: LangiumDocument, cursor: Cursor, params: CompletionParams, from = 0): CompletionItem[] {
    const context = contextOf(document, cursor, params);
    return statementsAt(cursor).flatMap(({ construct, rank }) => {
      const proposal = keywordProposal(construct, from + rank, cursor, this.takesSnippets());
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
    const root = document.parseResult.value;
    this.read = isModel(root) ? { text: document.textDocument.getText(), root } : undefined;
    const context = contextOf(document, cursor, params);
    const due = isInScenario(cursor) ? textProposals(cursor) : dueLiterals(cursor, this.takesSnippets());
    if (due.length > 0) return this.listOf(due, context).items;
    const list = await super.getCompletion(document, params, cancelToken);
    const literals = this.listOf(branchLiterals(cursor, this.takesSnippets()), context).items;
    const clauses = [...literals, ...(list?.items ?? [])];
    if (!cursor.isInLine || isOperandDue(cursor)) return clauses;
    // Blocks on one line hold several statements: the next one may begin here.
    const known = new Set(clauses.map(({ label }) => label));
    const next = this.statements(document, cursor, params, BEHIND_CLAUSES);
    return [...clauses, ...next.filter(({ label }) => !known.has(label))];
  }

  private lanes(
    document: LangiumDocument<AstNode>,
    cursor: Cursor,
    params: CompletionParams,
    statement: AstNode,
  ): CompletionItem[] {
    const context = contextOf(document, cursor, params);
    const own = laneOf(statement);
    const fitting = lanesAround(statement)
      .filter(({ id, label }) => matches(cursor.word, [id, label ?? '']))
      // Whoever writes `in` inside a lane means another one.
      .sort((a, b) => Number(a.id === own) - Number(b.id === own));
    return fitting.flatMap(({ id, label }, index) => {
      const insertText = quotedId(id, statement);
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

  protected override findFeaturesAt(document: TextDocument, offset: number): NextFeature[] {
    const root = this.documents.getDocument(URI.parse(document.uri))?.parseResult.value;
    if (!isModel(root)) return super.findFeaturesAt(document, offset);
    const { start, around } = localContext(root, document.getText(), offset);
    const text = `${around}${document.getText().slice(start, offset)}`;
    return super.findFeaturesAt(TextDocument.create(document.uri, document.languageId, 0, text), text.length);
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
    context: CompletionContext,
  ): Stream<AstNodeDescription> {
    const { offset, tokenOffset, textDocument } = context;
    const typed = textDocument.getText().slice(tokenOffset, offset);
    const candidates = this.scopeProvider
      .getScope(reference)
      .getAllElements()
      .filter((description) => isFound(description, typed))
      .filter(({ node }) => node === undefined || isSensibleTarget(node, reference, offset))
      .map((description) => ({ description, order: referenceOrder(description, reference, offset) }))
      .toArray();
    // In a long process only the first ones are made into proposals.
    candidates.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
    return stream(candidates.slice(0, MOST).map(({ description }) => description));
  }

  protected override createReferenceCompletionItem(
    description: AstNodeDescription,
    reference: ReferenceInfo,
    context: CompletionContext,
  ): CompletionValueItem {
    const typed = context.textDocument.getText().slice(context.tokenOffset, context.offset);
    const item = referenceProposal(description, typed, reference.container);
    // An item without a label is dropped by the acceptor: the way this class has to say "none".
    if (!item) return {};
    const kind = this.nodeKindProvider.getCompletionItemKind(description);
    const sortText = referenceOrder(description, reference, context.offset);
    return { ...item, kind, sortText, textEdit: this.replaceWord(context, item.insertText ?? description.name) };
  }

  /** The edit that puts `newText` in the place of what is typed: whether it matches is decided already. */
  private replaceWord(context: CompletionContext, newText: string): CompletionItem['textEdit'] {
    const start = context.textDocument.positionAt(context.tokenOffset);
    return { newText, range: { start, end: context.position } };
  }

  protected override backtrackToAnyToken(text: string, offset: number): TokensAtCaret {
    const start = this.read?.text === text ? localContext(this.read.root, text, offset).start : 0;
    return tokensAtCaret(this.lexer, text, offset, start);
  }

  private takesSnippets(): boolean {
    return this.clientCapabilities?.completionItem?.snippetSupport === true;
  }
}

function bySortText({ sortText: a = '' }: CompletionItem, { sortText: b = '' }: CompletionItem): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A blank opens the list only where an operand is due; asked for by hand it always comes. */
function isWanted(cursor: Cursor, { context }: CompletionParams): boolean {
  const byBlank = context?.triggerKind === CompletionTriggerKind.TriggerCharacter && context.triggerCharacter === ' ';
  return !byBlank || isOperandDue(cursor) || dueLiterals(cursor, false).length > 0;
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

/** The id of the lane that a statement stands in. */
function laneOf(statement: AstNode): string | undefined {
  const lane = AstUtils.getContainerOfType(statement.$container, isLaneNode);
  return lane && idOf(lane);
}
