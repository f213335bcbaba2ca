import { type AstNode, AstUtils, type CstNode, CstUtils, type LangiumDocument, type LeafCstNode } from 'langium';
import type { LangiumServices } from 'langium/lsp';
import { type Diagnostic, type Position, type Range, TextEdit } from 'vscode-languageserver';

/** A change of the text that makes a problem go away. */
export interface Fix {
  /** What it does, in the imperative. */
  readonly title: string;
  /** In the file of the problem, or by the URI of each file. */
  readonly edits: readonly TextEdit[] | ReadonlyMap<string, readonly TextEdit[]>;
  /** Whether it is what most people want, so that one key applies it. */
  readonly preferred?: boolean;
}

/** The fix that most people want. */
export function preferred(title: string, ...edits: readonly TextEdit[]): Fix[] {
  return [{ title, edits, preferred: true }];
}

/** The fixes of one kind of problem, the likeliest first; none where nothing sensible can be done by itself. */
export type Fixer = (problem: ProblemPlace) => readonly Fix[];

/** A stretch of the text as offsets; `end` is exclusive. */
export interface Stretch {
  readonly offset: number;
  readonly end: number;
}

/** A problem, where it stands, and edits around it that keep the text tidy. */
export class ProblemPlace {
  readonly document: LangiumDocument;
  readonly diagnostic: Diagnostic;
  readonly services: LangiumServices;
  /** What is marked. */
  readonly text: string;
  readonly offset: number;
  readonly end: number;

  constructor(document: LangiumDocument, diagnostic: Diagnostic, services: LangiumServices) {
    this.document = document;
    this.diagnostic = diagnostic;
    this.services = services;
    this.text = document.textDocument.getText(diagnostic.range);
    this.offset = document.textDocument.offsetAt(diagnostic.range.start);
    this.end = document.textDocument.offsetAt(diagnostic.range.end);
  }

  /** What the check told along; `undefined` for anything but a text. */
  told(name: string): string | undefined {
    const value = this.data(name);
    return typeof value === 'string' ? value : undefined;
  }

  /** A list that the check told along; empty where it told none. */
  toldList(name: string): string[] {
    const value = this.data(name);
    return Array.isArray(value) ? value.map(String) : [];
  }

  private data(name: string): unknown {
    const data: unknown = this.diagnostic.data;
    return typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined;
  }

  /** The token at the head of what is marked. */
  get leaf(): LeafCstNode | undefined {
    const root = this.document.parseResult.value.$cstNode;
    return root && CstUtils.findLeafNodeAtOffset(root, this.offset);
  }

  /** The innermost element of that type around what is marked. */
  around<T extends AstNode>(is: (node: AstNode) => node is T): T | undefined {
    return AstUtils.getContainerOfType(this.leaf?.astNode, is);
  }

  /** Whether the text can be read up to there: what is put behind a line that cannot may belong to it. */
  isReadUpTo(offset: number): boolean {
    const { parserErrors, lexerErrors } = this.document.parseResult;
    const first = [...parserErrors.map(({ token }) => token.startOffset), ...lexerErrors.map((error) => error.offset)];
    return !first.some((at) => at <= offset);
  }

  /** Whether nothing but a comment stands behind on the line. */
  endsLine(offset: number): boolean {
    const rest = this.document.textDocument.getText().slice(offset, this.endOfLine(offset));
    return /^\s*(\/\/.*)?$/.test(rest);
  }

  /** Whether a word may be put there as it is. */
  isBehindBlank(offset: number): boolean {
    return offset === 0 || /\s/.test(this.document.textDocument.getText().charAt(offset - 1));
  }

  replace({ offset, end }: Stretch, text: string): TextEdit {
    return TextEdit.replace(this.rangeOf(offset, end), text);
  }

  insert(offset: number, text: string): TextEdit {
    return TextEdit.insert(this.positionAt(offset), text);
  }

  /** Takes a stretch out, with the blanks before it, or with its lines where it is alone on them. */
  remove({ offset, end }: Stretch): TextEdit {
    const text = this.document.textDocument.getText();
    const before = /[^\S\r\n]*$/.exec(text.slice(0, offset))?.[0].length ?? 0;
    const after = /^[^\S\r\n]*(?=\r?\n|$)/.exec(text.slice(end))?.[0].length;
    const start = offset - before;
    const opensLine = start === 0 || text[start - 1] === '\n';
    if (!opensLine) return this.replace({ offset: start, end: end + (after ?? 0) }, '');
    if (after === undefined)
      return this.replace({ offset, end: end + (/^[^\S\r\n]*/.exec(text.slice(end))?.[0].length ?? 0) }, '');
    const lineBreak = /^\r?\n/.exec(text.slice(end + after))?.[0].length ?? 0;
    return this.replace({ offset: start, end: end + after + lineBreak }, '');
  }

  /** The white space at the head of the line that `offset` is in. */
  indentAt(offset: number): string {
    const text = this.document.textDocument.getText();
    const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1);
    return /^[^\S\r\n]*/.exec(line)?.[0] ?? '';
  }

  /** The text of a statement as it would stand at the very left. */
  unindented({ offset, end }: Stretch): string {
    const indent = this.indentAt(offset);
    const lines = this.document.textDocument.getText().slice(offset, end).split('\n');
    return lines
      .map((line, index) => (index > 0 && line.startsWith(indent) ? line.slice(indent.length) : line))
      .join('\n');
  }

  /** Offset of the end of the line that `offset` is in. */
  endOfLine(offset: number): number {
    const rest = /\r?\n|$/.exec(this.document.textDocument.getText().slice(offset));
    return offset + (rest?.index ?? 0);
  }

  positionAt(offset: number): Position {
    return this.document.textDocument.positionAt(offset);
  }

  rangeOf(offset: number, end: number): Range {
    return { start: this.positionAt(offset), end: this.positionAt(end) };
  }

  /** Whether both stand on one line. */
  sameLine(offset: number, other: number): boolean {
    return this.positionAt(offset).line === this.positionAt(other).line;
  }
}

/** A stretch of the text as a title shows it: its first words, between backticks where it has none of its own. */
export function shown(text: string): string {
  const [line = ''] = text.split('\n');
  const short = line.length > 40 ? `${line.slice(0, 39)}…` : line === text ? line : `${line} …`;
  return short.includes('`') ? short : `\`${short}\``;
}

/** Offset and end of a node in the text; `undefined` for one that stands nowhere. */
export function stretchOf(node: AstNode | CstNode | undefined): Stretch | undefined {
  const cst = node && '$type' in node ? (node as AstNode).$cstNode : (node as CstNode | undefined);
  return cst && { offset: cst.offset, end: cst.end };
}
