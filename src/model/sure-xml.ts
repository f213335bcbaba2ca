/**
 * A parser for XML as nearly all files have it: plain names, the five entities and references to characters, comments, no document type. It
 * takes a fraction of the time of one for all of XML, looks at nothing twice, and gives up at the first doubt: then that one reads the text again.
 */
import type { AttributeList, XmlHandler, XmlParser } from './xml-events.ts';

const DECLARATION =
  /^<\?xml\s+version\s*=\s*(?:"1\.0"|'1\.0')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/;
/** What XML 1.0 does not allow at all; half characters too. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are meant
const DISALLOWED = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF\p{Cs}]/u;
const NOT_BLANK = /[^ \t\r\n]/;
const BREAKS = /\r\n?/g;
const BLANKS = /\r\n|[\t\r\n]/g;
/** Longer texts are fed piece by piece, so that nothing too long fills the memory. */
const LONGEST = 2 ** 22;
/** Names and values. Whether one of more stands there twice would take long to find out by looking at all others. */
const MOST_ATTRIBUTES = 80;
/** Shared by all tags without attributes. */
const NONE: AttributeList = [];

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const [TAB, LINE_FEED, RETURN, BLANK] = [9, 10, 13, 32];
const [BANG, QUOTE, AMPERSAND, APOSTROPHE, SLASH] = [33, 34, 38, 39, 47];
const [LESS, EQUALS, GREATER] = [60, 61, 62];

/** Whether a name may begin with a character (2) or only go on with it (1), by its code. */
const NAMES = new Uint8Array(128);
for (const sign of '-.0123456789') NAMES[sign.charCodeAt(0)] = 1;
for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_:') NAMES[sign.charCodeAt(0)] = 2;

export class SureXml implements XmlParser {
  readonly version = '1.0';
  position = 0;
  readonly #text: string;
  /** Names of the open elements; whether the root is closed. */
  readonly #open: string[] = [];
  #isEnded = false;
  /** Names and values of the attributes of a tag, of which there are so many. */
  readonly #gathered: string[] = [];
  #length = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(handler: XmlHandler): void {
    const text = this.#text;
    if (text.length > LONGEST || DISALLOWED.test(text)) throw doubt();
    let at = DECLARATION.exec(text)?.[0].length ?? 0;
    while (at < text.length) {
      const less = text.indexOf('<', at);
      const end = less < 0 ? text.length : less;
      if (end > at) this.#tellText(text.slice(at, end), handler);
      if (less < 0) break;
      const sign = text.charCodeAt(less + 1);
      if (sign === BANG) at = this.#markup(less, handler);
      else if (sign === SLASH) at = this.#endTag(less, handler);
      else at = this.#startTag(less, handler);
    }
    if (!this.#isEnded) throw doubt();
    this.position = text.length;
  }

  #tellText(text: string, handler: XmlHandler): void {
    if (this.#open.length === 0) {
      if (NOT_BLANK.test(text)) throw doubt();
      return;
    }
    if (text.includes(']]>')) throw doubt();
    handler.text(meant(withBreaks(text)), false);
  }

  /** A comment or literal text. */
  #markup(start: number, handler: XmlHandler): number {
    const text = this.#text;
    if (text.startsWith('<!--', start)) {
      const end = text.indexOf('--', start + 4);
      if (end < 0 || text.charCodeAt(end + 2) !== GREATER) throw doubt();
      this.position = end + 2;
      handler.comment(withBreaks(text.slice(start + 4, end)));
      return end + 3;
    }
    const end = text.startsWith('<![CDATA[', start) && this.#open.length > 0 ? text.indexOf(']]>', start) : -1;
    if (end < 0) throw doubt();
    this.position = end + 3;
    handler.text(withBreaks(text.slice(start + 9, end)), true);
    return end + 3;
  }

  #endTag(start: number, handler: XmlHandler): number {
    const name = this.#open.pop();
    if (name === undefined || !this.#text.startsWith(name, start + 2)) throw doubt();
    const at = this.#blanks(start + 2 + name.length);
    if (this.#text.charCodeAt(at) !== GREATER) throw doubt();
    this.position = at + 1;
    this.#isEnded = this.#open.length === 0;
    handler.close();
    return at + 1;
  }

  #startTag(start: number, handler: XmlHandler): number {
    const text = this.#text;
    if (this.#isEnded) throw doubt();
    let at = this.#name(start + 1);
    const name = text.slice(start + 1, at);
    this.#length = 0;
    for (;;) {
      const from = at;
      at = this.#blanks(at);
      const sign = text.charCodeAt(at);
      if (sign === GREATER || sign === SLASH) break;
      if (from === at) throw doubt();
      at = this.#attribute(at);
    }
    const isBoth = text.charCodeAt(at) === SLASH;
    if (isBoth && text.charCodeAt(++at) !== GREATER) throw doubt();
    this.position = at + 1;
    if (!isBoth) this.#open.push(name);
    else this.#isEnded = this.#open.length === 0;
    // A list that grows has room for 17, which would be much of a model's memory.
    handler.open(name, this.#length === 0 ? NONE : this.#gathered.slice(0, this.#length));
    if (isBoth) handler.close();
    return at + 1;
  }

  #attribute(start: number): number {
    const text = this.#text;
    const behind = this.#name(start);
    let at = this.#blanks(behind);
    if (text.charCodeAt(at) !== EQUALS) throw doubt();
    at = this.#blanks(at + 1);
    const quote = text.charCodeAt(at);
    if (quote !== QUOTE && quote !== APOSTROPHE) throw doubt();
    const from = ++at;
    let isPlain = true;
    for (let sign = text.charCodeAt(at); sign !== quote; sign = text.charCodeAt(++at)) {
      if (sign > LESS) continue;
      if (sign === AMPERSAND || sign < BLANK) isPlain = false;
      else if (sign === LESS || Number.isNaN(sign)) throw doubt();
    }
    const value = text.slice(from, at);
    this.#add(text.slice(start, behind), isPlain ? value : meant(value.replace(BLANKS, ' ')));
    return at + 1;
  }

  #add(name: string, value: string): void {
    if (this.#length > MOST_ATTRIBUTES) throw doubt();
    for (let n = 0; n < this.#length; n += 2) if (this.#gathered[n] === name) throw doubt();
    this.#gathered[this.#length++] = name;
    this.#gathered[this.#length++] = value;
  }

  /** @returns behind the name */
  #name(start: number): number {
    const text = this.#text;
    if (NAMES[text.charCodeAt(start)] !== 2) throw doubt();
    let at = start + 1;
    while ((NAMES[text.charCodeAt(at)] ?? 0) > 0) at++;
    return at;
  }

  #blanks(start: number): number {
    const text = this.#text;
    let at = start;
    for (let sign = text.charCodeAt(at); sign <= BLANK; sign = text.charCodeAt(++at))
      if (sign !== BLANK && sign !== LINE_FEED && sign !== TAB && sign !== RETURN) throw doubt();
    return at;
  }
}

/** Line breaks as a reader gets them (XML 1.0, 2.11). */
function withBreaks(text: string): string {
  return text.includes('\r') ? text.replace(BREAKS, '\n') : text;
}

/** What a text with entities says. */
function meant(text: string): string {
  let ampersand = text.indexOf('&');
  if (ampersand < 0) return text;
  let said = '';
  let at = 0;
  while (ampersand >= 0) {
    const end = text.indexOf(';', ampersand);
    if (end < 0) throw doubt();
    said += text.slice(at, ampersand) + characterOf(text.slice(ampersand + 1, end));
    at = end + 1;
    ampersand = text.indexOf('&', at);
  }
  return said + text.slice(at);
}

function characterOf(entity: string): string {
  if (!entity.startsWith('#')) {
    if (!Object.hasOwn(ENTITIES, entity)) throw doubt();
    return ENTITIES[entity] ?? '';
  }
  const isHexadecimal = /^#x[\da-f]{1,6}$/i.test(entity);
  if (!isHexadecimal && !/^#\d{1,7}$/.test(entity)) throw doubt();
  const code = Number.parseInt(entity.slice(isHexadecimal ? 2 : 1), isHexadecimal ? 16 : 10);
  if (code > 0x10ffff) throw doubt();
  const character = String.fromCodePoint(code);
  if (DISALLOWED.test(character)) throw doubt();
  return character;
}

const DOUBT = 'This needs a parser for all of XML.';

function doubt(): Error {
  return new Error(DOUBT);
}

export function isDoubt(error: unknown): boolean {
  return error instanceof Error && error.message === DOUBT;
}
