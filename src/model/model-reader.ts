/** Builds a model from the events of the XML parser. One pass; references are resolved at the end. */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import {
  type ChildRule,
  type Package,
  type PropertyDescriptor,
  type TypeDescriptor,
  typeNamed,
} from '../schema/index.ts';
import { valueOfText } from './attribute-values.ts';
import { ModelObject } from './element-class.ts';
import type { Definitions } from './generated/bpmn.ts';
import type { Definitions as CmmnDefinitions } from './generated/cmmn.ts';
import { checkAttributes, checkDepth, feed } from './read-limits.ts';
import type { ModelRead } from './read-model.ts';
import { type ElementKind, ReadProblems } from './read-problems.ts';
import { type ElementName, ReadScope, ruleOf } from './read-scope.ts';
import { ReferenceTable } from './reference-table.ts';
import { attributeList, Part, Source, SourceText } from './source.ts';
import { noModel } from './unreadable.ts';
import { escapeText } from './xml-escape.ts';
import { packageOf, splitName } from './xml-names.ts';

/** Shorter tags have no attributes that are worth counting. */
const LONG_TAG = 5000;
const XML_DECLARATION = /^\uFEFF?(<\?xml\s[^>]*>)?/;
const NOT_BLANK = /[^ \t\r\n]/;
export class ModelReader {
  readonly #document: SourceText;
  readonly #text: string;
  readonly #parser = new SaxesParser({ position: false });
  readonly #problems: ReadProblems;
  readonly #references = new ReferenceTable();
  readonly #stack: ModelObject[] = [];
  /** Namespaces at the open element and, outwards, around it; where the letters `xmlns` occur next. */
  #scope = new ReadScope();
  readonly #scopes: ReadScope[] = [];
  #nextXmlns = -1;
  /** Where the attributes of a tag are gathered. */
  readonly #gathered: string[] = [];
  #root: ModelObject | undefined;
  #top: ModelObject | undefined;
  #topSource: Source | undefined;
  /** Depth inside an element that is kept as it is; what it belongs to and where it begins. */
  #skipped = 0;
  #skippedProperty: PropertyDescriptor | undefined;
  #skippedStart = 0;
  /** Behind the last tag. */
  #told = 0;
  /** Where the root element ends. */
  #epilogStart = 0;
  /** The open child that is a value or a reference, and what it says. */
  #valueProperty: PropertyDescriptor | undefined;
  #valueStart = 0;
  #valueText = '';

  constructor(text: string) {
    this.#text = text;
    this.#document = new SourceText(text);
    this.#problems = new ReadProblems(this.#document);
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
      feed(this.#text, parser, () => this.#told);
      parser.close();
    } catch (error) {
      return { problems: [this.#problems.unreadable(error, parser.position)] };
    }
    this.#document.epilog = this.#text.slice(this.#epilogStart).trim();
    const problems = [...this.#problems.warnings, ...this.#references.resolve()];
    return { definitions: this.#root as ModelObject & (Definitions | CmmnDefinitions), problems };
  }

  #open(tag: SaxesTagPlain): void {
    const end = this.#parser.position;
    this.#told = end;
    // No attribute value contains `<`, so the last one begins the tag.
    const start = this.#text.lastIndexOf('<', end - 1);
    if (end - start > LONG_TAG) checkAttributes(tag.attributes);
    const scope = this.#enterScope(tag, start, end);
    const name = scope.elementName(tag.name);
    const parent = this.#top;
    if (this.#skipped > 0 || this.#valueProperty) {
      checkDepth(++this.#skipped + this.#stack.length);
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

  #openRoot(name: ElementName, tag: SaxesTagPlain, start: number, end: number): void {
    const home = name.home ?? this.#assumeHome(name, tag, start, end);
    const type = name.local === 'definitions' && home ? typeNamed(`${home.prefix}:Definitions`) : undefined;
    if (!type) {
      throw noModel(tag.name, name.home ? undefined : this.#scope.namespaceOf(splitName(tag.name)[0]));
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
    this.#problems.warn('missing-namespace', message, start, end);
    return home;
  }

  #openChild(parent: ModelObject, name: ElementName, tag: SaxesTagPlain, start: number, end: number): void {
    const rule = ruleOf(name, parent.descriptor);
    if (!rule || !(rule.property.isMany || !this.#hasPart(rule.property))) {
      const foreign = parent.descriptor.properties.find((one) => one.type === 'Element' && !one.isReference);
      if (!foreign) this.#problems.misplaced(tag.name, this.#topSource?.tag, [start, end], kindOf(name, rule));
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
    const type = property.element === '' ? declared : this.#scope.actualType(declared, tag.attributes);
    const parentSource = this.#topSource;
    const element = this.#openElement(type, tag, start, end);
    element.$parent = parent;
    const part = new Part(property, start, end);
    part.element = element;
    parentSource?.add(part);
    if (property.isMany) ModelObject.add(parent, property, element);
    else ModelObject.setValue(parent, property, element);
  }

  #openElement(type: TypeDescriptor, tag: SaxesTagPlain, start: number, end: number): ModelObject {
    checkDepth(1 + this.#stack.length);
    const source = new Source(
      this.#document,
      this.#topSource,
      tag.name,
      start,
      end,
      attributeList(tag.attributes, this.#gathered),
    );
    const element = new ModelObject(type, source);
    this.#stack.push(element);
    this.#top = element;
    this.#topSource = source;
    this.#readAttributes(element, type, source, tag.attributes);
    return element;
  }

  #readAttributes(
    element: ModelObject,
    type: TypeDescriptor,
    source: Source,
    read: Readonly<Record<string, string>>,
  ): void {
    let hasOthers = false;
    let isPrefixed = false;
    const { attributes } = source;
    for (let n = 0; n < attributes.length; n += 2) {
      const name = attributes[n] ?? '';
      const property = type.propertiesByName.get(name);
      if (property?.isAttr) this.#readAttribute(element, property, attributes[n + 1] ?? '', source);
      else {
        hasOthers = true;
        isPrefixed ||= name.includes(':');
      }
    }
    if (!hasOthers) ModelObject.saysNoOthers(element);
    if (isPrefixed) this.#scope.checkPrefixes(read);
  }

  #readAttribute(element: ModelObject, property: PropertyDescriptor, text: string, source: Source): void {
    if (property.isReference) {
      this.#references.add(element, property, text, source, this.#scope);
      return;
    }
    const value = valueOfText(property, text);
    if (value === undefined) {
      source.hasRefused = true;
      this.#problems.badValue(property.name, text, source);
    } else ModelObject.setValue(element, property, value);
    if (property.isId) this.#problems.checkId(text, this.#references.addTarget(text, element), source);
  }

  #close(): void {
    const end = this.#parser.position;
    this.#told = end;
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
      if (value !== undefined) ModelObject.setValue(element, property, value);
    }
  }

  #closeElement(end: number): void {
    const element = this.#stack.pop();
    const body = element?.descriptor.body;
    const text = this.#topSource?.body;
    if (element && body && text !== undefined) ModelObject.setValue(element, body, text);
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
    else
      this.#problems.warn('unknown-element', 'There is text where none may be. It is kept.', source.start, source.end);
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
}

/** What an element is to a parent that has no room for it; one of another namespace has no rule. */
function kindOf({ home }: ElementName, rule: ChildRule | undefined): ElementKind {
  if (rule) return 'second';
  return home ? 'standard' : 'foreign';
}
