/** Which text an element of the model stands for, and back. Keys are element ids. */
import { type AstNode, type CstNode, GrammarUtils } from 'langium';
import { comparePositions, contains, type Position, type Range } from '../base/range.ts';
import { firstWord, hasPlace } from '../language/index.ts';

export interface SourceMap {
  /** What to select for an element: its header, without documentation before it and block behind it. */
  rangeOf(id: string): Range | undefined;
  /** The elements around a place, innermost first. */
  idsAt(position: Position): string[];
}

interface Entry {
  /** Documentation, header and block. */
  readonly whole: Range;
  readonly header: Range;
}

/** Collects entries while the model is made. The first entry of an id counts. */
export class SourceMapBuilder implements SourceMap {
  /** A place is worked out when somebody asks for it: whoever writes or imports a model never does. */
  readonly #entries = new Map<string, Entry | AstNode | (() => Range | undefined)>();

  /** Notes that the element `id` was made from `node`. Nodes without a place (inserted in recovery) are left out. */
  add(id: string | undefined, node: AstNode): void {
    if (id === undefined || !hasPlace(node) || this.#entries.has(id)) return;
    this.#entries.set(id, node);
  }

  /** Notes that `id` stands for a range of its own: a join is the closing brace of its block. */
  addRange(id: string | undefined, place: Range | (() => Range | undefined)): void {
    if (id === undefined || this.#entries.has(id)) return;
    this.#entries.set(id, typeof place === 'function' ? place : { whole: place, header: place });
  }

  rangeOf(id: string): Range | undefined {
    return this.#entry(id)?.header;
  }

  idsAt(position: Position): string[] {
    const all = [...this.#entries.keys()].map((id) => ({ id, whole: this.#entry(id)?.whole }));
    const around = all.flatMap(({ id, whole }) => (whole && contains(whole, position) ? [{ id, whole }] : []));
    return around.sort((a, b) => compareExtent(a.whole, b.whole)).map(({ id }) => id);
  }

  #entry(id: string): Entry | undefined {
    const known = this.#entries.get(id);
    if (!known || 'whole' in known) return known;
    const entry = typeof known === 'function' ? rangeEntry(known()) : nodeEntry(known);
    if (entry) this.#entries.set(id, entry);
    return entry;
  }
}

function rangeEntry(range: Range | undefined): Entry | undefined {
  return range && { whole: range, header: range };
}

function nodeEntry(node: AstNode): Entry | undefined {
  const { $cstNode: place } = node;
  return place && { whole: place.range, header: headerRange(node, place) };
}

/** Of two ranges around one place the inner one starts later, or ends earlier. */
function compareExtent(a: Range, b: Range): number {
  return comparePositions(b.start, a.start) || comparePositions(a.end, b.end);
}

/**
 * From the statement's first word to what stands before its block, before criteria, which are elements of their own, and before what `with` and
 * vendors add, which may be many lines.
 */
function headerRange(node: AstNode, cst: CstNode): Range {
  const start = firstWord(cst) ?? cst;
  const parts = [blockOf(node)?.$cstNode, criterionOf(node)?.$cstNode, extensionOf(node)?.$cstNode, withOf(node)];
  const offsets = parts.flatMap((part) => part?.offset ?? []);
  const next = Math.min(...offsets);
  if (offsets.length === 0 || next <= start.offset) return { start: start.range.start, end: cst.range.end };
  const header = cst.root.fullText.slice(start.offset, next).trimEnd();
  const lines = header.split('\n');
  const { line, character } = start.range.start;
  const lastLine = lines[lines.length - 1] ?? '';
  const end = {
    line: line + lines.length - 1,
    character: lines.length === 1 ? character + header.length : lastLine.length,
  };
  return { start: { line, character }, end };
}

function blockOf(node: AstNode): AstNode | undefined {
  return 'body' in node ? (node.body as AstNode | undefined) : undefined;
}

function criterionOf(node: AstNode): AstNode | undefined {
  return 'clauses' in node ? (node.clauses as AstNode[]).find(({ $type }) => $type === 'Criterion') : undefined;
}

function extensionOf(node: AstNode): AstNode | undefined {
  return 'extensions' in node ? (node.extensions as AstNode[])[0] : undefined;
}

function withOf(node: AstNode): CstNode | undefined {
  return GrammarUtils.findNodeForProperty(node.$cstNode, 'with');
}

/** The closing brace of a block, or its last character while it is not closed yet. */
export function endOfBlock(block: AstNode | undefined): Range | undefined {
  const end = block?.$cstNode?.range.end;
  return end && { start: { line: end.line, character: Math.max(0, end.character - 1) }, end };
}
