import type { AstNode, CstNode } from 'langium';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from '../base/range.ts';
import type { TextEdit } from '../base/text-edit.ts';

/** A stretch of the text as offsets; `end` is exclusive. */
export interface Stretch {
  readonly offset: number;
  readonly end: number;
}

/** A text to edit, so that it stays tidy. */
export class EditPlace {
  readonly textDocument: TextDocument;

  constructor(textDocument: TextDocument) {
    this.textDocument = textDocument;
  }

  /** Whether nothing but a comment stands behind on the line. */
  endsLine(offset: number): boolean {
    const rest = this.textDocument.getText().slice(offset, this.endOfLine(offset));
    return /^\s*(\/\/.*)?$/.test(rest);
  }

  /** Whether a word may be put there as it is. */
  isBehindBlank(offset: number): boolean {
    return offset === 0 || /\s/.test(this.textDocument.getText().charAt(offset - 1));
  }

  replace({ offset, end }: Stretch, text: string): TextEdit {
    return { range: this.rangeOf(offset, end), newText: text };
  }

  insert(offset: number, text: string): TextEdit {
    return { range: this.rangeOf(offset, offset), newText: text };
  }

  /** Takes a stretch out, with the blanks before it, or with its lines where it is alone on them. */
  remove({ offset, end }: Stretch): TextEdit {
    const text = this.textDocument.getText();
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
    const text = this.textDocument.getText();
    const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1);
    return /^[^\S\r\n]*/.exec(line)?.[0] ?? '';
  }

  /** The text of a statement as it would stand at the very left. */
  unindented({ offset, end }: Stretch): string {
    const indent = this.indentAt(offset);
    const lines = this.textDocument.getText().slice(offset, end).split('\n');
    return lines
      .map((line, index) => (index > 0 && line.startsWith(indent) ? line.slice(indent.length) : line))
      .join('\n');
  }

  /** Offset of the end of the line that `offset` is in. */
  endOfLine(offset: number): number {
    const rest = /\r?\n|$/.exec(this.textDocument.getText().slice(offset));
    return offset + (rest?.index ?? 0);
  }

  positionAt(offset: number): Position {
    return this.textDocument.positionAt(offset);
  }

  rangeOf(offset: number, end: number): Range {
    return { start: this.positionAt(offset), end: this.positionAt(end) };
  }

  /** Whether both stand on one line. */
  sameLine(offset: number, other: number): boolean {
    return this.positionAt(offset).line === this.positionAt(other).line;
  }
}

/** Offset and end of a node in the text; `undefined` for one that stands nowhere. */
export function stretchOf(node: AstNode | CstNode | undefined): Stretch | undefined {
  const cst = node && '$type' in node ? (node as AstNode).$cstNode : (node as CstNode | undefined);
  return cst && { offset: cst.offset, end: cst.end };
}

/** The first token that is neither a comment nor the documentation before the statement. */
export function firstWord(cst: CstNode): CstNode | undefined {
  if (!('content' in cst)) return cst.hidden ? undefined : cst;
  for (const child of (cst as CstNode & { content: CstNode[] }).content) {
    const isDocumentation = 'tokenType' in child && (child as { tokenType: { name: string } }).tokenType.name === 'DOC';
    const found = child.hidden || isDocumentation ? undefined : firstWord(child);
    if (found) return found;
  }
  return undefined;
}
