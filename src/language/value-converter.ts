import { DefaultValueConverter, type GrammarAST, type ValueType } from 'langium';
import { dedent } from './dedent.ts';

/** Turns the text of a token into its value: quotes off, escapes resolved, documentation without its indentation. */
export class ProcedoValueConverter extends DefaultValueConverter {
  protected override runConverter({ name }: GrammarAST.AbstractRule, input: string): ValueType {
    return valueOfToken(name, input);
  }
}

/** @param rule the terminal that the token is of, or the rule of a data type that the text is of, which has its value already */
export function valueOfToken(rule: string, text: string): string {
  switch (rule) {
    case 'ID':
    case 'WORD':
    case 'LINE_WORD':
      return unquoteId(text);
    case 'STRING':
      return unquoteString(text);
    case 'DOC':
      return dedent(withoutQuotes(text, '"""'));
    case 'FENCE':
      return dedent(withoutQuotes(text, '```'));
    case 'EXPR':
      return withoutQuotes(text, '`').trim();
    default:
      return text;
  }
}

/** The id that a name in the text means: `'sid-1.2'` is sid-1.2. An unclosed quote counts as a closed one. */
export function unquoteId(text: string): string {
  return withoutQuotes(text, "'");
}

/** The text of a string token: `"a\nb"` has a line break. A `\` before any other character stands for that character. */
export function unquoteString(text: string): string {
  return withoutQuotes(text, '"').replace(/\\(.)/g, (_, character: string) => ESCAPES[character] ?? character);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function withoutQuotes(text: string, quote: string): string {
  if (!text.startsWith(quote)) return text;
  const closed = text.length >= 2 * quote.length && text.endsWith(quote);
  return text.slice(quote.length, closed ? -quote.length : undefined);
}
