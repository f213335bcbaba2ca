/** What stands in one line of a layout file (docs/layout.md, "The layout file"). */
import type { Bounds, Point } from '../base/geometry.ts';
import { isDrawn } from './farthest.ts';
import { flags, type LayoutHead, type LayoutPin, type XmlFacts } from './layout-file.ts';

const SIZE_NUMBER = '\\d+(?:\\.\\d+)?';
const NUMBER = `-?${SIZE_NUMBER}`;
const POINT = new RegExp(`^(${NUMBER}),(${NUMBER})$`);
const SIZE = new RegExp(`^(${SIZE_NUMBER})x(${SIZE_NUMBER})$`);

/** What one line says of its element. */
export interface Entry {
  readonly id: string | undefined;
  readonly head: LayoutHead;
  readonly pin: LayoutPin | undefined;
  readonly arrival: number | undefined;
  readonly facts: XmlFacts | undefined;
  /** Further diagrams that show the element from its inside. */
  readonly shows: readonly { readonly id: string; readonly name?: string }[];
  /** Its places in further diagrams, by their ids. */
  readonly places: ReadonlyMap<string, LayoutPin>;
}

const WORD = /(?:'[^']*'|"[^"]*"|[^\s'"])+|['"]/g;

/** What cannot be read. */
export interface Mistake {
  readonly message: string;
  /** The number of the word that begins the part of the line that is wrong; the key is 0. */
  readonly word: number;
}

/** Words of a line; a comment begins with `#` at a word's start (a `#2` inside a key stays). Quoted ids ('sid 1') and "texts" keep their blanks. */
export function wordsOf(line: string): string[] {
  const words = line.match(WORD) ?? [];
  const comment = words.findIndex((word) => word.startsWith('#'));
  return comment < 0 ? words : words.slice(0, comment);
}

/** Where a word of a line begins; where the line ends, if it has no such word. @param number from 0 */
export function startOfWord(line: string, number: number): number {
  return [...line.matchAll(WORD)][number]?.index ?? line.length;
}

const entities: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", '#10': '\n', '#13': '\r' };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(amp|quot|apos|#10|#13);/g, (_, name: string) => entities[name] ?? '');
}

/** An id or a key whose parts may stand in quotes. */
export function unquoted(word: string): string {
  if (!word.includes("'")) return word;
  return word.replace(/'([^']*)'/g, (_, inner: string) => decoded(inner));
}

type Writable<T> = { -readonly [P in keyof T]: T[P] };

/** Reads what follows the key. */
export class EntryReader {
  readonly #words: readonly string[];
  #at = 1;
  readonly #main: Writable<LayoutPin> = {};
  // Most lines say only where something stands: nothing is made for what they do not say.
  #places: Map<string, Writable<LayoutPin>> | undefined;
  readonly #head: Writable<LayoutHead> = {};
  #shows: { id: string; name?: string }[] | undefined;
  #arrival: number | undefined;
  #absent = false;
  #set: Map<string, string | undefined> | undefined;
  #drop: string[] | undefined;
  #tags: Map<string, string> | undefined;
  #holds: string[] | undefined;
  #orders: Map<string, readonly number[]> | undefined;
  /** The pin that is being read: the main one, or that in a further diagram. */
  #pin: Writable<LayoutPin> = this.#main;
  /** What that pin says of its look. */
  #looks: Map<string, string | undefined> | undefined;

  /** @param words of a line, the key first */
  constructor(words: readonly string[]) {
    this.#words = words;
  }

  read(): Entry | Mistake {
    while (this.#at < this.#words.length) {
      const word = this.#at;
      const message = this.#readPart();
      if (message !== undefined) return { message, word };
    }
    const isPinned = saysAnything(this.#main);
    const hasFacts = this.#absent || this.#set || this.#drop || this.#tags || this.#holds || this.#orders;
    const isKept = hasFacts || saysAnything(this.#head) || this.#arrival !== undefined;
    if (!isPinned && !isKept && !this.#shows && !this.#places)
      return {
        message: 'Say where the element stands ("x,y WIDTHxHEIGHT", "path") or its id ("id NAME").',
        word: this.#at,
      };
    return {
      id: this.#head.id,
      head: this.#head,
      pin: isPinned ? this.#main : undefined,
      arrival: this.#arrival,
      facts: hasFacts ? this.#facts() : undefined,
      shows: this.#shows ?? none,
      places: this.#places ?? noPlaces,
    };
  }

  #facts(): XmlFacts {
    return {
      set: this.#set ?? new Map(),
      drop: this.#drop ?? none,
      tags: this.#tags ?? new Map(),
      holds: this.#holds ?? none,
      orders: this.#orders ?? new Map(),
      absent: this.#absent,
    };
  }

  #readPart(): string | undefined {
    const word = this.#words[this.#at++] ?? '';
    switch (word) {
      case 'id':
        return this.#readId((id) => {
          this.#head.id = id;
        });
      case 'in':
        return this.#readId((id) => {
          this.#pin = {};
          this.#looks = undefined;
          this.#places ??= new Map();
          this.#places.set(id, this.#pin);
        });
      case 'diagram':
        return this.#readId((id) => {
          this.#shows ??= [];
          this.#shows.push({ id, ...this.#nameOfDiagram() });
        });
      case 'name':
      case 'targetNamespace':
        return this.#readText(word, (text) => {
          this.#head[word] = text;
        });
      case 'without':
        return this.#readId((name) => this.#look(name, undefined));
      case 'di':
        return this.#readDrawn();
      case 'fill':
      case 'stroke':
        return this.#readText(word, (text) => {
          this.#pin[word] = text;
        });
      case 'arrives':
        return this.#readArrival();
      case 'path':
        return this.#readPath();
      case 'label':
        return this.#readBounds(word);
      default:
        return this.#readSaid(word);
    }
  }

  /** What the XML says of the element and the text does not. */
  #readSaid(word: string): string | undefined {
    switch (word) {
      case 'absent':
        this.#absent = true;
        return undefined;
      case 'lacks':
        return this.#readId((name) => this.#say(name, undefined));
      case 'drops':
        return this.#readId((part) => {
          this.#drop ??= [];
          this.#drop.push(part);
        });
      case 'tag':
        return this.#readTag();
      case 'xml':
        return this.#readFact();
      case 'holds':
        return this.#readText(word, (xml) => {
          this.#holds ??= [];
          this.#holds.push(xml);
        });
      case 'order':
        return this.#readOrder();
      default:
        return this.#readPlain(word);
    }
  }

  /** A word that stands alone, or the corner of the bounds. */
  #readPlain(word: string): string | undefined {
    if (Object.hasOwn(flags, word)) {
      Object.assign(this.#pin, flags[word as keyof typeof flags]);
      return undefined;
    }
    if (!pointOf(word))
      return `"${word}" is not known here: use "x,y WIDTHxHEIGHT", "label", "path", "id", or another word of docs/layout.md.`;
    this.#at--;
    return this.#readBounds('bounds');
  }

  #readId(keep: (id: string) => void): string | undefined {
    const word = this.#words[this.#at++];
    if (word === undefined) return `Say which id after "${this.#words[this.#at - 2]}".`;
    keep(unquoted(word));
    return undefined;
  }

  #readText(word: string, keep: (text: string) => void): string | undefined {
    const text = textOf(this.#words[this.#at++]);
    if (text === undefined) return `Write the text in double quotes after "${word}".`;
    keep(text);
    return undefined;
  }

  #readFact(): string | undefined {
    let name = '';
    const keepName = (id: string): void => {
      name = id;
    };
    return this.#readId(keepName) ?? this.#readText('xml', (text) => this.#say(name, text));
  }

  #readTag(): string | undefined {
    let of = '';
    const keepPart = (part: string): void => {
      of = part;
    };
    return (
      this.#readId(keepPart) ??
      this.#readId((tag) => {
        this.#tags ??= new Map();
        this.#tags.set(of, tag);
      })
    );
  }

  #readOrder(): string | undefined {
    let list = '';
    const keepList = (name: string): void => {
      list = name;
    };
    const message = this.#readId(keepList);
    if (message !== undefined) return message;
    const places = this.#words[this.#at++] ?? '';
    if (!/^[1-9]\d{0,5}(,[1-9]\d{0,5})*$/.test(places))
      return 'Write the places that the parts of the list have in the file after its name, as "order properties 2,1".';
    this.#orders ??= new Map();
    this.#orders.set(list, places.split(',').map(Number));
    return undefined;
  }

  #say(name: string, text: string | undefined): void {
    this.#set ??= new Map();
    this.#set.set(name, text);
  }

  #readDrawn(): string | undefined {
    let name = '';
    const keepName = (id: string): void => {
      name = id;
    };
    return this.#readId(keepName) ?? this.#readText('di', (text) => this.#look(name, text));
  }

  #look(name: string, text: string | undefined): void {
    this.#looks ??= new Map();
    this.#looks.set(name, text);
    this.#pin.look = this.#looks;
  }

  #readArrival(): string | undefined {
    const word = this.#words[this.#at++] ?? '';
    if (!/^[1-9]\d{0,5}$/.test(word))
      return 'Write the place of the flow among those that arrive at its target after "arrives", 1 for the first.';
    this.#arrival = Number(word);
    return undefined;
  }

  #nameOfDiagram(): { name?: string } {
    const name = textOf(this.#words[this.#at]);
    if (name === undefined) return {};
    this.#at++;
    return { name };
  }

  #readPath(): string | undefined {
    const points: Point[] = [];
    for (let point = pointOf(this.#words[this.#at]); point; point = pointOf(this.#words[++this.#at]))
      points.push(point);
    if (points.length < 2) return 'A path needs two points at least, each as "x,y".';
    this.#pin.path = points;
    return undefined;
  }

  #readBounds(what: 'bounds' | 'label'): string | undefined {
    const bounds = boundsOf(this.#words[this.#at], this.#words[this.#at + 1]);
    if (!bounds) return 'Write bounds as "x,y WIDTHxHEIGHT", for example "160,80 100x80".';
    this.#pin[what] = bounds;
    this.#at += 2;
    return undefined;
  }
}

const none: readonly never[] = [];
const noPlaces: ReadonlyMap<string, LayoutPin> = new Map();

function saysAnything(said: object): boolean {
  for (const _ in said) return true;
  return false;
}

/** A text between double quotes; one inside it is written `&quot;`, an ampersand `&amp;`. */
export function textOf(word: string | undefined): string | undefined {
  const end = word?.startsWith('"') ? word.indexOf('"', 1) : -1;
  return word === undefined || end < 1 || end < word.length - 1 ? undefined : decoded(word.slice(1, end));
}

function pointOf(word: string | undefined): Point | undefined {
  const match = POINT.exec(word ?? '');
  const point = { x: Number(match?.[1]), y: Number(match?.[2]) };
  return isDrawn(point.x, point.y) ? point : undefined;
}

function boundsOf(corner: string | undefined, size: string | undefined): Bounds | undefined {
  const point = pointOf(corner);
  const match = SIZE.exec(size ?? '');
  const [width, height] = [Number(match?.[1]), Number(match?.[2])];
  return point && isDrawn(width, height) ? { ...point, width, height } : undefined;
}
