/** What has changed inside an element since it was read, as changes of its source. */
import { contentAsRead, type Piece } from './content-order.ts';
import { ModelObject } from './element-class.ts';
import { ModelWriter } from './model-writer.ts';
import type { Scope } from './scope.ts';
import type { Part, Source } from './source.ts';
import { behindComments, type Change, indentBefore, wholeLines } from './text-changes.ts';

const COMMENTS = /<!--[\s\S]*?-->/g;

/** Where the content of an element stands, and in which namespaces. */
interface Content {
  readonly element: ModelObject;
  readonly source: Source;
  readonly scope: Scope;
  readonly pieces: readonly Piece[];
}

/** What is gone goes with its lines, but leaves its comments; what is new comes on lines of its own where its siblings have such. */
export function contentChanges(element: ModelObject, source: Source, scope: Scope): Change[] {
  const pieces = contentAsRead(element, source);
  const kept = new Set(pieces.flatMap((piece) => partOf(piece) ?? []));
  const isFresh = pieces.length > kept.size;
  const gone = source.parts.filter((part) => !kept.has(part));
  const changed = source.parts.filter((part) => part.changed !== undefined && kept.has(part));
  const rewritten = changed.map(({ start, end, changed: xml = '' }) => ({ start, end, text: xml }));
  if (!isFresh && gone.length === 0) return rewritten;
  const content = { element, source, scope, pieces };
  const { text } = source.document;
  if (pieces.length === 0 && !isSelfClosing(source) && !text.slice(source.end, source.close).includes('<!--'))
    return [{ start: source.end - 1, end: source.close, text: emptyEnd(text) }];
  const { body } = element.descriptor;
  const isText = body !== undefined && (isFresh || gone.some(({ property }) => property === body));
  if (isText || isSelfClosing(source)) return [wholeContent(content, isText)];
  const removals = gone.filter(({ end }) => end > 0).map((part) => removal(part, element, source));
  return [...rewritten, ...removals, ...insertions(content)];
}

/** How an element without content ends. */
function emptyEnd(text: string): string {
  return isTight(text) ? '/>' : ' />';
}

/** Whether a file has no blank before the end of a tag. */
function isTight(text: string): boolean {
  return text.includes('/>') && !text.includes(' />');
}

function partOf(piece: Piece): Part | undefined {
  return 'part' in piece ? piece.part : undefined;
}

function isSelfClosing({ document, end }: Source): boolean {
  return document.text[end - 2] === '/';
}

/** Where a part ends: contained elements know it themselves. */
function endOf({ element, end }: Part): number {
  return element instanceof ModelObject ? (ModelObject.sourceOf(element)?.close ?? end) : end;
}

/** What is elsewhere now has taken its comments along. */
function removal(part: Part, parent: ModelObject, source: Source): Change {
  const { text } = source.document;
  const end = endOf(part);
  const isMoved = part.element instanceof ModelObject && part.element.$parent !== parent;
  const comments = isMoved ? null : text.slice(part.start, end).match(COMMENTS);
  if (!comments) return { ...wholeLines(text, part.start, end), text: '' };
  const indent = indentBefore(text, part.start);
  return { start: part.start, end, text: comments.join(indent === undefined ? '' : lineEndOf(text) + indent) };
}

/** New things, each behind what stands before it in the order of the schema. */
function insertions({ element, source, scope, pieces }: Content): Change[] {
  const { text } = source.document;
  const indentation = indentationIn(source);
  const changes: Change[] = [];
  let at = source.end;
  let xml = '';
  const flush = () => {
    if (xml !== '') changes.push({ start: at, end: at, text: xml });
    xml = '';
  };
  for (const piece of pieces) {
    const part = partOf(piece);
    if (!part) {
      xml += xmlOf(piece, element, scope, text, indentation);
    } else if (part.end > 0) {
      flush();
      at = behindComments(text, endOf(part));
    }
  }
  flush();
  return changes;
}

/** A piece with the line break that comes before it; none of either where the siblings stand on one line. */
function xmlOf(piece: Piece, parent: ModelObject, scope: Scope, text: string, indentation: Indentation | undefined) {
  const depth = indentation && 0;
  const part = new ModelWriter(indentation).writePart(piece, { parent, scope, depth });
  const written = isTight(text) ? part.replaceAll(' />', '/>') : part;
  if (!indentation) return written;
  const lineEnd = lineEndOf(text);
  return `${lineEnd}${written.trimEnd().replaceAll('\n', lineEnd)}`;
}

/** The content written anew, of a text or of an element that had none. */
function wholeContent({ element, source, scope, pieces }: Content, isText: boolean): Change {
  const { text } = source.document;
  const indentation = isText ? undefined : indentationIn(source);
  const inside = pieces.map((piece) => xmlOf(piece, element, scope, text, indentation)).join('');
  const closing = indentation ? `${lineEndOf(text)}${indentBefore(text, source.start) ?? ''}` : '';
  if (isSelfClosing(source)) {
    const start = source.end - (/\s*\/>$/.exec(text.slice(source.start, source.end))?.[0].length ?? 2);
    return { start, end: source.end, text: `>${inside}${closing}</${source.name}>` };
  }
  return { start: source.end, end: text.lastIndexOf('</', source.close - 1), text: inside };
}

type Indentation = (depth: number) => string;

/** How lines inside an element begin; undefined where its content stands on one line. */
function indentationIn(source: Source): Indentation | undefined {
  const { text } = source.document;
  const first = source.parts.find(({ end }) => end > 0);
  const inner = first && indentBefore(text, first.start);
  const own = indentBefore(text, source.start);
  if (first ? inner === undefined : own === undefined) return undefined;
  const around = source.parent && (indentBefore(text, source.parent.start) ?? '');
  const unit = stepOf(own, inner) ?? stepOf(around, own) ?? '  ';
  return (depth) => (inner ?? (own ?? '') + unit) + unit.repeat(depth);
}

function stepOf(outer: string | undefined, inner: string | undefined): string | undefined {
  return outer !== undefined && inner?.startsWith(outer) && inner.length > outer.length
    ? inner.slice(outer.length)
    : undefined;
}

function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
