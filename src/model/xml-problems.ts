/** Sentences for what can be wrong with a file of XML: what it is, and what to do. */

/** What the XML parser says, and what we say. `$1` is the name that the parser tells. */
const SENTENCES: readonly (readonly [said: RegExp, code: string, message: string])[] = [
  [
    /undefined entity/,
    'unreadable-entity',
    'This entity is none of the five that XML defines; none is expanded or fetched. Write what it stands for in its place.',
  ],
  [
    /(?:dis|mal).* entity|empty entity/,
    'unreadable-xml',
    'This `&` begins no entity. Write `&amp;` for the character.',
  ],
  [
    /unbound namespace prefix: "(.*)"/,
    'unreadable-xml',
    'The prefix "$1" stands for no namespace. Declare it with xmlns:$1="…" on the root element, or take it away.',
  ],
  [/unclosed tag: (.*)/, 'unreadable-xml', 'The file ends before <$1> is closed. Get the whole file, or add </$1>.'],
  [/unexpected end/, 'unreadable-xml', 'The file ends in the middle. Get the whole file.'],
  [
    /unmatched closing tag: (.*)\.|unexpected close tag/,
    'unreadable-xml',
    'This tag closes what is not open, or not the innermost. Close the elements in the reverse order of their opening.',
  ],
  [/document must contain a root/, 'unreadable-xml', 'There is no element in this file. It must be BPMN or CMMN XML.'],
  [
    /text data outside/,
    'unreadable-xml',
    'There is text outside the root element. The file must be XML, from `<` to `>`.',
  ],
  [
    /only one root/,
    'unreadable-xml',
    'The root element is closed already. Put this element inside it, or take it away.',
  ],
  [
    /declaration must.*start of the document/,
    'unreadable-xml',
    'The XML declaration must be the very beginning of the file. Take away what stands before it.',
  ],
  [/duplicate attribute: (.*)\./, 'unreadable-xml', 'The attribute "$1" stands here twice. Take one away.'],
  [/attribute without value|value must be quoted|unquoted/, 'unreadable-xml', 'An attribute needs a value in quotes.'],
  [/no whitespace between attributes/, 'unreadable-xml', 'Put a blank between the attributes.'],
  [/disallowed character in tag name/, 'unreadable-xml', 'This `<` begins no tag. Write `&lt;` for the character.'],
  [
    /disallowed character\./,
    'unreadable-xml',
    'XML allows no such character here. Take it away, or write it as an entity.',
  ],
  [/malformed comment/, 'unreadable-xml', 'A comment must not contain `--`. Write something else in its place.'],
];

export interface XmlComplaint {
  readonly code: string;
  readonly message: string;
  /** Behind the last character that is meant, where the parser complains too late. */
  readonly end?: number;
}

/** Our sentence for an error of the XML parser about a text. */
export function explain(said: string, text: string): XmlComplaint {
  const complaint = sentenceFor(said);
  // The parser looks for the end of an entity to the end of the file.
  const ampersand = said.includes('unclosed') || said.includes('unexpected end') ? strayAmpersand(text) : -1;
  if (ampersand >= 0) return { ...sentenceFor('empty entity'), end: ampersand + 1 };
  const begin = text.search(/\S/);
  const isBeforeRoot = said.includes('text data outside') && text.charAt(begin) !== '<';
  return isBeforeRoot ? { ...complaint, end: begin + 1 } : complaint;
}

function sentenceFor(said: string): XmlComplaint {
  for (const [pattern, code, message] of SENTENCES) {
    const match = pattern.exec(said);
    if (match) return { code, message: message.replaceAll('$1', match[1] ?? '') };
  }
  return {
    code: 'unreadable-xml',
    message: `This is not well-formed XML (${said.replace(/\.$/, '')}). Correct it here.`,
  };
}

/** Offset of the first `&` that begins no entity, -1 if there is none. */
function strayAmpersand(text: string): number {
  const withoutComments = text.replace(/<!--.*?-->|<!\[CDATA\[.*?\]\]>/gs, (markup) => ' '.repeat(markup.length));
  return withoutComments.search(/&(?!(?:#\d+|#x[\da-fA-F]+|[\p{L}_][\p{L}\p{N}_.-]*);)/u);
}
