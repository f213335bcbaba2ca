/** Writes a model. No recursion: files may nest deeper than the stack of calls. */

import { childRule, elementOfType, type PropertyDescriptor, typeNamed } from '../schema/index.ts';
import { contentOf, type Piece } from './content-order.ts';
import { ModelObject } from './element-class.ts';
import { foreignXml } from './foreign-xml.ts';
import { bindMissing } from './missing-namespaces.ts';
import { Scope } from './scope.ts';
import { attributesOf, bindingsOf } from './start-tag.ts';
import { escapeAttribute, escapeText } from './xml-escape.ts';
import { packageOf, splitName, XSI } from './xml-names.ts';

/** Where a thing is written. */
export interface Place {
  readonly parent: ModelObject | undefined;
  readonly scope: Scope;
  /** Depth of the indentation; undefined inside text, where no white space may be added. */
  readonly depth: number | undefined;
}

/** White space at the head of lines by their depth, where most of them stand. */
const blanks: readonly string[] = Array.from({ length: 20 }, (_, depth) => '  '.repeat(depth));

/** Two blanks a level. */
const byTwo = (depth: number): string => blanks[depth] ?? '  '.repeat(depth);

export class ModelWriter {
  /** White space at the head of a line, by its depth. */
  readonly #indentation: (depth: number) => string;
  /** What is still to be written, the next at the end: pieces, and end tags as they are. */
  readonly #work: (string | { readonly piece: Piece; readonly place: Place })[] = [];
  #xml = '';

  constructor(indentation = byTwo) {
    this.#indentation = indentation;
  }

  /** The whole file. */
  write(root: ModelObject): string {
    const document = ModelObject.sourceOf(root)?.document;
    const { prolog = '', epilog = '', xmlVersion = '1.0' } = document ?? {};
    this.#xml = `<?xml version="${xmlVersion}" encoding="UTF-8"?>\n${prolog && `${prolog}\n`}`;
    this.#writeElement(root, undefined, { parent: undefined, scope: new Scope(), depth: 0 });
    this.#writeRest();
    this.#xml += epilog && `${epilog}\n`;
    // Only what is copied from the source can hold other line ends; all else is escaped.
    return this.#xml.includes('\r') ? this.#xml.replace(/\r\n?/g, '\n') : this.#xml;
  }

  /** One thing inside an element: lines with LF behind each, or no white space at all where there is no depth. */
  writePart(piece: Piece, place: Place): string {
    this.#xml = '';
    this.#writePiece(piece, place);
    this.#writeRest();
    return this.#xml;
  }

  #writeRest(): void {
    for (let item = this.#work.pop(); item !== undefined; item = this.#work.pop()) {
      if (typeof item === 'string') this.#xml += item;
      else this.#writePiece(item.piece, item.place);
    }
  }

  #writePiece(piece: Piece, place: Place): void {
    if ('xml' in piece) {
      this.#xml += this.#line(piece.xml, place.depth);
    } else if ('foreign' in piece) {
      this.#xml += this.#line(foreignXml(piece.foreign, place.scope, place.depth), place.depth);
    } else if ('element' in piece) {
      this.#writeElement(piece.element, piece.property, place);
    } else {
      const scope = new Scope(place.scope);
      const name = scope.nameIn(piece.property.package, piece.property.element);
      this.#xml += this.#line(
        `<${name}${attributesText(scope.added)}>${escapeText(piece.text)}</${name}>`,
        place.depth,
      );
    }
  }

  #writeElement(element: ModelObject, property: PropertyDescriptor | undefined, place: Place): void {
    const { depth } = place;
    const scope = new Scope(place.scope, bindingsOf(element));
    if (!property) bindMissing(element, scope);
    const name = nameOf(element, property, place.parent, scope);
    const type = attributesText(typeAttribute(element, property, scope));
    const own = type + attributesText(attributesOf(element, scope));
    // What had to be bound is known only now.
    const start = `<${name}${attributesText(scope.added)}${own}`;
    const content = contentOf(element);
    if (content.length === 0) {
      this.#xml += this.#line(depth === undefined ? `${start}/>` : `${start} />`, depth);
      return;
    }
    const isText = depth === undefined || element.descriptor.body !== undefined;
    this.#xml += isText ? `${this.#indent(depth)}${start}>` : this.#line(`${start}>`, depth);
    this.#work.push(`${isText ? '' : this.#indent(depth)}</${name}>${depth === undefined ? '' : '\n'}`);
    const inside: Place = { parent: element, scope, depth: isText ? undefined : depth + 1 };
    for (const piece of content.reverse()) this.#work.push({ piece, place: inside });
  }

  #indent(depth = 0): string {
    return this.#indentation(depth);
  }

  #line(xml: string, depth: number | undefined): string {
    return depth === undefined ? xml : `${this.#indent(depth)}${xml}\n`;
  }
}

function attributesText(attributes: readonly (readonly [string, string])[]): string {
  let text = '';
  for (const [name, value] of attributes) text += ` ${name}="${escapeAttribute(value)}"`;
  return text;
}

/** The name it had, if that still means the same here (it may have been moved); else the one of the schema. */
function nameOf(
  element: ModelObject,
  property: PropertyDescriptor | undefined,
  parent: ModelObject | undefined,
  scope: Scope,
): string {
  const source = ModelObject.sourceOf(element);
  if (source) {
    const [prefix, local] = splitName(source.name);
    const uri = scope.namespaceOf(prefix);
    const home = uri === undefined ? source.document.assumed : packageOf(uri);
    const rule = home && parent ? childRule(parent.descriptor, home.prefix, local) : undefined;
    if (home && rule?.property === property) return source.name;
  }
  if (property && property.element !== '' && !isOfAnyType(property))
    return scope.nameIn(property.package, property.element);
  return scope.nameIn(element.descriptor.package, elementOfType(element.descriptor));
}

/** Whether a property takes an element of the schema by its own name, as all that may stand for it: a `formalExpression` in place of an `expression`. */
function isOfAnyType({ element, type }: PropertyDescriptor): boolean {
  const known = typeNamed(type);
  return known !== undefined && elementOfType(known) === element;
}

/** Says the type of a new element that is named by its property, unless it is the type that the schema takes for it. */
function typeAttribute(
  element: ModelObject,
  property: PropertyDescriptor | undefined,
  scope: Scope,
): [name: string, value: string][] {
  const { name, package: home, localName } = element.descriptor;
  if (ModelObject.sourceOf(element) || !property || property.element === '' || property.type === name) return [];
  if (isOfAnyType(property)) return [];
  const prefix = scope.prefixOf([XSI]) ?? scope.bind('xsi', XSI);
  return [[`${prefix}:type`, scope.nameIn(home, home.typePrefix + localName)]];
}
