/** The parser for XML of all kinds. It knows what is wrong with a text, and where. */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { feed } from './read-limits.ts';
import type { AttributeList, XmlHandler, XmlParser } from './xml-events.ts';

export class AnyXml implements XmlParser {
  readonly #text: string;
  readonly #parser = new SaxesParser({ position: false });
  /** Behind the last tag. */
  #told = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get position(): number {
    return this.#parser.position;
  }

  get version(): string {
    return this.#parser.xmlDecl.version ?? '1.0';
  }

  parse(handler: XmlHandler): void {
    const parser = this.#parser;
    // Six handlers and no more: V8 turns the parser into a hash table at the seventh, and parsing takes thrice as long.
    // So errors are thrown, and the XML declaration is looked for when the root element is there.
    parser.on('opentag', (tag) => {
      this.#told = parser.position;
      handler.open(tag.name, attributeList((tag as SaxesTagPlain).attributes));
    });
    parser.on('closetag', () => {
      this.#told = parser.position;
      handler.close();
    });
    parser.on('text', (text) => handler.text(text, false));
    parser.on('cdata', (text) => handler.text(text, true));
    parser.on('comment', (comment) => handler.comment(comment));
    parser.on('processinginstruction', ({ target, body }) => handler.instruction(target, body));
    feed(this.#text, parser, () => this.#told);
    parser.close();
  }
}

function attributeList(attributes: Readonly<Record<string, string>>): AttributeList {
  const list: string[] = [];
  for (const name in attributes) list.push(name, attributes[name] ?? '');
  // A list that grows has room for 17.
  return list.slice();
}
