/** From the bytes of an XML file to its text. */
import { MOST_BYTES, tooLarge } from '../base/file-size.ts';
import type { Outcome, Problem } from '../base/problem.ts';
import { SourceText } from './source.ts';

/**
 * The text of an XML file: by its byte order mark, else by what the XML declaration says, else UTF-8.
 * The value is undefined, with a problem, if the bytes are no text in that encoding, or too many.
 */
export function decodeXml(bytes: Uint8Array): Outcome<string | undefined> {
  if (bytes.length > MOST_BYTES) return { value: undefined, problems: [refusal('too-large', tooLarge(bytes.length))] };
  const encoding = encodingOf(bytes);
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    return { value: undefined, problems: [unknownEncoding(encoding)] };
  }
  try {
    return { value: decoder.decode(bytes), problems: [] };
  } catch {
    return { value: undefined, problems: [undecodable(bytes, encoding)] };
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  if (first === 0xef && second === 0xbb) return 'utf-8';
  // The declaration is plain ASCII in every encoding that is left.
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 300));
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  // One byte a character under a declaration of UTF-16: the file was saved anew as UTF-8.
  return declared.startsWith('utf-16') ? 'utf-8' : declared;
}

function unknownEncoding(encoding: string): Problem {
  const message = `The file says that its encoding is ${encoding}, which is not known here. Save it as UTF-8.`;
  return refusal('unreadable-encoding', message);
}

/** A problem of the file as a whole. */
function refusal(code: string, message: string): Problem {
  return { severity: 'error', code, message, range: new SourceText('').rangeOf(0, 0) };
}

/** A lenient decoder puts U+FFFD where the bytes make no sense: the first one is the place. */
function undecodable(bytes: Uint8Array, encoding: string): Problem {
  const text = new TextDecoder(encoding).decode(bytes);
  const offset = Math.max(text.indexOf('\uFFFD'), 0);
  const name = encoding.toUpperCase().replace(/^UTF-16.*/, 'UTF-16');
  const message = `The bytes here are no ${name} text. Save the file as UTF-8, or in the encoding that it says it has.`;
  return {
    severity: 'error',
    code: 'unreadable-encoding',
    message,
    range: new SourceText(text).rangeOf(offset, offset + 1),
  };
}
