/** What can be done about a finding: its run played, its rule looked up or suppressed, and the runs that show something. */
import { DocumentState } from 'langium';
import { createServerRequestHandler, type LangiumSharedServices } from 'langium/lsp';
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CodeLens,
  type CodeLensParams,
  type Command,
  type Connection,
  type Range,
} from 'vscode-languageserver';
import type { Severity } from '../base/problem.ts';
import { comparePositions } from '../base/range.ts';
import {
  type FindingRun,
  type FindingRunParams,
  findingRunRequest,
  openRuleCommand,
  playRunCommand,
} from '../protocol/findings.ts';
import type { DocumentFinding } from './document-finding.ts';
import type { FindingStore } from './finding-store.ts';
import { FIX_ALL, type FixActions } from './fix-actions.ts';
import { isLayoutFile, type ModelSource } from './model-source.ts';
import { staleLineActions } from './stale-lines.ts';
import { suppressing } from './suppressing.ts';

/** Answers code actions and code lenses: for texts those of the language too. */
export function answerFindingActions(
  shared: LangiumSharedServices,
  source: ModelSource,
  store: FindingStore,
  fixes: FixActions,
  connection: Connection,
): void {
  const ofLanguage = languageAnswers(shared);
  const textOf = (uri: string) => shared.workspace.TextDocuments.get(uri)?.getText();
  const findingsOf = (uri: string) => store.of(uri, textOf(uri) ?? '');
  connection.onCodeLens(async (params, token) => {
    const { uri } = params.textDocument;
    const lenses = source.isText(uri) ? await ofLanguage.codeLenses(params, token) : [];
    return [...listed(lenses), ...findingsOf(uri).flatMap((finding) => lensOf(uri, finding) ?? [])];
  });
  connection.onCodeAction(async (params, token) => {
    const { uri } = params.textDocument;
    if (isLayoutFile(uri)) return staleLineActions(source, params);
    const actions = source.isText(uri) ? await ofLanguage.codeActions(params, token) : [];
    const wants = (kind: CodeActionKind) => params.context.only?.some((wanted) => isKind(kind, wanted));
    // Nobody who asks for no kind in particular means to change the whole document.
    const all = wants(FIX_ALL) ? await fixes.fixAll(uri) : undefined;
    const isQuick = wants(CodeActionKind.QuickFix) ?? true;
    const found = isQuick ? findingsOf(uri).filter(({ range }) => range && touch(range, params.range)) : [];
    const mending = await fixes.fixesOf(params, found);
    const text = textOf(uri) ?? '';
    const fixesOf = (finding: DocumentFinding) => mending.flatMap((fix) => (fix.finding === finding ? fix.action : []));
    const worstFirst = found.toSorted((a, b) => ranks.indexOf(a.severity) - ranks.indexOf(b.severity));
    // What mends any of them stands before what silences or explains one.
    const quick = [fixesOf, playAction(uri), suppressAction(uri, text), pageAction].flatMap((actions) =>
      worstFirst.flatMap((finding) => actions(finding).map((action) => about(finding, action, params))),
    );
    return [...listed(actions), ...quick, ...(all ? [all] : [])];
  });
  connection.onRequest(findingRunRequest, ({ uri, rule, element }: FindingRunParams): FindingRun | null => {
    const found = findingsOf(uri).find((one) => one.code === rule && one.element === element && one.run.length > 0);
    return found ? { message: found.message, acts: found.run.map((act) => ({ in: 'processes', act })) } : null;
  });
}

/** What Langium answers for texts. */
function languageAnswers(shared: LangiumSharedServices) {
  return {
    codeLenses: createServerRequestHandler<CodeLensParams, CodeLens[], CodeLens[], void>(
      async ({ lsp }, document, params, token) =>
        (await lsp?.CodeLensProvider?.provideCodeLens(document, params, token)) ?? [],
      shared,
      DocumentState.IndexedReferences,
    ),
    codeActions: createServerRequestHandler<CodeActionParams, (CodeAction | Command)[], CodeAction[], void>(
      async ({ lsp }, document, params, token) =>
        (await lsp?.CodeActionProvider?.getCodeActions(document, params, token)) ?? [],
      shared,
      DocumentState.Validated,
    ),
  };
}

/** Langium answers with a list, or with an error that it has told already. */
function listed<T>(answer: readonly T[] | object | null): readonly T[] {
  return Array.isArray(answer) ? answer : [];
}

const playTitle = 'Play the run that leads here';

function lensOf(uri: string, finding: DocumentFinding): CodeLens | undefined {
  return finding.run.length > 0 && finding.range
    ? { range: finding.range, command: { ...playing(uri, finding), title: `▷ ${playTitle}` } }
    : undefined;
}

function playing(uri: string, { code, element = '' }: DocumentFinding): Command {
  return { title: playTitle, command: playRunCommand, arguments: [uri, code, element] };
}

const ranks: readonly Severity[] = ['error', 'warning', 'info'];

function playAction(uri: string): (finding: DocumentFinding) => CodeAction[] {
  return (finding) => (finding.run.length > 0 ? [{ title: playTitle, command: playing(uri, finding) }] : []);
}

function suppressAction(uri: string, text: string): (finding: DocumentFinding) => CodeAction[] {
  return (finding) => {
    const edit = suppressing(text, uri, finding);
    return edit ? [{ title: `Suppress ${finding.code} on this line`, edit: { changes: { [uri]: [edit] } } }] : [];
  };
}

function pageAction({ code }: DocumentFinding): CodeAction[] {
  const command = { title: 'Open the page', command: openRuleCommand, arguments: [code] };
  return [{ title: `Open the page of ${code}`, command }];
}

/** A fix of a finding as the client has it, so that the list of problems offers it too. */
function about({ code, message }: DocumentFinding, action: CodeAction, { context }: CodeActionParams): CodeAction {
  const diagnostics = context.diagnostics.filter((one) => one.code === code && one.message === message);
  return { ...action, kind: CodeActionKind.QuickFix, ...(diagnostics.length > 0 && { diagnostics }) };
}

function touch(one: Range, other: Range): boolean {
  return comparePositions(one.start, other.end) <= 0 && comparePositions(other.start, one.end) <= 0;
}

/** A kind is asked for by itself, with those that it is one of, or with all. */
function isKind(kind: CodeActionKind, wanted: CodeActionKind): boolean {
  return kind === wanted || wanted === '' || kind.startsWith(`${wanted}.`);
}
