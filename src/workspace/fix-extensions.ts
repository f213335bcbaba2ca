/** What vendors say, in a text: `@prefix:name = "value"` and `@prefix:name(key: "value")`. */
import { type AstNode, CstUtils } from 'langium';
import type { TextEdit } from '../base/text-edit.ts';
import {
  type Extension,
  type ExtensionValue,
  extensionsOf,
  insertFirst,
  isBlock,
  isCaseBlock,
  isExtensionAttribute,
  isExtensionChild,
  isModel,
  stretchOf,
} from '../language/index.ts';
import type { ModelChange } from '../lint/index.ts';
import { isElement } from '../model/index.ts';
import { statementOf, type TextToFix } from './fix-place.ts';
import { commentsIn } from './fix-statements.ts';

type ChangeVendor = Extract<ModelChange, { readonly kind: 'vendor' }>;

/** Declares a prefix at the head of the file. */
export function bindPrefix({ root, place }: TextToFix, prefix: string, uri: string): TextEdit[] | undefined {
  if (!isModel(root)) return undefined;
  const line = `namespace ${prefix} ${JSON.stringify(uri)}`;
  const last = root.header.at(-1)?.$cstNode;
  if (last) return [place.insert(place.endOfLine(last.end), `\n${line}`)];
  const first = root.elements[0]?.$cstNode;
  return first && [place.insert(first.offset, `${line}\n\n`)];
}

/** Gives a statement a vendor's attribute, on a line of its own: at the head of its block, or below the statement. */
export function addAttribute(
  { place }: TextToFix,
  statement: AstNode,
  name: string,
  value: string,
): TextEdit[] | undefined {
  const said = `@${name} = ${JSON.stringify(value)}`;
  if ('body' in statement && (isBlock(statement.body) || isCaseBlock(statement.body))) {
    const first = insertFirst(place, statement.body, said);
    return first && [first];
  }
  const { $cstNode } = statement;
  const last = $cstNode && CstUtils.flattenCst($cstNode).toArray().at(-1);
  if (!last) return undefined;
  const line = `\n${place.indentAt($cstNode.offset)}  ${said}`;
  return [place.insert(last.end, place.endsLine(last.end) ? line : ` ${said}`)];
}

/** Sets an attribute of a vendor's element, or takes such an element out. */
export function changeVendor(text: TextToFix, { owner, path, attribute }: ChangeVendor): TextEdit[] | undefined {
  const statement = statementOf(text, owner);
  const [first, ...inner] = path;
  const own = statement && elementsAmong(extensionsOf(statement));
  const holder = owner.get('extensionElements');
  const values = isElement(holder) ? holder.get('values') : undefined;
  // What stands in `with`, or is kept beside the text, is not among the statement's own.
  if (!own || first === undefined || !Array.isArray(values) || own.length !== values.length) return undefined;
  const extension = inner.reduce<Extension | undefined>(
    (one, index) => one && elementsAmong(one.parts.filter(isExtensionChild).map(({ child }) => child))[index],
    own[first],
  );
  if (!extension) return undefined;
  return attribute ? setAttribute(text, extension, attribute) : removeExtension(text, extension);
}

/** Those that are elements; the others are attributes. */
function elementsAmong(extensions: readonly Extension[]): readonly Extension[] {
  return extensions.filter(({ parenthesis }) => parenthesis);
}

function setAttribute(
  { place }: TextToFix,
  extension: Extension,
  { name, value }: { readonly name: string; readonly value: string },
): TextEdit[] | undefined {
  const part = extension.parts.filter(isExtensionAttribute).find(({ key }) => key === name);
  const said = part?.value && stretchOf(part.value);
  return part?.value && said ? [place.replace(said, sayLike(part.value, value))] : undefined;
}

/** In backticks, if it stood there before. */
function sayLike({ expression }: ExtensionValue, value: string): string {
  return expression && !/[`\r\n]/.test(value) ? `\`${value}\`` : JSON.stringify(value);
}

/** In a list with the comma behind it, or before it where it is the last. Comments between them stay. */
function removeExtension({ place }: TextToFix, extension: Extension): TextEdit[] | undefined {
  const own = stretchOf(extension);
  const around = extension.$container;
  if (!own || commentsIn(extension).length > 0) return undefined;
  if (!isExtensionChild(around)) return [place.remove(own)];
  const list = around.$container;
  const parts = 'parts' in list && Array.isArray(list.parts) ? (list.parts as readonly AstNode[]) : [];
  const at = parts.indexOf(around);
  const [before, after] = [stretchOf(parts[at - 1]), stretchOf(parts[at + 1])];
  const isComma = (offset: number, end: number) => place.textDocument.getText().slice(offset, end).trim() === ',';
  if (after && isComma(own.end, after.offset)) return [place.replace({ offset: own.offset, end: after.offset }, '')];
  if (before && isComma(before.end, own.offset)) return [place.replace({ offset: before.end, end: own.end }, '')];
  return before || after ? undefined : [place.replace(own, '')];
}
