/** The largest page of texts and the first one, in bytes: most searches see a few states, and there are hundreds in a `lint`. */
const PAGE = 1 << 20;
const FIRST_PAGE = 1 << 10;
/** Of two bytes that follow: a letter that is not one byte. */
const WIDE = 0xff;

/**
 * A set of texts that are numbered in the order in which they were added. They are held as bytes in a few large pages, not as values of their own, so
 * that a million of them are no work for the garbage collector and take little more than their letters.
 */
export class Texts {
  size = 0;
  #pages: Uint8Array[] = [new Uint8Array(FIRST_PAGE)];
  /** Bytes used of the last page. */
  #used = 0;
  /** Of each text: its hash, its page, where it begins there, its length in bytes. */
  #facts = new Int32Array(4 * 32);
  /** Open addressing: number + 1; 0: free. */
  #slots = new Int32Array(64);
  #bytes = new Uint8Array(256);
  #length = 0;
  #hash = 0;

  /** @returns whether it is new */
  add(text: string): boolean {
    this.#encode(text);
    const slot = this.#find();
    if (this.#slots[slot] !== 0) return false;
    const start = this.#keep();
    if (this.#facts.length < 4 * (this.size + 1)) {
      const more = new Int32Array(2 * this.#facts.length);
      more.set(this.#facts);
      this.#facts = more;
    }
    this.#facts.set([this.#hash, this.#pages.length - 1, start, this.#length], 4 * this.size);
    this.#slots[slot] = ++this.size;
    if (2 * this.size > this.#slots.length) this.#grow();
    return true;
  }

  /** @returns -1: it is not among them */
  numberOf(text: string): number {
    this.#encode(text);
    return (this.#slots[this.#find()] as number) - 1;
  }

  at(number: number): string {
    const [, page = 0, start = 0, length = 0] = this.#facts.subarray(4 * number, 4 * number + 4);
    const bytes = this.#pages[page]?.subarray(start, start + length) ?? [];
    let text = '';
    for (let at = 0; at < length; at++) {
      const byte = bytes[at] as number;
      text += String.fromCharCode(byte === WIDE ? ((bytes[++at] as number) << 8) | (bytes[++at] as number) : byte);
    }
    return text;
  }

  #encode(text: string): void {
    if (this.#bytes.length < 3 * text.length) this.#bytes = new Uint8Array(6 * text.length);
    const bytes = this.#bytes;
    let length = 0;
    // FNV-1a, and the last lines of MurmurHash3, so that all bits depend on all letters.
    let hash = 0x811c9dc5;
    for (let at = 0; at < text.length; at++) {
      const letter = text.charCodeAt(at);
      if (letter < WIDE) bytes[length++] = letter;
      else {
        bytes[length++] = WIDE;
        bytes[length++] = letter >> 8;
        bytes[length++] = letter & 0xff;
      }
      hash = Math.imul(hash ^ letter, 0x01000193);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    this.#length = length;
    this.#hash = hash ^ (hash >>> 16);
  }

  /** Where the text that was encoded stands, or could. */
  #find(): number {
    const mask = this.#slots.length - 1;
    let slot = this.#hash & mask;
    for (; ; slot = (slot + 1) & mask) {
      const number = (this.#slots[slot] as number) - 1;
      if (number < 0 || this.#is(4 * number)) return slot;
    }
  }

  #is(fact: number): boolean {
    const facts = this.#facts;
    if (facts[fact] !== this.#hash || facts[fact + 3] !== this.#length) return false;
    const page = this.#pages[facts[fact + 1] as number] as Uint8Array;
    const start = facts[fact + 2] as number;
    for (let at = 0; at < this.#length; at++) if (page[start + at] !== this.#bytes[at]) return false;
    return true;
  }

  /** @returns where the text begins in the last page */
  #keep(): number {
    const room = this.#pages.at(-1)?.length ?? 0;
    if (this.#used + this.#length > room) {
      this.#pages.push(new Uint8Array(Math.max(Math.min(2 * room, PAGE), this.#length)));
      this.#used = 0;
    }
    const start = this.#used;
    this.#pages.at(-1)?.set(this.#bytes.subarray(0, this.#length), start);
    this.#used += this.#length;
    return start;
  }

  #grow(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.size; number++) {
      let slot = (this.#facts[4 * number] as number) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    }
  }
}
