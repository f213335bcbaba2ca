/** Writes a model. No recursion: files may nest deeper than the stack of calls. */

import { childRule, elementOfType, type PropertyDescriptor } from '../schema/index.ts';
import { canBeWritten, childPropertiesOf, contentAsRead, fresh, type Piece } from './content-order.ts';
import { ModelObject } from './element-class.ts';
import { foreignXml } from './foreign-xml.ts';
import { bindMissing } from './missing-namespaces.ts';
import { Scope } from './scope.ts';
import { bindingsOf, eachAttributeOf } from './start-tag.ts';
import { isOfAnyType, ruleOfTag } from './written-tag.ts';
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
  /** What is written, piece by piece: to join them once leaves far less behind than a text that grows. */
  #xml: string[] = [];

  constructor(indentation = byTwo) {
    this.#indentation = indentation;
  }

  /** The whole file. */
  write(root: ModelObject): string {
    const document = ModelObject.sourceOf(root)?.document;
    const { prolog = '', epilog = '', xmlVersion = '1.0' } = document ?? {};
    this.#xml = [`<?xml version="${xmlVersion}" encoding="UTF-8"?>\n${prolog && `${prolog}\n`}`];
    this.#writeElement(root, undefined, { parent: undefined, scope: new Scope(), depth: 0 });
    this.#writeRest();
    this.#xml.push(epilog && `${epilog}\n`);
    const xml = this.#xml.join('');
    // Only what is copied from the source can hold other line ends; all else is escaped.
    return xml.includes('\r') ? xml.replace(/\r\n?/g, '\n') : xml;
  }

  /** One thing inside an element: lines with LF behind each, or no white space at all where there is no depth. */
  writePart(piece: Piece, place: Place): string {
    this.#xml = [];
    this.#writePiece(piece, place);
    this.#writeRest();
    return this.#xml.join('');
  }

  #writeRest(): void {
    for (let item = this.#work.pop(); item !== undefined; item = this.#work.pop()) {
      if (typeof item === 'string') this.#xml.push(item);
      else this.#writePiece(item.piece, item.place);
    }
  }

  #writePiece(piece: Piece, place: Place): void {
    const { depth } = place;
    if ('element' in piece) {
      this.#writeElement(piece.element, piece.property, place);
      return;
    }
    this.#xml.push(this.#indent(depth));
    if ('xml' in piece) this.#xml.push(piece.xml);
    else if ('foreign' in piece) this.#xml.push(foreignXml(piece.foreign, place.scope, depth));
    else {
      const scope = new Scope(place.scope);
      const name = scope.nameIn(piece.property.package, piece.property.element);
      this.#xml.push('<', name, attributesText(scope.added), '>', escapeText(piece.text), '</', name, '>');
    }
    this.#xml.push(lineEnd(depth));
  }

  readonly #writeAttribute = (name: string, value: string): void => {
    this.#xml.push(' ', name, '="', escapeAttribute(value), '"');
  };

  #writeElement(element: ModelObject, property: PropertyDescriptor | undefined, place: Place): void {
    const { depth } = place;
    const scope = new Scope(place.scope, bindingsOf(element));
    if (!property) bindMissing(element, scope);
    const name = nameOf(element, property, place.parent, scope);
    this.#xml.push(this.#indent(depth), '<', name, '');
    const bindings = this.#xml.length - 1;
    const type = typeAttribute(element, property, place.parent, scope);
    if (type !== undefined) this.#writeAttribute(...type);
    eachAttributeOf(element, scope, this.#writeAttribute);
    // What had to be bound is known only now.
    this.#xml[bindings] = attributesText(scope.added);
    const isText = depth === undefined || element.descriptor.body !== undefined;
    const end = this.#work.length;
    this.#work.push('');
    this.#addContent(element, { parent: element, scope, depth: isText ? undefined : depth + 1 });
    if (this.#work.length === end + 1) {
      this.#work.pop();
      this.#xml.push(depth === undefined ? '/>' : ' />', lineEnd(depth));
      return;
    }
    this.#xml.push('>', isText ? '' : '\n');
    this.#work[end] = `${isText ? '' : this.#indent(depth)}</${name}>${lineEnd(depth)}`;
  }

  /** Adds what is inside an element to what is to be written, the last first. */
  #addContent(element: ModelObject, place: Place): void {
    const source = ModelObject.sourceOf(element);
    if (!source) {
      this.#addNewContent(element, place);
      return;
    }
    const pieces = contentAsRead(element, source);
    for (let at = pieces.length - 1; at >= 0; at--) this.#work.push({ piece: pieces[at] as Piece, place });
  }

  /** What was not read has no order of its own: that of the schema. Of all that it could hold an element holds little. */
  #addNewContent(element: ModelObject, place: Place): void {
    const properties = childPropertiesOf(element.descriptor);
    const unresolved = ModelObject.unresolvedOf(element);
    for (let at = properties.length - 1; at >= 0; at--) {
      const property = properties[at] as PropertyDescriptor;
      const texts = unresolved?.get(property.name);
      for (let n = (texts?.length ?? 0) - 1; n >= 0; n--)
        this.#work.push({ piece: { property, text: texts?.[n] ?? '' }, place });
      const value = ModelObject.ownValue(element, property);
      if (value === undefined) continue;
      if (!Array.isArray(value)) this.#addValue(property, value, place);
      else for (let n = value.length - 1; n >= 0; n--) this.#addValue(property, value[n], place);
    }
  }

  #addValue(property: PropertyDescriptor, value: unknown, place: Place): void {
    if (canBeWritten(property, value)) this.#work.push({ piece: fresh(property, value), place });
  }

  #indent(depth: number | undefined): string {
    return depth === undefined ? '' : this.#indentation(depth);
  }
}

function lineEnd(depth: number | undefined): string {
  return depth === undefined ? '' : '\n';
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
  if (property) {
    const tag = ruleOfTag(element, property, parent)?.tag;
    if (tag !== undefined) return scope.nameIn(property.package, tag);
    if (property.element !== '' && !isOfAnyType(property)) return scope.nameIn(property.package, property.element);
  }
  return scope.nameIn(element.descriptor.package, elementOfType(element.descriptor));
}

/** Says the type of a new element that is named by its property, unless it is the type that the schema takes for it. */
function typeAttribute(
  element: ModelObject,
  property: PropertyDescriptor | undefined,
  parent: ModelObject | undefined,
  scope: Scope,
): [name: string, value: string] | undefined {
  const { name, package: home, localName } = element.descriptor;
  if (ModelObject.sourceOf(element) || !property || property.element === '' || property.type === name) return undefined;
  const rule = ruleOfTag(element, property, parent);
  if (rule ? rule.type === element.descriptor : isOfAnyType(property)) return undefined;
  const prefix = scope.prefixOf([XSI]) ?? scope.bind('xsi', XSI);
  return [`${prefix}:type`, scope.nameIn(home, home.typePrefix + localName)];
}
