/**
 * Makes the tables by which the parser decides, and the keywords that the lexer knows (src/language/generated/lookahead.ts). Chevrotain and
 * Langium work them out of the grammar whenever a parser is made, which takes a tenth of a short command.
 * Run: node scripts/generate-lookahead.ts [file to write to]
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getLookaheadPaths, type ILookaheadStrategy, LLkLookaheadStrategy } from 'chevrotain';
import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  DefaultTokenBuilder,
  EmptyFileSystem,
  type GrammarAST,
  inject,
} from 'langium';
import { ProcedoGeneratedModule, ProcedoGeneratedSharedModule } from '../src/language/generated/module.ts';
import { ProcedoTokenBuilder } from '../src/language/lexing/token-builder.ts';
import { MAX_LOOKAHEAD, productionName } from '../src/language/lookahead.ts';
import { ProcedoModule } from '../src/language/procedo-module.ts';

const HEAD = `// Made by scripts/generate-lookahead.ts from the grammar. Do not edit.

/** By production: a line for each alternative, with the tokens that open it between tabs, one or two with a blank between. */
export const LOOKAHEAD: Readonly<Record<string, string>> = {
`;

const KEYWORDS_HEAD = `
/** The longest first. */
export const KEYWORDS: readonly string[] = [
`;

type Alternation = Parameters<ILookaheadStrategy['buildLookaheadForAlternation']>[0];
type Optional = Parameters<ILookaheadStrategy['buildLookaheadForOptional']>[0];

type Production = Pick<Optional, 'rule' | 'prodOccurrence'> & { prodType: Optional['prodType'] | 'Alternation' };

/** Chevrotain's own way to look ahead, noting all that it looks for. */
class NotedLookahead extends LLkLookaheadStrategy {
  readonly lines: string[] = [];

  override buildLookaheadForAlternation(
    options: Alternation,
  ): ReturnType<ILookaheadStrategy['buildLookaheadForAlternation']> {
    if (options.hasPredicates) throw new Error(`${options.rule.name} has a guard, of which a table knows nothing.`);
    this.note({ ...options, prodType: 'Alternation' });
    return super.buildLookaheadForAlternation(options);
  }

  override buildLookaheadForOptional(options: Optional): () => boolean {
    this.note(options);
    return super.buildLookaheadForOptional(options);
  }

  private note({ rule, prodOccurrence, prodType }: Production): void {
    const paths = getLookaheadPaths({ occurrence: prodOccurrence, rule, prodType, maxLookahead: MAX_LOOKAHEAD });
    // Of what may be left out, the second alternative is what follows: nobody asks for that.
    const asked = prodType === 'Alternation' ? paths : paths.slice(0, 1);
    const names = asked.map((alternative) =>
      alternative.map((path) => path.map(({ name }) => name).join(' ')).join('\t'),
    );
    this.lines.push(
      `  ${JSON.stringify(productionName(rule, prodType, prodOccurrence))}: ${JSON.stringify(names.join('\n'))},\n`,
    );
  }
}

function makeTables(): string {
  const lookaheadStrategy = new NotedLookahead({ maxLookahead: MAX_LOOKAHEAD });
  const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), ProcedoGeneratedSharedModule);
  const services = inject(createDefaultCoreModule({ shared }), ProcedoGeneratedModule, ProcedoModule, {
    parser: {
      ParserConfig: () => ({ maxLookahead: MAX_LOOKAHEAD, lookaheadStrategy }),
      // The grammar may have keywords that the tables at hand do not have yet.
      TokenBuilder: () => new ProcedoTokenBuilder(keywords),
    },
  });
  const keywords = keywordsOf(services.Grammar);
  // Making the parser asks for every production.
  services.parser.LangiumParser;
  const words = keywords.map((word) => `  ${JSON.stringify(word)},\n`).join('');
  return `${HEAD}${lookaheadStrategy.lines.join('')}};\n${KEYWORDS_HEAD}${words}];\n`;
}

function keywordsOf(grammar: GrammarAST.Grammar): string[] {
  const tokens = new DefaultTokenBuilder().buildTokens(grammar);
  if (!Array.isArray(tokens)) throw new Error('The default token builder makes a flat list of tokens.');
  return tokens.flatMap(({ name, PATTERN }) => (typeof PATTERN === 'string' ? [name] : []));
}

const output = process.argv[2] ?? fileURLToPath(new URL('../src/language/generated/lookahead.ts', import.meta.url));
writeFileSync(output, makeTables());
