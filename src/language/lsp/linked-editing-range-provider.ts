import {
  type AstNode,
  AstUtils,
  type CstNode,
  CstUtils,
  GrammarUtils,
  type LangiumDocument,
  type References,
} from 'langium';
import type { LangiumServices } from 'langium/lsp';
import type { LinkedEditingRangeParams, LinkedEditingRanges, Range } from 'vscode-languageserver';
import { isLinkTrigger, isProcess } from '../generated/ast.ts';
import { idOf } from '../ids.ts';
import { isLaneNode, sameLane } from './lanes.ts';
import { isLabel, nameNodeOf } from './procedo-references.ts';

/** What the editor takes as one word while it edits the places together. */
const LABEL_PATTERN = '[^"\\n\\r]*';
const QUOTED_ID_PATTERN = '[^\\s\'"]+';
const ID_PATTERN = '[^\\s"\'`{}()\\[\\],:.=@<>]+';

/**
 * Places that are edited as one: an id and its references where all of them stand in this file, the label by which a lane is
 * known, the name that the two ends of a link share.
 */
export class LinkedEditingRangeProvider {
  private readonly references: References;
  private readonly nameRegexp: RegExp;

  constructor(services: LangiumServices) {
    this.references = services.references.References;
    this.nameRegexp = services.parser.GrammarConfig.nameRegexp;
  }

  getLinkedEditingRanges(
    document: LangiumDocument,
    { position }: LinkedEditingRangeParams,
  ): LinkedEditingRanges | undefined {
    const root = document.parseResult.value.$cstNode;
    const offset = document.textDocument.offsetAt(position);
    const leaf = root && CstUtils.findDeclarationNodeAtOffset(root, offset, this.nameRegexp);
    if (!leaf) return undefined;
    const isText = leaf.text.startsWith('"');
    const nodes = isText ? sameText(leaf) : this.sameId(document, leaf);
    const ranges = nodes.filter(({ text }) => text === leaf.text).map(insideQuotes);
    const idPattern = leaf.text.startsWith("'") ? QUOTED_ID_PATTERN : ID_PATTERN;
    return ranges.length > 1 ? { ranges, wordPattern: isText ? LABEL_PATTERN : idPattern } : undefined;
  }

  /** The places of an id; none where other files have some of them: those would be left behind. */
  private sameId(document: LangiumDocument, leaf: CstNode): CstNode[] {
    const [element] = this.references.findDeclarations(leaf);
    const root = document.parseResult.value.$cstNode;
    if (!element || !root || AstUtils.getDocument(element) !== document) return [];
    const places = sameLane(element).flatMap((node) =>
      this.references.findReferences(node, { includeDeclaration: true }).toArray(),
    );
    if (!places.every(({ sourceUri }) => sourceUri.toString() === document.uri.toString())) return [];
    return places.flatMap(({ segment }) => CstUtils.findLeafNodeAtOffset(root, segment.offset) ?? []);
  }
}

/** The same label of a lane that has no id, or the same name of a link, in the process around it. */
function sameText(leaf: CstNode): CstNode[] {
  const node = leaf.astNode;
  const process = AstUtils.getContainerOfType(node, isProcess);
  if (!process) return [];
  if (isLaneNode(node) && isLabel(leaf) && idOf(node)) return propertyNodes(sameLane(node).filter(isUnnamed), 'label');
  if (!isLinkTrigger(node)) return [];
  return propertyNodes(AstUtils.streamAllContents(process).filter(isLinkTrigger).toArray(), 'link');
}

function isUnnamed(node: AstNode): boolean {
  return nameNodeOf(node) === undefined;
}

function propertyNodes(nodes: readonly AstNode[], property: string): CstNode[] {
  return nodes.flatMap((node) => GrammarUtils.findNodeForProperty(node.$cstNode, property) ?? []);
}

function insideQuotes({ text, range: { start, end } }: CstNode): Range {
  const quotes = /^(["']).*\1$/.test(text) ? 1 : 0;
  return {
    start: { line: start.line, character: start.character + quotes },
    end: { line: end.line, character: end.character - quotes },
  };
}
