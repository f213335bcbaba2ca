/** What the schema says of a key, as hover and completion show it. */

import type { AstNode } from 'langium';
import {
  elementOfType,
  entriesOf,
  enumerationNamed,
  type PropertyDescriptor,
  type TypeDescriptor,
} from '../../schema/index.ts';
import { blockType, type DetailEntry, labelProperty } from '../details/detail-entry.ts';
import { definedType } from '../details/detail-types.ts';
import { nounOf } from '../details/references.ts';
import { isDefine, isDetail } from '../generated/ast.ts';

/** A key: what it takes, how often, and whose it is. */
export function entryMarkdown(entry: DetailEntry): string {
  const { property, type, owner } = entry;
  const what = type ? 'Element' : property.isReference ? 'Reference' : 'Attribute';
  const lines = [
    `**${entry.name}** — ${what}, ${termOf(owner)}`,
    `${sentence(entry)}${property.isMany ? ' May stand several times.' : ''}${fallback(property)}`,
    `\`\`\`procedo\n${exampleOf(entry)}\n\`\`\``,
  ];
  return lines.join('\n\n');
}

/** What `define` makes, or a detail, in the words of the standard; undefined for what a word of the language makes. */
export function schemaTerm(node: AstNode): string | undefined {
  const type = isDefine(node) || isDetail(node) ? blockType(node) : undefined;
  return type && termOf(type);
}

/** The name of a type as the text of the standard writes it: User Task. */
function termOf({ localName }: TypeDescriptor): string {
  return localName.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
}

function sentence({ property, type }: DetailEntry): string {
  if (type) {
    const kinds = type.body ? 'A text or a block' : 'A block';
    return `${kinds}: \`${elementOfType(type)}\`.`;
  }
  if (property.isReference) return `Names ${articled(nounOf(property))}.`;
  const values = enumerationNamed(property.type);
  if (values) return `One of ${values.map((one) => `"${one}"`).join(', ')}.`;
  return `${VALUES[property.type] ?? 'A text in double quotes'}.`;
}

const VALUES: Readonly<Record<string, string>> = {
  Boolean: '`true` or `false`',
  Integer: 'A whole number',
  Real: 'A number',
};

function fallback(property: PropertyDescriptor): string {
  return property.default === undefined || property.isReference ? '' : ` \`${property.default}\` where it is absent.`;
}

function articled(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} \`${noun}\``;
}

/** What a key takes, in a word or two, beside it in the list. */
export function valueShown({ property, type }: DetailEntry): string {
  if (type) return 'element';
  if (property.isReference) return nounOf(property);
  const values = enumerationNamed(property.type);
  return values ? values.join(' | ') : property.type;
}

function exampleOf({ name, property, type }: DetailEntry): string {
  if (type) return type.body && type.allTypes.has('bpmn:Expression') ? `${name}: \`…\`` : `${name} { … }`;
  if (property.isReference) return `${name}: ${nounOf(property)}1`;
  const value = enumerationNamed(property.type)?.[0];
  if (value !== undefined) return `${name}: "${value}"`;
  const examples: Readonly<Record<string, string>> = { Boolean: 'true', Integer: '1', Real: '1.5' };
  return `${name}: ${examples[property.type] ?? '"…"'}`;
}

/** A kind behind `define`. */
export function kindMarkdown(kind: string): string | undefined {
  if (kind === 'xml')
    return '**xml** — Root Element\n\nKept as XML, to the letter: a choreography, a conversation.\n\n````procedo\ndefine xml id { text: ```…``` }\n````';
  const type = definedType(kind);
  if (!type) return undefined;
  const label = labelProperty(type);
  const names = entriesOf(type).filter(
    ({ property }) => !property.isId && property !== label && property.name !== 'extensionElements',
  );
  const shown = names.map(({ name }) => `\`${name}\``).join(', ');
  return `**${kind}** — ${termOf(type)}, Root Element\n\nIts block takes ${shown}.`;
}
