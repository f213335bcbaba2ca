/** What no model needs, and only fills the memory or the stack: it is refused while it is read. */
import { Unreadable } from './unreadable.ts';

/** Deeper files are no models; what works on models may recurse. */
const MAX_DEPTH = 3000;
/** Of one element. The types of the standards have thirty; vendors add a few. */
const MAX_ATTRIBUTES = 1000;
/** Characters of one tag or comment, and of one text. */
const MAX_TAG = 2 ** 22;
const MAX_TEXT = 2 ** 24;

export function checkDepth(depth: number): void {
  if (depth <= MAX_DEPTH) return;
  const message = `Elements are nested more than ${MAX_DEPTH} deep here. No model needs that: take levels away.`;
  throw new Unreadable('nested-too-deep', message);
}

export function checkAttributes(attributes: Readonly<Record<string, string>>): void {
  let count = 0;
  for (const _ in attributes) if (++count > MAX_ATTRIBUTES) break;
  if (count <= MAX_ATTRIBUTES) return;
  const message = `This element has more than ${MAX_ATTRIBUTES} attributes. No model needs that: take them away.`;
  throw new Unreadable('too-many-attributes', message);
}

/**
 * Gives a text to the parser, in one unless it is so long that a piece of it may be too long.
 * @param told how far the parser has told what there is
 */
export function feed(text: string, parser: { write(chunk: string): unknown }, told: () => number): void {
  if (text.length <= MAX_TAG) {
    parser.write(text);
    return;
  }
  for (let at = 0; at < text.length; at += CHUNK) {
    const begin = Math.max(text.lastIndexOf('<', at - 1), told());
    const most = text.startsWith('<', begin) && !text.slice(begin, at).includes('>') ? MAX_TAG : MAX_TEXT;
    if (at - told() > most) {
      const message = `What stands here is longer than ${most} characters. No model needs that: keep it in a file of its own, and name that here.`;
      throw new Unreadable('too-long', message);
    }
    parser.write(text.slice(at, at + CHUNK));
  }
}

/** A text that is too long is told of when so much more of it was read. */
const CHUNK = 2 ** 20;
