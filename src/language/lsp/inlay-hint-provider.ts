import {
  type AstNode,
  AstUtils,
  type CstNode,
  CstUtils,
  DocumentState,
  type LangiumDocument,
  type LangiumDocuments,
} from 'langium';
import type { InlayHintProvider, LangiumServices } from 'langium/lsp';
import type { InlayHint, InlayHintLabelPart, InlayHintParams, Position, Range } from 'vscode-languageserver';
import { comparePositions, contains } from '../../base/range.ts';
import { isBlock, isBranch, isCaseBlock, isModel } from '../generated/ast.ts';
import { labelOf } from '../texts.ts';
import { type Arrival, arrivalsIn, messagesFrom } from './arrivals.ts';
import { constructOf } from './construct-lookup.ts';
import { declarationOf, nameNodeOf } from './procedo-references.ts';

/** More sources than this are counted, not named. */
const MOST_NAMED = 3;
/** A closing brace says what it closes where the opening one is out of sight: this many lines above. */
const OUT_OF_SIGHT = 30;
/** Longer labels are cut. */
const LONGEST = 24;

/**
 * What the text does not say where it arrives: at the target of a jump, a message or a link, where it comes from; at the brace that ends
 * a long block, which one that is. Each name leads to its place.
 */
export class ProcedoInlayHintProvider implements InlayHintProvider {
  private readonly documents: LangiumDocuments;

  constructor(services: LangiumServices) {
    this.documents = services.shared.workspace.LangiumDocuments;
  }

  getInlayHints(document: LangiumDocument, { range }: InlayHintParams): InlayHint[] {
    const model = document.parseResult.value;
    if (!isModel(model)) return [];
    const arrivals = [...arrivalsIn(model), ...this.messagesFromElsewhere(document)];
    const hints = [...arrivalHints(document, arrivals, range), ...closingHints(model, range)];
    const inSight = hints.filter(({ position }) => contains(range, position));
    return inSight.sort((a, b) => comparePositions(a.position, b.position));
  }

  /** Messages of other files, as far as these are linked. */
  private messagesFromElsewhere(document: LangiumDocument): Arrival[] {
    return this.documents.all
      .filter((other) => other !== document && other.state >= DocumentState.Linked)
      .flatMap(({ parseResult }) => (isModel(parseResult.value) ? messagesFrom(parseResult.value) : []))
      .toArray();
  }
}

function arrivalHints(document: LangiumDocument, arrivals: readonly Arrival[], inSight: Range): InlayHint[] {
  const isInSight = ({ $cstNode }: AstNode): boolean =>
    $cstNode !== undefined && CstUtils.inRange($cstNode.range, inSight);
  const byTarget = Map.groupBy(
    arrivals.filter(({ target }) => isInSight(target) && AstUtils.getDocument(target) === document),
    ({ target }) => target,
  );
  return [...byTarget].flatMap(([target, all]) => {
    const position = endOfHeadLine(document, target);
    // What stands on the same line is seen without a hint.
    const away = all.filter(({ by }) => by.$cstNode && !isOnLine(by, document, position));
    return position && away.length > 0 ? [{ position, label: fromLabel(away), paddingLeft: true }] : [];
  });
}

/** Whether a statement stands on the very line that a hint would stand on. */
function isOnLine(node: AstNode, document: LangiumDocument, position: Position | undefined): boolean {
  return AstUtils.getDocument(node) === document && node.$cstNode?.range.start.line === position?.line;
}

/** `← from check, remind and 2 more`, each name with its place. */
function fromLabel(arrivals: readonly Arrival[]): InlayHintLabelPart[] {
  const named = arrivals.slice(0, MOST_NAMED);
  const parts = named.flatMap(({ source, by }, index) => [
    ...(index > 0 ? [{ value: ', ' }] : []),
    partOf(by, shownSource(source), by.$cstNode),
  ]);
  const more = arrivals.length - named.length;
  return [{ value: '← from ' }, ...parts, ...(more > 0 ? [{ value: ` and ${more} more` }] : [])];
}

/** A name that leads to a place in the file of `node`. */
function partOf(node: AstNode, value: string, place: CstNode | undefined): InlayHintLabelPart {
  if (!place) return { value };
  const { uri } = AstUtils.getDocument(node).textDocument;
  return { value, location: { uri, range: place.range }, tooltip: `Line ${place.range.start.line + 1}: ${place.text}` };
}

/** A branch is named with its gateway. */
function shownSource(source: AstNode): string {
  if (!isBranch(source)) return shown(source);
  const gateway = source.$container.$container;
  const label = source.label === undefined ? '' : quoted(source.label);
  return nameNodeOf(gateway) || labelOf(gateway) ? `${shown(gateway)} ${label}`.trim() : label || source.kind;
}

/** The written id of an element, else its label, else its word. */
function shown(node: AstNode): string {
  const label = labelOf(node);
  return nameNodeOf(node)?.text ?? (label ? quoted(label) : (constructOf(node)?.keyword ?? ''));
}

function quoted(label: string): string {
  const line = label.replace(/\s+/g, ' ').trim();
  return `"${line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line}"`;
}

/** Behind the last word of the line on which an element is named; a comment behind it comes later. */
function endOfHeadLine(document: LangiumDocument, node: AstNode): Position | undefined {
  const root = document.parseResult.value.$cstNode;
  const line = declarationOf(node)?.range.end.line;
  if (!root || line === undefined) return undefined;
  const nextLine = document.textDocument.offsetAt({ line: line + 1, character: 0 });
  let leaf = CstUtils.findLeafNodeBeforeOffset(root, nextLine - 1);
  while (leaf?.hidden) leaf = leaf.offset > 0 ? CstUtils.findLeafNodeBeforeOffset(root, leaf.offset - 1) : undefined;
  // A token that goes on below (a documentation, a long expression) is no place for a hint.
  return leaf?.range.end.line === line ? leaf.range.end : undefined;
}

/** At braces that end a long block: the word and the name of what they end. */
function closingHints(model: AstNode, inSight: Range): InlayHint[] {
  return AstUtils.streamAst(model, { range: inSight })
    .flatMap((node) =>
      'body' in node && (isBlock(node.body) || isCaseBlock(node.body))
        ? closingHint(node, node.body.$cstNode?.range)
        : [],
    )
    .toArray();
}

function closingHint(node: AstNode, block: Range | undefined): InlayHint[] {
  const head = declarationOf(node);
  if (!head || !block || block.end.line - block.start.line < OUT_OF_SIGHT) return [];
  // A brace that was put in to balance the others stands nowhere.
  if (!block || !node.$cstNode?.text.endsWith('}')) return [];
  const word = constructOf(node)?.keyword ?? '';
  const name = nameNodeOf(node) || labelOf(node) ? ` ${shown(node)}` : '';
  const part = partOf(node, `${word}${name}`, head);
  return [{ position: block.end, label: [part], paddingLeft: true }];
}
