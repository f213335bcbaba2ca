import { CstUtils, type LangiumDocument } from 'langium';
import type { CodeActionProvider, LangiumServices } from 'langium/lsp';
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import { comparePositions } from '../../base/range.ts';
import { type Fix, ProblemPlace } from './fixes/fix.ts';
import { fixerOf } from './fixes/fixers.ts';
import { writeId } from './fixes/id-fixes.ts';
import { isLabel } from './procedo-references.ts';

/** What kinds of code actions there are; the last is that of rules, which the server adds. */
export const CODE_ACTION_KINDS: readonly CodeActionKind[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorRewrite,
  `${CodeActionKind.SourceFixAll}.procedo`,
];

/** Fixes of the problems at a place, and changes of what is no problem: the id of a label, written down. */
export class ProcedoCodeActionProvider implements CodeActionProvider {
  private readonly services: LangiumServices;

  constructor(services: LangiumServices) {
    this.services = services;
  }

  getCodeActions(document: LangiumDocument, { range, context }: CodeActionParams): CodeAction[] {
    const wants = (kind: CodeActionKind): boolean => context.only?.some((one) => isKind(kind, one)) ?? true;
    const fixes = wants(CodeActionKind.QuickFix) ? problemsAt(document, range, context.diagnostics) : [];
    return distinct([
      ...fixes.flatMap((diagnostic) => this.fixesOf(document, diagnostic)),
      ...(wants(CodeActionKind.RefactorRewrite) ? this.rewrites(document, range) : []),
    ]);
  }

  private fixesOf(document: LangiumDocument, diagnostic: Diagnostic): CodeAction[] {
    const place = new ProblemPlace(document, diagnostic, this.services);
    const fixes = fixerOf(String(diagnostic.code))(place).filter((fix) => canBePut(document, fix, diagnostic));
    return fixes.map((fix) => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: fix.preferred === true,
      edit: { changes: changesOf(document, fix) },
    }));
  }

  private rewrites(document: LangiumDocument, { start }: Range): CodeAction[] {
    const root = document.parseResult.value.$cstNode;
    const leaf = root && CstUtils.findLeafNodeAtOffset(root, document.textDocument.offsetAt(start));
    if (!leaf || !isLabel(leaf)) return [];
    return writeId(leaf.astNode, this.services).map((fix) => ({
      title: fix.title,
      kind: CodeActionKind.RefactorRewrite,
      edit: { changes: changesOf(document, fix) },
    }));
  }
}

/** Whether no word is put behind a text that is never closed, where it would become part of that text. */
function canBePut(document: LangiumDocument, { edits }: Fix, { code }: Diagnostic): boolean {
  const root = document.parseResult.value.$cstNode;
  if (!root || 'get' in edits || code === 'unclosed-text') return true;
  return edits.every(({ range, newText }) => {
    const offset = document.textDocument.offsetAt(range.start);
    const before = offset > 0 ? CstUtils.findLeafNodeAtOffset(root, offset - 1) : undefined;
    return newText === '' || newText.startsWith('\n') || !before?.tokenType.name.startsWith('OPEN_');
  });
}

/** Two problems of one place may have the same fix: it is offered once, for both. */
function distinct(actions: readonly CodeAction[]): CodeAction[] {
  const groups = Map.groupBy(actions, ({ title, edit }) => `${title} ${JSON.stringify(edit)}`);
  return [...groups.values()].flatMap(([first, ...more]) => {
    if (!first || more.length === 0) return first ?? [];
    const diagnostics = [first, ...more].flatMap((action) => action.diagnostics ?? []);
    return [{ ...first, diagnostics, isPreferred: [first, ...more].some(({ isPreferred }) => isPreferred) }];
  });
}

/** `refactor` asks for `refactor.rewrite` too. */
function isKind(kind: CodeActionKind, wanted: CodeActionKind): boolean {
  return kind === wanted || wanted === '' || kind.startsWith(`${wanted}.`);
}

/** Our own problems that touch the range, as the client has them where it does: it knows them by their identity. */
function problemsAt(document: LangiumDocument, range: Range, told: readonly Diagnostic[]): Diagnostic[] {
  const touches = ({ start, end }: Range): boolean =>
    comparePositions(start, range.end) <= 0 && comparePositions(range.start, end) <= 0;
  const own = (document.diagnostics ?? []).filter((diagnostic) => touches(diagnostic.range));
  return own.map((diagnostic) => {
    const same = told.find((one) => one.code === diagnostic.code && isSame(one.range, diagnostic.range));
    return { ...diagnostic, ...same, data: diagnostic.data, code: diagnostic.code };
  });
}

function isSame(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.start) === 0 && comparePositions(a.end, b.end) === 0;
}

function changesOf(document: LangiumDocument, { edits }: Fix): Record<string, TextEdit[]> {
  if (!('get' in edits)) return { [document.uri.toString()]: [...edits] };
  return Object.fromEntries([...edits].map(([uri, all]) => [uri, [...all]]));
}
