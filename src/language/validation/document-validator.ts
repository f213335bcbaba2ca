import {
  type AstNode,
  type AstReflection,
  Cancellation,
  DefaultDocumentValidator,
  type DiagnosticInfo,
  diagnosticData,
  getDiagnosticRange,
  interruptAndCheck,
  type LangiumCoreServices,
  type LangiumDocument,
  type ParseResult,
  type ValidationAcceptor,
  type ValidationOptions,
} from 'langium';
import { isUnknown, isUnknownItem, isValue, type Model } from '../generated/ast.ts';
import { hasLatePlace } from '../late-places.ts';
import type { LexingProblem } from '../lexing/lexing-problem.ts';
import { explainUnknown, type UnknownReference } from '../scoping/unknown-reference.ts';
import { nodesIn } from '../tree-walk.ts';
import { checksOf } from './checks.ts';
import { mayHoldPhrases, phrasesIn } from './phrases.ts';

type Diagnostic = NonNullable<LangiumDocument['diagnostics']>[number];

/** Codes of what Langium finds by itself. */
const CHARACTER = 'unexpected-character';
const SYNTAX = 'syntax';

const PHRASE = 'case-phrase';
/** Codes of what is told of a line that was meant in another way. */
const LOST: ReadonlySet<string> = new Set([
  SYNTAX,
  'unknown-word',
  'unknown-transition',
  'missing-operand',
  'flow-in-case',
  'clause',
  'unknown-reference',
  'root-word',
  'word-as-name',
  'unquoted-text',
  'unnamed',
  'missing-time',
  'duplicate-id',
  CHARACTER,
]);

/** Of more unknown names than this none is searched for one of like spelling: each takes all names of the file. */
const MOST_SUGGESTED = 100;

/** So many nodes are checked before the checking may be interrupted. */
const AT_A_TIME = 50;

const NOWHERE: Diagnostic['range'] = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function withLateRange(diagnostic: Diagnostic, rangeOf: () => Diagnostic['range']): Diagnostic {
  return Object.defineProperty(diagnostic, 'range', { get: rangeOf, enumerable: true });
}

/** Names behind a word that is missing: they are told there, and not where they are used. */
function wordsForNames(root: AstNode): ReadonlySet<string> {
  const words = nodesIn(root).flatMap((node) =>
    (isUnknown(node) || isUnknownItem(node)) && node.name === undefined && node.label !== undefined ? [node.word] : [],
  );
  return new Set(words.filter((word) => word !== undefined));
}

/** Langium's own findings (lexer, parser, names) in our words and with our codes; the checks are in the files beside. */
export class ProcedoDocumentValidator extends DefaultDocumentValidator {
  private readonly services: LangiumCoreServices;
  private readonly reflection: AstReflection;

  constructor(services: LangiumCoreServices) {
    super(services);
    this.services = services;
    this.reflection = services.shared.AstReflection;
  }

  /** A line that is known as a whole has one problem, in place of all that the parser made of it. */
  override async validateDocument(
    document: LangiumDocument,
    options?: ValidationOptions,
    cancelToken?: Cancellation.CancellationToken,
  ): Promise<Diagnostic[]> {
    const diagnostics = await super.validateDocument(document, options, cancelToken);
    const lost = diagnostics.filter(({ code }) => LOST.has(String(code)));
    const text = document.textDocument.getText();
    if (lost.length === 0 || !mayHoldPhrases(text, lost)) return diagnostics;
    const phrases = phrasesIn(document.parseResult.value as Model, text, lost);
    const starts = new Map(phrases.map(({ range: { start } }) => [start.line, start.character]));
    const isFollowing = ({ range: { start } }: Diagnostic) =>
      start.character >= (starts.get(start.line) ?? Number.POSITIVE_INFINITY);
    return [
      ...diagnostics.filter((diagnostic) => !isFollowing(diagnostic)),
      ...phrases.map(({ message, range, text }) => ({
        ...this.error(PHRASE, message, range),
        data: { code: PHRASE, ...(text !== undefined && { text }) },
      })),
    ];
  }

  protected override processLexingErrors(parseResult: ParseResult, diagnostics: Diagnostic[]): void {
    for (const error of parseResult.lexerErrors) {
      const code = 'code' in error && typeof error.code === 'string' ? error.code : CHARACTER;
      const line = (error.line ?? 1) - 1;
      const character = (error.column ?? 1) - 1;
      const range = { start: { line, character }, end: { line, character: character + error.length } };
      const diagnostic = this.error(code, error.message, range);
      if ('data' in error) diagnostic.data = { code, ...(error as LexingProblem).data };
      diagnostics.push(diagnostic);
    }
  }

  /** One problem a line: what the parser says of a line that the lexer could not read is a consequence. */
  protected override processParsingErrors(
    parseResult: ParseResult,
    diagnostics: Diagnostic[],
    options: ValidationOptions,
  ): void {
    const lines = new Set(diagnostics.map((diagnostic) => diagnostic.range.start.line));
    const found: Diagnostic[] = [];
    super.processParsingErrors(parseResult, found, options);
    for (const { message, range } of found) {
      if (lines.has(range.start.line)) continue;
      lines.add(range.start.line);
      diagnostics.push(this.error(SYNTAX, String(message), range));
    }
  }

  protected override processLinkingErrors(document: LangiumDocument, diagnostics: Diagnostic[]): void {
    let explained = 0;
    let half: ReadonlySet<string> | undefined;
    for (const reference of document.references) {
      const error = reference.error;
      // What `with` names is told where the schema is known (detail-values.ts).
      if (!error || isValue(error.info.container)) continue;
      half ??= wordsForNames(document.parseResult.value);
      if (half.has(reference.$refText)) continue;
      const { container } = error.info;
      const rangeOf = () => (container.$cstNode ? reference.$refNode?.range : undefined);
      const isLate = hasLatePlace(container);
      const range = isLate ? NOWHERE : rangeOf();
      if (!range) continue;
      const unknown: UnknownReference = explainUnknown(error.info, this.services, ++explained <= MOST_SUGGESTED);
      const diagnostic = this.error(unknown.code, unknown.message, range);
      diagnostic.data = { code: unknown.code, suggestion: unknown.suggestion, type: unknown.type };
      if (unknown.severity === 'warning') diagnostic.severity = 2;
      diagnostics.push(isLate ? withLateRange(diagnostic, () => rangeOf() ?? NOWHERE) : diagnostic);
    }
  }

  /** Whoever imports a text asks for no place of a warning. */
  protected override toDiagnostic<N extends AstNode>(
    severity: Parameters<ValidationAcceptor>[0],
    message: string,
    info: DiagnosticInfo<N, string>,
  ): Diagnostic {
    if (info.range || !hasLatePlace(info.node)) return super.toDiagnostic(severity, message, info);
    return withLateRange(super.toDiagnostic(severity, message, { ...info, range: NOWHERE }), () =>
      getDiagnosticRange(info),
    );
  }

  /** Langium waits for each check of each node, which takes longer than the checks: ours wait for nothing. */
  protected override async validateAstNodes(
    root: AstNode,
    _options: ValidationOptions,
    accept: ValidationAcceptor,
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<void> {
    for (const [index, node] of nodesIn(root).entries()) {
      if (index % AT_A_TIME === 0) await interruptAndCheck(cancelToken);
      for (const check of checksOf(node.$type, this.reflection)) check(node, accept);
    }
  }

  private error(code: string, message: string, range: Diagnostic['range']): Diagnostic {
    return { severity: 1, code, message, range, data: diagnosticData(code), source: this.getSource() };
  }
}
