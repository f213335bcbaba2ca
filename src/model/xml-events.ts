/** What a parser of XML tells whoever reads by it. */

/** Names and values by turns: as objects they would take half the time of reading. */
export type AttributeList = readonly string[];

export interface XmlHandler {
  /** A start tag; the parser is behind it. */
  open(name: string, attributes: AttributeList): void;
  /** An end tag, or a start tag that is both; the parser is behind it. */
  close(): void;
  text(text: string, isCdata: boolean): void;
  /** The parser is at the second last sign of it. */
  comment(text: string): void;
  instruction(target: string, body: string): void;
}

export interface XmlParser {
  /** Characters of the text that are behind it. */
  readonly position: number;
  /** By the XML declaration. */
  readonly version: string;
  /** Throws a plain error at the first thing that is no well-formed XML. */
  parse(handler: XmlHandler): void;
}

/** The value of an attribute. */
export function attributeNamed(attributes: AttributeList, name: string): string | undefined {
  for (let n = 0; n < attributes.length; n += 2) if (attributes[n] === name) return attributes[n + 1];
  return undefined;
}
