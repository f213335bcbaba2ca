/** What mends findings, as edits of their document. */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changeOf } from '../base/text-change.ts';
import { type Files, loadFixes, type SourceDocument, SourceReader } from '../workspace/index.ts';
import type { DocumentFinding } from './document-finding.ts';
import type { Linter } from './linter.ts';
import type { ModelSource } from './model-source.ts';

/** Everything that can be mended without asking, in a whole document: by hand, or when it is saved. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.procedo`;

/** A fix of XML takes as long as reading the file: in one with more characters than these it is looked for only if somebody asks. */
const LARGE = 300_000;

export class FixActions {
  readonly #source: ModelSource;
  readonly #linter: Linter;
  readonly #files: Files;

  constructor(source: ModelSource, linter: Linter, files: Files) {
    this.#source = source;
    this.#linter = linter;
    this.#files = files;
  }

  /** The fixes of some findings of a document, each with its finding. */
  async fixesOf(
    { textDocument: { uri }, context }: CodeActionParams,
    found: readonly DocumentFinding[],
  ): Promise<{ readonly finding: DocumentFinding; readonly action: CodeAction }[]> {
    const fixable = found.filter(({ fix }) => fix !== undefined);
    const document = fixable.length > 0 ? await this.#source.document(uri) : undefined;
    const isAsked = context.triggerKind === CodeActionTriggerKind.Invoked;
    if (!document || (!isAsked && document.kind !== 'text' && document.text.length > LARGE)) return [];
    const { fixesFor } = await loadFixes();
    const all = await this.#linter.lint(uri, document);
    return fixable.flatMap((finding) => {
      const same = all.filter(
        ({ rule, message, element, range }) =>
          rule.name === finding.code &&
          message === finding.message &&
          element === finding.element &&
          // Comments have no element, and several may say the same.
          (element !== undefined || range?.start.line === finding.range?.start.line),
      );
      return fixesFor(document, same.slice(0, 1)).map(({ title, isSafe, edits }) => {
        const edit = { changes: { [uri]: edits.map(({ range, newText }) => ({ range, newText })) } };
        return { finding, action: { title, kind: CodeActionKind.QuickFix, isPreferred: isSafe, edit } };
      });
    });
  }

  /** Mends a document round by round; undefined if there is nothing to mend. */
  async fixAll(uri: string): Promise<CodeAction | undefined> {
    const document = await this.#source.document(uri);
    if (!document) return undefined;
    const { mend } = await loadFixes();
    const reader = new SourceReader(this.#files);
    const mended = await mend(document, {
      lint: await this.#linter.linting(uri),
      reopen: (text) => reader.open(document.path, new TextEncoder().encode(text)),
      isWanted: ({ fix }) => fix?.isSafe === true,
    });
    if (mended.count === 0) return undefined;
    const title = mended.count === 1 ? 'Mend what a rule finds' : `Mend ${mended.count} things that rules find`;
    return { title, kind: FIX_ALL, edit: { changes: { [uri]: editsBetween(document, mended.document.text) } } };
  }
}

/** Only what differs is changed: the caret, break points and folded blocks stay where they are. */
function editsBetween({ text }: SourceDocument, after: string): TextEdit[] {
  const document = TextDocument.create('', '', 0, text);
  const { at, removed, added } = changeOf(text, after);
  return at.map((start, index) => ({
    range: { start: document.positionAt(start), end: document.positionAt(start + (removed[index] ?? 0)) },
    newText: added[index] ?? '',
  }));
}
