import { type AstNode, type CstNode, CstUtils, GrammarUtils, type LangiumDocument, type MaybePromise } from 'langium';
import type { HoverProvider, LangiumServices } from 'langium/lsp';
import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { entryOf } from '../details/detail-entry.ts';
import { namespaceOf } from '../details/references.ts';
import { isDefine, isDetail, isExtension, isOnPart } from '../generated/ast.ts';
import { idOf } from '../ids.ts';
import { documentationOf, labelOf } from '../texts.ts';
import { transitionOf } from '../transitions.ts';
import type { Calls } from './calls.ts';
import { constructOf, constructOfLeaf } from './construct-lookup.ts';
import { entryMarkdown, kindMarkdown, schemaTerm } from './detail-markdown.ts';
import { constructMarkdown, escapeMarkdown } from './markdown.ts';

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
    if (construct) return constructMarkdown(construct);
    const transition = transitionMarkdown(leaf);
    if (transition) return transition;
    const schema = schemaMarkdown(leaf);
    if (schema) return schema;
    const [element] = this.services.references.References.findDeclarations(leaf);
    if (!element) return undefined;
    return [elementMarkdown(element), this.services.lsp.Calls.describe(element)].filter(Boolean).join('\n\n');
  }
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
  const construct = constructOf(element);
  const schema = schemaTerm(element);
  const term = schema ?? construct?.term;
  const label = labelOf(element);
  const id = idOf(element);
  const title = [
    label ? `**${escapeMarkdown(label)}**` : undefined,
    term && escapeMarkdown(term),
    id ? `\`${id}\`` : undefined,
  ];
  const documentation = documentationOf(element)
    ?.split(/\n{2,}/)
    .map(escapeMarkdown)
    .join('\n\n');
  const parts = [title.filter(Boolean).join(' · '), documentation, schema ? undefined : construct?.means];
  return parts.filter(Boolean).join('\n\n');
}
