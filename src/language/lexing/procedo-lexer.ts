import { DefaultLexer, type LexerResult, type TokenizeOptions } from 'langium';

/** Chevrotain's lexer. */
export class ProcedoLexer extends DefaultLexer {
  override tokenize(text: string, options?: TokenizeOptions): LexerResult {
    return super.tokenize(text, options);
  }
}
