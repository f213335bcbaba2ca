import { type CstNode, DefaultValueConverter, type GrammarAST, type ValueType } from 'langium';
import { dedent } from './dedent.ts';

/** Turns the text of a token into its value: quotes off, escapes resolved, documentation without its indentation. */
export class ProcedoValueConverter extends DefaultValueConverter {
  protected override runConverter(rule: GrammarAST.AbstractRule, input: string, node: CstNode): ValueType {
    switch (rule.name) {
      case 'ID':
      case 'WORD':
      case 'LINE_WORD':
        return unquoteId(input);
      case 'STRING':
        return unquoteString(input);
      case 'DOC':
        return dedent(withoutQuotes(input, '"""'));
      case 'FENCE':
        return dedent(withoutQuotes(input, '```'));
      case 'EXPR':
        return withoutQuotes(input, '`').trim();
      default:
        return super.runConverter(rule, input, node);
    }
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
