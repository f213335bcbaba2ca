import { type AstNode, type CstNode, CstUtils, GrammarUtils, type LangiumDocument, type MaybePromise } from 'langium';
import type { HoverProvider, LangiumServices } from 'langium/lsp';
import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import type { Construct } from '../construct.ts';
import { entryOf } from '../details/detail-entry.ts';
import { namespaceOf } from '../details/references.ts';
import {
  isBlock,
  isBranch,
  isCaseBlock,
  isDefine,
  isDetail,
  isExtension,
  isHandler,
  isInLane,
  isOnPart,
  isScenarioBlock,
} from '../generated/ast.ts';
import { idOf } from '../ids.ts';
import { documentationOf, labelOf } from '../texts.ts';
import { transitionOf } from '../transitions.ts';
import type { Calls } from './calls.ts';
import { clauseKindOf, constructOf, constructOfLeaf } from './construct-lookup.ts';
import { entryMarkdown, kindMarkdown, schemaTerm } from './detail-markdown.ts';
import { constructMarkdown, escapeMarkdown } from './markdown.ts';
import { lanesAround } from './reference-proposals.ts';

type ServicesWithCalls = LangiumServices & { readonly lsp: { readonly Calls: Calls } };

/** What stands at the caret: a keyword with its meaning, an element (named or referred to) with its own documentation. */
export class ProcedoHoverProvider implements HoverProvider {
  private readonly services: ServicesWithCalls;

  constructor(services: ServicesWithCalls) {
    this.services = services;
  }

  getHoverContent(document: LangiumDocument, { position }: HoverParams): MaybePromise<Hover | undefined> {
    const root = document.parseResult.value.$cstNode;
    const offset = document.textDocument.offsetAt(position);
    const { nameRegexp } = this.services.parser.GrammarConfig;
    // A caret behind a word still means it; operators are hovered from their first sign on.
    const leaf =
      root &&
      (CstUtils.findDeclarationNodeAtOffset(root, offset, nameRegexp) ?? CstUtils.findLeafNodeAtOffset(root, offset));
    const value = leaf && this.describe(leaf);
    return leaf && value ? { contents: { kind: MarkupKind.Markdown, value }, range: leaf.range } : undefined;
  }

  private describe(leaf: CstNode): string | undefined {
    const construct = constructOfLeaf(leaf);
    if (construct) return constructMarkdown(inRace(construct, leaf.astNode));
    if (leaf.text === '}') return endMarkdown(leaf.astNode);
    const transition = transitionMarkdown(leaf);
    if (transition) return transition;
    const schema = schemaMarkdown(leaf);
    if (schema) return schema;
    const [declared] = this.services.references.References.findDeclarations(leaf);
    const element = declared ?? (isWay(leaf) ? leaf.astNode : undefined);
    if (!element) return undefined;
    return [elementMarkdown(element), this.services.lsp.Calls.describe(element)].filter(Boolean).join('\n\n');
  }
}

/** A way has no name: its label says which it is. */
function isWay(leaf: CstNode): boolean {
  return isBranch(leaf.astNode) && GrammarUtils.findAssignment(leaf)?.feature === 'label';
}

/** What waits in a race is no boundary event. */
function inRace(construct: Construct, node: AstNode): Construct {
  if (!isHandler(node) || construct !== constructOf(node) || clauseKindOf(node) !== 'race') return construct;
  return { ...construct, term: 'Intermediate Catch Event', means: IN_RACE };
}

const IN_RACE = 'One of the events that the gateway waits for: the first that occurs decides the way.';

/** What a brace ends. */
function endMarkdown(node: AstNode): string | undefined {
  const owner = isBlock(node) || isCaseBlock(node) || isScenarioBlock(node) ? node.$container : node;
  const title = constructOf(owner) && titleOf(owner);
  return title && `Ends ${title}`;
}

/** What an item does, in a criterion. */
function transitionMarkdown(leaf: CstNode): string | undefined {
  const { astNode } = leaf;
  if (!isOnPart(astNode) || GrammarUtils.findAssignment(leaf)?.feature !== 'transition') return undefined;
  const transition = transitionOf(astNode);
  return transition && `**${transition.verb}** — ${transition.event}\n\n${transition.means}`;
}

/** A name of the schema, or a vendor's prefix. */
function schemaMarkdown(leaf: CstNode): string | undefined {
  const { astNode } = leaf;
  const feature = GrammarUtils.findAssignment(leaf)?.feature;
  if (isDetail(astNode) && feature === 'key') {
    const entry = entryOf(astNode);
    return entry && entryMarkdown(entry);
  }
  if (isDefine(astNode) && feature === 'kind' && astNode.kind !== undefined) return kindMarkdown(astNode.kind);
  if (!isExtension(astNode) || feature !== 'prefix' || astNode.prefix === undefined) return undefined;
  const uri = namespaceOf(astNode, astNode.prefix);
  return uri && `**${escapeMarkdown(astNode.prefix)}** — \`${uri.replaceAll('`', '')}\``;
}

/** An element: label, kind in BPMN's words, id; its documentation; what the kind means. Nothing in it is markup of the user. */
export function elementMarkdown(element: AstNode): string {
  const own = constructOf(element);
  const construct = own && inRace(own, element);
  const documentation = documentationOf(element)
    ?.split(/\n{2,}/)
    .map(escapeMarkdown)
    .join('\n\n');
  const parts = [titleOf(element), documentation, schemaTerm(element) ? undefined : construct?.means];
  return parts.filter(Boolean).join('\n\n');
}

/** Label, kind and id; a lane has the label that it has anywhere in its process. */
function titleOf(element: AstNode): string {
  const own = constructOf(element);
  const term = isInLane(element) ? 'Lane' : (schemaTerm(element) ?? (own && inRace(own, element).term));
  const id = idOf(element);
  const label =
    labelOf(element) ?? (isInLane(element) ? lanesAround(element).find((lane) => lane.id === id)?.label : undefined);
  const parts = [label && `**${escapeMarkdown(label)}**`, term && escapeMarkdown(term), id && `\`${id}\``];
  return parts.filter(Boolean).join(' · ');
}
