/** Between texts of ours and XML, by the clipboard; and from Mermaid's. */
import {
  type CancellationToken,
  commands,
  type DataTransfer,
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditContext,
  type DocumentPasteEditProvider,
  DocumentPasteTriggerKind,
  type DocumentSymbol,
  env,
  languages,
  Position,
  type Range,
  type TextDocument,
  type TextEditor,
  WorkspaceEdit,
  window,
} from 'vscode';
import type { ViewProblem } from '../protocol/server.ts';
import type { Models } from './models.ts';
import { firstError, nameOf } from './telling.ts';

/** Puts what is selected in a text into the clipboard as XML; without a selection the whole model, with its drawing. */
export async function copyAsXml(models: Models, { document, selection }: TextEditor): Promise<void> {
  const { uri } = document;
  const result = selection.isEmpty
    ? await models.export(uri, { format: 'xml' })
    : await models.copyXml(uri, selection).then((found) => found && { content: found.xml, problems: found.problems });
  if (result?.content !== undefined) {
    await env.clipboard.writeText(result.content);
    const what = selection.isEmpty ? nameOf(uri) : 'The selection';
    window.setStatusBarMessage(`${what} is in the clipboard as XML.`, 5_000);
    return;
  }
  const hasErrors = !result || result.problems.some(({ severity }) => severity === 'error');
  const why = hasErrors ? firstError(result?.problems) : 'no element of the model is in the selection.';
  void window.showErrorMessage(`Nothing was copied: ${why}`);
}

const kind = DocumentDropOrPasteEditKind.Empty.append('procedo', 'text');

/** Pastes a file of BPMN or CMMN, steps of one, or a diagram of Mermaid's, as text of ours. The widget of pasting has it as it was. */
class PasteAsText implements DocumentPasteEditProvider {
  readonly #models: Models;

  constructor(models: Models) {
    this.#models = models;
  }

  async provideDocumentPasteEdits(
    document: TextDocument,
    [range, ...others]: readonly Range[],
    data: DataTransfer,
    { triggerKind }: DocumentPasteEditContext,
    token: CancellationToken,
  ): Promise<DocumentPasteEdit[]> {
    const xml = await data.get('text/plain')?.asString();
    if (!range || others.length > 0 || !xml || !(isModel(xml) || isMermaid(xml))) return [];
    const { text, part, problems } = (await this.#models.import(document.uri, xml, token)) ?? {};
    if (token.isCancellationRequested) return [];
    if (text !== undefined) {
      const [notKept, ...others] = isMermaid(xml) ? (problems ?? []) : [];
      const more = others.length > 0 ? ` And ${others.length} more.` : '';
      if (notKept) window.setStatusBarMessage(`Pasted, but not all of it: ${notKept.message}${more}`, 10_000);
      return [await pasteOf(text, part, document, range)];
    }
    const isMeant = isMermaid(xml) || isFile(xml) || /^\s*<(?:bpmn2?|semantic|cmmn):/.test(xml);
    if (isMeant && triggerKind === DocumentPasteTriggerKind.Automatic) void tellPastedAsItIs(document, problems);
    return [];
  }
}

/** What is no model stays as it came, which the text shows as mistakes: this says of which it is one. Lines are those of what was pasted. */
async function tellPastedAsItIs(document: TextDocument, problems: readonly ViewProblem[] | undefined): Promise<void> {
  const message = `It was pasted as it is, for no text can be made of it: ${firstError(problems)} Undo, mend that where it comes from, and paste it again.`;
  const undo = 'Undo';
  if ((await window.showWarningMessage(message, undo)) !== undo) return;
  await window.showTextDocument(document);
  await commands.executeCommand('undo');
}

function isFile(xml: string): boolean {
  return /^\s*</.test(xml) && /<(?:[\w.-]+:)?definitions\b/.test(xml) && /\/spec\/(?:BPMN|CMMN)\//.test(xml);
}

/** Whether it looks like a file of BPMN or CMMN, or begins with an element; the server looks closer. */
function isModel(xml: string): boolean {
  return isFile(xml) || /^\s*(?:<\?xml[^>]*\?>\s*)?<(?:[\w.-]+:)?[A-Za-z]+[\s/>]/.test(xml);
}

/** Whether it is a diagram of Mermaid's: it has the header, and before that front matter, comments or a fence of Markdown at most. */
function isMermaid(text: string): boolean {
  const isBegun = /^\s*(?:---[ \t]*\r?\n|%%|```+[ \t]*mermaid\b|bpmn-beta\b)/i.test(text);
  return isBegun && /^[ \t]*bpmn-beta(?![\w-])/im.test(text);
}

/** Words that stand at the head of a file, before all processes and cases. */
const headLine = /^(?:namespace|language|import|definitions)\b/;

/**
 * What is pasted at the root stays there; inside a process or a case it goes behind that, but steps go where they are pasted. What belongs at the
 * head of the file goes there, unless the file has it.
 */
async function pasteOf(
  text: string,
  part: string | undefined,
  document: TextDocument,
  range: Range,
): Promise<DocumentPasteEdit> {
  const edit = new DocumentPasteEdit(text, 'Paste as Procedo text', kind);
  if (document.getText().trim() === '') return edit;
  const symbols = await commands.executeCommand<DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const around = symbols?.find((root) => root.range.contains(range) && !root.range.isEqual(range));
  const { head, rest } = apart(around && part !== undefined ? part : text);
  const lines = new Set(document.getText().split(/\r?\n/));
  const missing = head.filter((line) => !lines.has(line));
  const additional = new WorkspaceEdit();
  if (missing.length > 0) additional.insert(document.uri, new Position(0, 0), `${missing.join('\n')}\n`);
  if (around && part !== undefined) edit.insertText = indented(rest, document, range);
  else {
    if (around) additional.insert(document.uri, around.range.end, `\n\n${rest.trimEnd()}`);
    edit.insertText = around ? '' : rest;
  }
  edit.additionalEdit = additional;
  return edit;
}

/** Statements as deep as the line that they are pasted into. */
function indented(text: string, document: TextDocument, { start }: Range): string {
  const before = document.lineAt(start.line).text.slice(0, start.character);
  const depth = /^\s*/.exec(before)?.[0] ?? '';
  const lines = text.trimEnd().split('\n');
  return lines.map((line, index) => (index === 0 || line === '' ? line : depth + line)).join('\n');
}

/** The lines at the head of a text and what stands below them. */
function apart(text: string): { readonly head: readonly string[]; readonly rest: string } {
  const end = headLine.test(text) ? text.indexOf('\n\n') : -1;
  return end < 0 ? { head: [], rest: text } : { head: text.slice(0, end).split('\n'), rest: text.slice(end + 2) };
}

export function registerPasteAsText(models: Models): Disposable {
  return languages.registerDocumentPasteEditProvider({ language: 'procedo' }, new PasteAsText(models), {
    pasteMimeTypes: ['text/plain'],
    providedPasteEditKinds: [kind],
  });
}
