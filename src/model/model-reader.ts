/** Builds a model from the events of the XML parser. One pass; references are resolved at the end. */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Problem } from '../base/problem.ts';
import {
  type ChildRule,
  childRule,
  type Package,
  type PropertyDescriptor,
  type TypeDescriptor,
  typeNamed,
} from '../schema/index.ts';
import { valueOfText } from './attribute-values.ts';
import { classOf, type ModelObject, propertyOf } from './element-class.ts';
import type { Definitions } from './generated/bpmn.ts';
import type { Definitions as CmmnDefinitions } from './generated/cmmn.ts';
import type { ModelRead } from './read-model.ts';
import { type ElementName, ReadScope } from './read-scope.ts';
import { ReferenceTable } from './reference-table.ts';
import { Part, Source, SourceText } from './source.ts';
import { Unreadable } from './unreadable.ts';
import { escapeText } from './xml-escape.ts';
import { packageOf, splitName, XSI } from './xml-names.ts';
import { explain } from './xml-problems.ts';

/** Deeper files are no models; what works on models may recurse. */
const MAX_DEPTH = 3000;
const XML_DECLARATION = /^\uFEFF?(<\?xml\s[^>]*>)?/;
const NOT_BLANK = /[^ \t\r\n]/;
/** What an id must be, so that a reference can name it. */
const PLAIN_NAME = /^[A-Za-z_][\w.-]*$/;
const XML_NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.\-·]*$/u;

/** What the XML parser complains of. It throws plain errors; others are mistakes of ours. */
function parserMessage(error: unknown): string {
  if (error instanceof Error && Object.getPrototypeOf(error) === Error.prototype) return error.message;
  throw error;
}

export class ModelReader {
  readonly #document: SourceText;
  readonly #text: string;
  readonly #parser = new SaxesParser({ position: false });
  readonly #problems: Problem[] = [];
  readonly #references = new ReferenceTable();
  readonly #stack: ModelObject[] = [];
  /** Namespaces at the open element and, outwards, around it; where the letters `xmlns` occur next. */
  #scope = new ReadScope();
  readonly #scopes: ReadScope[] = [];
  #nextXmlns = -1;
  #root: ModelObject | undefined;
  #top: ModelObject | undefined;
  #topSource: Source | undefined;
  /** Depth inside an element that is kept as it is; what it belongs to and where it begins. */
  #skipped = 0;
  #skippedProperty: PropertyDescriptor | undefined;
  #skippedStart = 0;
  /** Where the root element ends. */
  #epilogStart = 0;
  /** The open child that is a value or a reference, and what it says. */
  #valueProperty: PropertyDescriptor | undefined;
  #valueStart = 0;
  #valueText = '';

  constructor(text: string) {
    this.#text = text;
    this.#document = new SourceText(text);
  }

  read(): ModelRead {
    const parser = this.#parser;
    // Six handlers and no more: V8 turns the parser into a hash table at the seventh, and parsing takes thrice as long.
    // So errors are thrown, and the XML declaration is looked for when the root element is there.
    parser.on('opentag', (tag) => this.#open(tag as SaxesTagPlain));
    parser.on('closetag', () => this.#close());
    parser.on('text', (text) => this.#addText(text, false));
    parser.on('cdata', (text) => this.#addText(text, true));
    parser.on('comment', (comment) => this.#addComment(comment));
    parser.on('processinginstruction', ({ target, body }) => this.#addMarkup(`<?${target} ${body}?>`));
    try {
      parser.write(this.#text).close();
    } catch (error) {
      return { problems: [this.#unreadable(error)] };
    }
    this.#document.epilog = this.#text.slice(this.#epilogStart).trim();
    const problems = [...this.#problems, ...this.#references.resolve()];
    return { definitions: this.#root as ModelObject & (Definitions | CmmnDefinitions), problems };
  }

  #unreadable(error: unknown): Problem {
    const position = Math.min(this.#parser.position, this.#text.length);
    const { code, message, end } = error instanceof Unreadable ? error : explain(parserMessage(error), this.#text);
    const last = end ?? position;
    return { severity: 'error', code, message, range: this.#document.rangeOf(Math.max(last - 1, 0), last) };
  }

  #open(tag: SaxesTagPlain): void {
    const end = this.#parser.position;
    // No attribute value contains `<`, so the last one begins the tag.
    const start = this.#text.lastIndexOf('<', end - 1);
    const scope = this.#enterScope(tag, start, end);
    const name = scope.elementName(tag.name);
    const parent = this.#top;
    if (this.#skipped > 0 || this.#valueProperty) {
      this.#checkDepth(++this.#skipped);
      scope.checkPrefixes(tag.attributes);
    } else if (parent) {
      this.#openChild(parent, name, tag, start, end);
    } else {
      this.#openRoot(name, tag, start, end);
    }
  }

  /** Only tags in which the letters `xmlns` occur are looked through for bindings; few have them. */
  #enterScope(tag: SaxesTagPlain, start: number, end: number): ReadScope {
    this.#scopes.push(this.#scope);
    if (this.#nextXmlns < start) {
      const found = this.#text.indexOf('xmlns', start);
      this.#nextXmlns = found < 0 ? Number.POSITIVE_INFINITY : found;
    }
    if (this.#nextXmlns < end) this.#scope = this.#scope.inside(tag.attributes);
    return this.#scope;
  }

  #checkDepth(depth: number): void {
    if (depth + this.#stack.length <= MAX_DEPTH) return;
    const message = `Elements are nested more than ${MAX_DEPTH} deep here. No model needs that: take levels away.`;
    throw new Unreadable('nested-too-deep', message);
  }

  #openRoot(name: ElementName, tag: SaxesTagPlain, start: number, end: number): void {
    const home = name.home ?? this.#assumeHome(name, tag, start, end);
    const type = name.local === 'definitions' && home ? typeNamed(`${home.prefix}:Definitions`) : undefined;
    if (!type) {
      const message = `The root element <${tag.name}> is no definitions element of BPMN 2.0 or CMMN. Give a file that is a model.`;
      throw new Unreadable('not-a-model', message);
    }
    this.#document.xmlVersion = this.#parser.xmlDecl.version ?? '1.0';
    this.#document.prolog = this.#text.slice(0, start).replace(XML_DECLARATION, '').trim();
    this.#references.targetNamespace = tag.attributes.targetNamespace;
    this.#root = this.#openElement(type, tag, start, end);
  }

  /** A file that binds the namespace of models, but not for its elements, is meant to be a model. */
  #assumeHome(name: ElementName, tag: SaxesTagPlain, start: number, end: number): Package | undefined {
    const home = this.#scope.namespaces.map(packageOf).find((one) => one && typeNamed(`${one.prefix}:Definitions`));
    if (!home || name.local !== tag.name || this.#scope.namespaceOf('') !== undefined) return undefined;
    this.#document.assumed = home;
    this.#scope = this.#scope.assuming(home);
    const message = `The elements are in no namespace, so other programs do not know them. Add xmlns="${home.uri}".`;
    this.#warn('missing-namespace', message, start, end);
    return home;
  }

  #openChild(parent: ModelObject, name: ElementName, tag: SaxesTagPlain, start: number, end: number): void {
    const rule = ruleOf(name, parent.descriptor);
    if (!rule || !(rule.property.isMany || !this.#hasPart(rule.property))) {
      const foreign = parent.descriptor.properties.find((one) => one.type === 'Element' && !one.isReference);
      if (!foreign) this.#warnOfElement(tag, start, end, name.home !== undefined, rule !== undefined);
      this.#skipped = 1;
      this.#skippedProperty = foreign;
      this.#skippedStart = start;
      this.#scope.checkPrefixes(tag.attributes);
    } else if (!rule.type) {
      this.#valueProperty = rule.property;
      this.#valueStart = start;
      this.#valueText = '';
      this.#scope.checkPrefixes(tag.attributes);
    } else {
      this.#openContained(parent, rule, rule.type, tag, start, end);
    }
  }

  #hasPart(property: PropertyDescriptor): boolean {
    return this.#topSource?.parts.some((part) => part.property === property) ?? false;
  }

  #openContained(
    parent: ModelObject,
    { property }: ChildRule,
    declared: TypeDescriptor,
    tag: SaxesTagPlain,
    start: number,
    end: number,
  ): void {
    const type = property.element === '' ? declared : this.#actualType(declared, tag.attributes);
    const parentSource = this.#topSource;
    const element = this.#openElement(type, tag, start, end);
    element.$parent = parent;
    const part = new Part(property, start, end);
    part.element = element;
    parentSource?.add(part);
    if (property.isMany) (propertyOf(parent, property.name) as ModelObject[]).push(element);
    else (parent as unknown as Record<string, unknown>)[property.name] = element;
  }

  /** What `xsi:type` says, if that is derived from what the schema says. */
  #actualType(declared: TypeDescriptor, attributes: Readonly<Record<string, string>>): TypeDescriptor {
    const written = this.#xsiType(attributes);
    const type = written === undefined ? undefined : this.#scope.typeNamed(written.trim());
    return type?.allTypes.has(declared.name) ? type : declared;
  }

  #xsiType(attributes: Readonly<Record<string, string>>): string | undefined {
    if (this.#scope.namespaceOf('xsi') === XSI) return attributes['xsi:type'];
    const names = Object.keys(attributes).filter((name) => name.endsWith(':type'));
    const name = names.find((one) => this.#scope.namespaceOf(splitName(one)[0]) === XSI);
    return name === undefined ? undefined : attributes[name];
  }

  #openElement(type: TypeDescriptor, tag: SaxesTagPlain, start: number, end: number): ModelObject {
    this.#checkDepth(1);
    const attributes: string[] = [];
    const source = new Source(this.#document, this.#topSource, tag.name, start, end, attributes);
    const element = new (classOf(type))(source);
    this.#stack.push(element);
    this.#top = element;
    this.#topSource = source;
    this.#readAttributes(element, type, source, tag.attributes, attributes);
    return element;
  }

  #readAttributes(
    element: ModelObject,
    type: TypeDescriptor,
    source: Source,
    read: Readonly<Record<string, string>>,
    list: string[],
  ): void {
    let isPrefixed = false;
    for (const name in read) {
      const text = read[name] ?? '';
      list.push(name, text);
      const property = type.propertiesByName.get(name);
      if (property?.isAttr) this.#readAttribute(element, property, text, source);
      else isPrefixed ||= name.includes(':');
    }
    if (isPrefixed) this.#scope.checkPrefixes(read);
  }

  #readAttribute(element: ModelObject, property: PropertyDescriptor, text: string, source: Source): void {
    if (property.isReference) {
      this.#references.add(element, property, text, source, this.#scope);
      return;
    }
    const value = valueOfText(property, text);
    if (value === undefined) this.#warnOfValue(property.name, text, source);
    else (element as unknown as Record<string, unknown>)[property.name] = value;
    if (property.isId) this.#addId(element, text, source);
  }

  #addId(element: ModelObject, id: string, source: Source): void {
    const isNew = this.#references.addTarget(id, element);
    if (!isNew) {
      const message = `The id "${id}" is taken already, further up. References mean the first one: give this one another.`;
      this.#warn('duplicate-id', message, source.start, source.end, id);
    } else if (!PLAIN_NAME.test(id) && !XML_NAME.test(id)) {
      const message = `"${id}" is no id that XML allows. Take letters, digits, "_", "-" and ".", a letter or "_" first.`;
      this.#warn('bad-id', message, source.start, source.end, id);
    }
  }

  #close(): void {
    const end = this.#parser.position;
    this.#closeWithin(end);
    this.#scope = this.#scopes.pop() ?? this.#scope;
  }

  #closeWithin(end: number): void {
    if (this.#skipped > 0) {
      if (--this.#skipped > 0 || this.#valueProperty) return;
      this.#topSource?.add(new Part(this.#skippedProperty, this.#skippedStart, end));
    } else if (this.#valueProperty) {
      this.#closeValue(this.#valueProperty, end);
      this.#valueProperty = undefined;
    } else {
      this.#closeElement(end);
    }
  }

  #closeValue(property: PropertyDescriptor, end: number): void {
    const element = this.#top;
    const source = this.#topSource;
    if (!element || !source) return;
    const text = this.#valueText;
    source.add(new Part(property, this.#valueStart, end, text));
    if (property.isReference) {
      this.#references.add(element, property, text, source, this.#scope);
    } else {
      const value = valueOfText(property, text);
      if (value !== undefined) (element as unknown as Record<string, unknown>)[property.name] = value;
    }
  }

  #closeElement(end: number): void {
    const element = this.#stack.pop();
    const body = element?.descriptor.body;
    const text = this.#topSource?.body;
    if (element && body && text !== undefined) (element as unknown as Record<string, unknown>)[body.name] = text;
    this.#top = this.#stack.at(-1);
    if (this.#topSource) this.#topSource.close = end;
    this.#topSource = this.#topSource?.parent;
    this.#epilogStart = end;
  }

  #addText(text: string, isCdata: boolean): void {
    if (this.#skipped > 0) return;
    if (this.#valueProperty) {
      this.#valueText += text;
      return;
    }
    const source = this.#topSource;
    const body = this.#top?.descriptor.body;
    if (!source || (!body && !NOT_BLANK.test(text))) return;
    if (body) source.body = (source.body ?? '') + text;
    else this.#warn('unknown-element', 'There is text where none may be. It is kept.', source.start, source.end);
    const kept = body ? text : text.trim();
    source.add(new Part(body, 0, 0, isCdata ? `<![CDATA[${kept}]]>` : escapeText(kept)));
  }

  #addComment(text: string): void {
    // The parser tells of it at its second last sign. It holds no `--`, so no other beginning either.
    const end = this.#parser.position + 1;
    this.#document.comments.push({ text, start: this.#text.lastIndexOf('<!--', end), end });
    this.#addMarkup(`<!--${text}-->`);
  }

  /** Comments and instructions. */
  #addMarkup(xml: string): void {
    if (this.#skipped === 0 && !this.#valueProperty) this.#topSource?.add(new Part(undefined, 0, 0, xml));
  }

  #warnOfElement(tag: SaxesTagPlain, start: number, end: number, isStandard: boolean, isSecond: boolean): void {
    const parent = this.#topSource?.tag;
    const why = isSecond
      ? `<${parent}> can have only one <${tag.name}>; this one is kept as it is, but not used.`
      : `<${parent}> can have no <${tag.name}>. It is kept as it is, but not used.`;
    const what = isStandard ? '' : ' Elements of other namespaces belong into extensionElements.';
    this.#warn('unknown-element', why + what, start, end);
  }

  #warnOfValue(name: string, text: string, source: Source): void {
    const message = `"${text}" is no value for ${name}. It is kept as it is, but not used: correct it.`;
    this.#warn('bad-value', message, source.start, source.end);
  }

  #warn(code: string, message: string, start: number, end: number, element?: string): void {
    const range = this.#document.rangeOf(start, end);
    this.#problems.push({ severity: 'warning', code, message, range, ...(element !== undefined && { element }) });
  }
}

/** What an element means inside one of a type; asked for every element, so remembered with its name. */
function ruleOf(name: ElementName, parent: TypeDescriptor): ChildRule | undefined {
  const known = name.rules.get(parent);
  if (known || !name.home) return known;
  const rule = childRule(parent, name.home.prefix, name.local);
  name.rules.set(parent, rule);
  return rule;
}
