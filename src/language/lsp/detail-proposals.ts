import { type AstNode, type AstNodeDescription, AstUtils, type ReferenceInfo } from 'langium';
import type { CompletionValueItem } from 'langium/lsp';
import { CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver';
import { enumerationNamed, type PropertyDescriptor } from '../../schema/index.ts';
import { definableKinds } from '../details/define-kinds.ts';
import { type DetailEntry, entriesIn, entryOf } from '../details/detail-entry.ts';
import { missingWords } from '../details/made-by-words.ts';
import { canRefer } from '../details/references.ts';
import { wordsFor } from '../details/spoken-facts.ts';
import { type Detail, isDetail, isModel, isNamespace } from '../generated/ast.ts';
import type { Cursor } from './cursor.ts';
import { entryMarkdown, kindMarkdown, valueShown } from './detail-markdown.ts';
import { sortTextOf } from './proposals.ts';

/** The names that may be said in a block and are not said yet, the element's own before those that every element has. */
export function keyProposals(block: AstNode, cursor: Cursor, snippets: boolean): CompletionValueItem[] {
  const details = AstUtils.streamContents(block).filter(isDetail).toArray();
  const used = new Set(
    details.filter((detail) => !isTyped(detail, cursor)).flatMap((detail) => entryOf(detail)?.property ?? []),
  );
  const entries = entriesIn(block).filter((entry) => {
    const isFree = entry.property.isMany || !used.has(entry.property);
    return isFree && !entry.type?.isAbstract && !wordsFor(entry, block) && isMade(entry, block);
  });
  // The schema lists what is inherited first.
  return entries.reverse().map((entry, index) => keyProposal(entry, index, cursor, snippets));
}

/** A part that words make is offered where they do. */
function isMade(entry: DetailEntry, block: AstNode): boolean {
  return !missingWords(undefined, entry, block);
}

/** The key that is being typed is not said yet. */
function isTyped(detail: Detail, cursor: Cursor): boolean {
  return detail.$cstNode !== undefined && detail.$cstNode.offset === cursor.wordStart;
}

function keyProposal(entry: DetailEntry, rank: number, cursor: Cursor, snippets: boolean): CompletionValueItem {
  const { name, property, type } = entry;
  const kind = type ? CompletionItemKind.Struct : CompletionItemKind.Property;
  const item: CompletionValueItem = {
    label: name,
    kind: property.isReference && !type ? CompletionItemKind.Reference : kind,
    detail: valueShown(entry),
    documentation: { kind: MarkupKind.Markdown, value: entryMarkdown(entry) },
    sortText: sortTextOf(rank),
  };
  if (!snippets || !cursor.lineEndsHere) return item;
  return { ...item, insertText: snippetOf(entry), insertTextFormat: InsertTextFormat.Snippet };
}

function snippetOf({ name, property, type }: DetailEntry): string {
  if (type) {
    if (!type.body) return `${name} { $0 }`;
    return type.allTypes.has('bpmn:Expression') ? `${name}: \`$1\`` : `${name}: "$1"`;
  }
  const values = enumerationNamed(property.type);
  if (values) return `${name}: "\${1|${values.join(',')}|}"`;
  if (property.isReference) return `${name}: $1`;
  if (property.type === 'Boolean') return `${name}: \${1|true,false|}`;
  return property.type === 'String' ? `${name}: "$1"` : `${name}: \${1:1}`;
}

/** The values of an enumeration, or the truth values. Names are the business of the reference. */
export function valueProposals(detail: Detail): CompletionValueItem[] {
  const property = entryOf(detail)?.property;
  const values = property && (enumerationNamed(property.type)?.map((value) => `"${value}"`) ?? truthOf(property));
  return (values ?? []).map((value, index) => ({
    label: value,
    kind: CompletionItemKind.EnumMember,
    filterText: value.replaceAll('"', ''),
    sortText: sortTextOf(index),
  }));
}

function truthOf(property: PropertyDescriptor): string[] | undefined {
  return property.type === 'Boolean' ? ['true', 'false'] : undefined;
}

/** The reference that the value of a detail is, or would be; undefined where the schema wants no reference. */
export function referenceIn(detail: Detail): ReferenceInfo | undefined {
  const entry = entryOf(detail);
  if (!entry?.property.isReference || entry.type) return undefined;
  const container = detail.value ?? { $type: 'Value', $container: detail, $containerProperty: 'value' };
  return { container, property: 'ref', reference: { $refText: '', ref: undefined } };
}

/** Whether the value of a detail may name what is described. */
export function fitsReference(detail: Detail, { node }: AstNodeDescription): boolean {
  const property = entryOf(detail)?.property;
  return property !== undefined && node !== undefined && canRefer(property, node);
}

/** The prefixes that the head of the file declares. */
export function prefixProposals(root: AstNode): CompletionValueItem[] {
  const namespaces = isModel(root) ? root.header.filter(isNamespace) : [];
  return namespaces.map(({ name, uri }, index) => ({
    label: name,
    kind: CompletionItemKind.Module,
    detail: uri,
    sortText: sortTextOf(index),
  }));
}

/** What may follow `define`. */
export function kindProposals(): CompletionValueItem[] {
  return definableKinds().map((kind, index) => ({
    label: kind,
    kind: CompletionItemKind.Struct,
    documentation: { kind: MarkupKind.Markdown, value: kindMarkdown(kind) ?? '' },
    sortText: sortTextOf(index),
  }));
}
