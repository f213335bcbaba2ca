import { type AstNode, AstUtils, CstUtils, type LangiumDocument, type LeafCstNode } from 'langium';
import type { LangiumServices } from 'langium/lsp';
import type { Diagnostic, TextEdit } from 'vscode-languageserver';
import { EditPlace } from '../../edit-place.ts';

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

/** A problem, where it stands, and edits around it that keep the text tidy. */
export class ProblemPlace extends EditPlace {
  readonly document: LangiumDocument;
  readonly diagnostic: Diagnostic;
  readonly services: LangiumServices;
  /** What is marked. */
  readonly text: string;
  readonly offset: number;
  readonly end: number;

  constructor(document: LangiumDocument, diagnostic: Diagnostic, services: LangiumServices) {
    super(document.textDocument);
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

  /** A number that the check told along, such as an offset. */
  toldNumber(name: string): number | undefined {
    const value = this.data(name);
    return typeof value === 'number' ? value : undefined;
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
}

/** A stretch of the text as a title shows it: its first words, between backticks where it has none of its own. */
export function shown(text: string): string {
  const [line = ''] = text.split('\n');
  const short = line.length > 40 ? `${line.slice(0, 39)}…` : line === text ? line : `${line} …`;
  return short.includes('`') ? short : `\`${short}\``;
}
