/** What a key in `with { … }` or `define` stands for in the schema. */
import type { AstNode } from 'langium';
import {
  type Entry,
  elementOfType,
  entriesOf,
  entryNamed,
  type PropertyDescriptor,
  type TypeDescriptor,
  typeNamed,
} from '../../schema/index.ts';
import { type Detail, type Extension, isBlock, isCaseBlock, isDetail, isExtension } from '../generated/ast.ts';
import { elementType, ownPoolOf, type Part, partOf } from './detail-types.ts';

export interface DetailEntry extends Entry {
  /** The type that has it. */
  readonly owner: TypeDescriptor;
  /** How the element leads to the part that has it (`Part`); undefined where the element has it itself. */
  readonly through: PropertyDescriptor | undefined;
}

/** The details in the block of an element, or of a detail. */
export function detailsOf(node: AstNode): readonly Detail[] {
  const details: unknown = 'details' in node ? node.details : undefined;
  return Array.isArray(details) && details.length > 0 ? details.filter(isDetail) : NONE;
}

const NONE: readonly never[] = [];

/** What vendors say of an element, or of a detail: behind its words, and then at the head of its block. */
export function extensionsOf(node: AstNode): readonly Extension[] {
  const own: unknown = 'extensions' in node ? node.extensions : undefined;
  const body = 'body' in node && (isBlock(node.body) || isCaseBlock(node.body)) ? node.body.extensions : NONE;
  if (!Array.isArray(own) || own.length === 0) return body;
  return [...own.filter(isExtension), ...body];
}

/**
 * The type that the keys in the block of an element, or of a detail, belong to, and what vendors say there; undefined where the schema
 * knows none.
 */
export function blockType(node: AstNode): TypeDescriptor | undefined {
  if (isBlock(node) || isCaseBlock(node)) return elementType(node.$container);
  if (!isDetail(node)) return elementType(node);
  const entry = entryOf(node);
  return entry && childType(entry, node);
}

/** What a detail says; undefined if the schema has no such name there. */
export function entryOf(detail: Detail): DetailEntry | undefined {
  const block = detail.$container;
  const owner = blockType(block);
  return owner && entryIn(owner, block, detail.key);
}

function entryIn(owner: TypeDescriptor, block: AstNode, key: string): DetailEntry | undefined {
  const part = partOf(block);
  // `with { dataStore { … } }`: the schema leads there by a reference. A stage also holds elements of its item's name.
  if (part?.property.isReference && key === elementOfType(part.type)) return itself(part, owner);
  const own = entryNamed(owner, key);
  if (own) return { ...own, owner, through: undefined };
  const pool = ownPoolOf(block);
  if (pool && key === elementOfType(pool.type)) return itself(pool, owner);
  if (!part) return undefined;
  const parts = entryNamed(part.type, key);
  return parts && { ...parts, owner: part.type, through: part.property };
}

/** The part under its own name: `with { dataStore { … } }`. */
function itself({ type, property }: Part, owner: TypeDescriptor): DetailEntry {
  return { name: elementOfType(type), property, type, owner, through: undefined };
}

/** All names that the block of an element or detail may use, each with what it stands for. */
export function entriesIn(block: AstNode): readonly DetailEntry[] {
  const owner = blockType(block);
  if (!owner) return [];
  const own = entriesOf(owner).map((entry) => ({ ...entry, owner, through: undefined }));
  const pool = ownPoolOf(block);
  if (pool) return [...own, itself(pool, owner)];
  const part = partOf(block);
  if (!part) return own;
  const names = new Set(own.map(({ name }) => name));
  const parts = entriesOf(part.type).map((entry) => ({ ...entry, owner: part.type, through: part.property }));
  const named = part.property.isReference ? [itself(part, owner)] : [];
  return [...own, ...named, ...parts.filter(({ name }) => !names.has(name))];
}

/** The type of the child that a detail makes. What is no expression in backticks is one in plain words (BPMN 2.0.2, 8.4.7). */
export function childType(entry: Entry, detail: Detail): TypeDescriptor | undefined {
  const { type } = entry;
  const isInWords = detail.value !== undefined && detail.value.expression === undefined;
  return type?.name === 'bpmn:Expression' && !isInWords ? typeNamed('bpmn:FormalExpression') : type;
}

/** The property that a label sets: the name or, where a type has none, the value; undefined if it has neither. */
export function labelProperty(type: TypeDescriptor): PropertyDescriptor | undefined {
  const property = type.propertiesByName.get('name') ?? type.propertiesByName.get('value');
  return property?.isAttr ? property : undefined;
}
