import { Lexer } from 'chevrotain';
import {
  AstUtils,
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  EmptyFileSystem,
  GrammarAST,
  inject,
} from 'langium';
import { describe, expect, test } from 'vitest';
import {
  ProcedoGeneratedModule,
  ProcedoGeneratedSharedModule,
  ProcedoLanguageMetaData,
} from '../../src/language/generated/module.ts';
import { createProcedoServices, ProcedoModule } from '../../src/language/index.ts';
import { DIRECTION_WORDS, RESERVED_IN_CASES, RESERVED_WORDS } from '../../src/language/lexing/reserved-words.ts';
import { SCENARIO_WORDS } from '../../src/language/lexing/scenario-words.ts';
import { CASE_ONLY_WORDS, PROCESS_WORDS } from '../../src/language/lexing/vocabulary.ts';
import {
  CASE_WORDS,
  DOCUMENTED_CASE_WORDS,
  DOCUMENTED_WORDS,
  ROOT_WORDS,
  STATEMENT_WORDS,
} from '../../src/language/statement-words.ts';
import { wordsBesideIds } from './grammar-words.ts';
import { readText } from './read-text.ts';
import { ruleProductions } from './rule-productions.ts';
import { keywordsOf, partsOf } from './vocabularies.ts';

const { Procedo } = createProcedoServices();
const words = Object.keys(Procedo.parser.Lexer.definition).filter((name) => /^[a-z][a-z-]*$/.test(name));

/** The keywords that the alternatives of a rule open with, behind their documentation. */
function openers(rule: string): string[] {
  const found = Procedo.Grammar.rules.filter(GrammarAST.isParserRule).find(({ name }) => name === rule);
  if (!found) throw new Error(`The grammar has no rule ${rule}.`);
  return AstUtils.streamAllContents(found.definition)
    .filter(GrammarAST.isRuleCall)
    .flatMap(({ rule: called }) => (GrammarAST.isParserRule(called.ref) ? firstWords(called.ref.definition) : []))
    .toArray();
}

function firstWords(element: GrammarAST.AbstractElement): string[] {
  if (GrammarAST.isKeyword(element)) return [element.value];
  if (GrammarAST.isAssignment(element)) return firstWords(element.terminal);
  if (GrammarAST.isAlternatives(element)) return element.elements.flatMap(firstWords);
  if (!GrammarAST.isGroup(element)) return [];
  const first = element.elements.find((one) => firstWords(one).length > 0);
  return first ? firstWords(first) : [];
}

test('two words decide everywhere: the parser is built for LL(2) without an ambiguity', () => {
  const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), ProcedoGeneratedSharedModule);
  // In development mode ambiguities are errors of the parser's construction.
  const development = { LanguageMetaData: () => ({ ...ProcedoLanguageMetaData, mode: 'development' as const }) };
  const services = inject(createDefaultCoreModule({ shared }), ProcedoGeneratedModule, ProcedoModule, development);
  expect(services.parser.ParserConfig?.maxLookahead).toBe(2);
  shared.ServiceRegistry.register(services);
  expect(services.parser.LangiumParser.definitionErrors).toEqual([]);
});

test('the lexer chooses tokens by their first letter: a pattern that prevents it makes it 40 times slower', () => {
  const tokens = Object.values(Procedo.parser.Lexer.definition);
  expect(() => new Lexer(tokens, { ensureOptimizations: true, positionTracking: 'full' })).not.toThrow();
});

describe('the three vocabularies', () => {
  const { processes, cases, scenarios } = partsOf(ruleProductions(Procedo));
  const [ofProcesses, ofCases] = [keywordsOf(processes), keywordsOf(cases)];

  test('the reserved words are those that can stand where an id can', () => {
    // `scenario` is told from a name by its place: it opens a line at the root. So are the directions of data, right behind `data`.
    const beside = [...wordsBesideIds(processes)].filter((word) => word !== 'scenario' && !DIRECTION_WORDS.has(word));
    expect([...RESERVED_WORDS].sort()).toEqual(beside.sort());
    expect([...RESERVED_IN_CASES].sort()).toEqual([...wordsBesideIds(cases)].sort());
  });

  test('the words of the one alone are names in the other', () => {
    expect([...PROCESS_WORDS].sort()).toEqual([...ofProcesses].filter((word) => !ofCases.has(word)).sort());
    expect([...CASE_ONLY_WORDS].sort()).toEqual([...ofCases].filter((word) => !ofProcesses.has(word)).sort());
  });

  test('the words of scenarios are those of their grammar', () => {
    expect([...SCENARIO_WORDS].sort()).toEqual([...keywordsOf(scenarios)].sort());
  });

  test('a word that both have is reserved in a process only if it is in a case', () => {
    const both = [...ofCases].filter((word) => ofProcesses.has(word));
    expect(both.filter((word) => RESERVED_WORDS.has(word) && !RESERVED_IN_CASES.has(word))).toEqual([]);
  });
});

test('the words that open statements and root elements are those of the grammar', () => {
  const punctuation = new Set(['{', '->', '~>']);
  expect([...STATEMENT_WORDS].sort()).toEqual(
    // An unknown statement may open with the word of a root element, which is a mistake there.
    [...new Set(openers('Statement'))].filter((word) => !punctuation.has(word) && !ROOT_WORDS.includes(word)).sort(),
  );
  expect([...ROOT_WORDS].sort()).toEqual([...new Set(openers('Root'))].filter((word) => !punctuation.has(word)).sort());
  expect([...CASE_WORDS].sort()).toEqual(
    [...new Set(openers('CaseItem'))].filter((word) => !punctuation.has(word)).sort(),
  );
});

describe('documentation', () => {
  test.each(STATEMENT_WORDS)('before `%s`', (word) => {
    const { lexerErrors, parserErrors } = Procedo.parser.LangiumParser.parse(`process p { """text""" ${word} }`);
    expect(parserErrors).toEqual([]);
    expect(lexerErrors.length === 0).toBe(DOCUMENTED_WORDS.has(word));
  });

  test.each(CASE_WORDS)('before `%s` in a case', (word) => {
    const { lexerErrors, parserErrors } = Procedo.parser.LangiumParser.parse(`case c { """text""" ${word} }`);
    expect(parserErrors).toEqual([]);
    expect(lexerErrors.length === 0).toBe(DOCUMENTED_CASE_WORDS.has(word));
  });
});

describe('a soft keyword is an id', () => {
  test.each(words.filter((word) => !RESERVED_WORDS.has(word)))('%s', async (word) => {
    const text = `process ${word} { data ${word}1  task a${word} reads ${word}1 -> ${word}2  task ${word}2 }`;
    expect((await readText(text)).problems).toEqual([]);
    expect((await readText(`process p { task ${word}  task b -> ${word} }`)).problems.map(({ code }) => code)).toEqual(
      [],
    );
  });
});

describe('a soft keyword is an id in a case', () => {
  test.each(words.filter((word) => !RESERVED_IN_CASES.has(word)))('%s', async (word) => {
    const text = `case c { file ${word}  human a reads ${word}  human b enter when a completes and ${word} added }`;
    expect((await readText(text)).problems).toEqual([]);
    expect((await readText(`case c { human ${word}  task b enter when ${word} completes }`)).problems).toEqual([]);
  });
});

describe('a reserved word is an id in quotes', () => {
  test.each([...RESERVED_IN_CASES])('%s in a case', async (word) => {
    expect((await readText(`case c { human '${word}'  task b enter when '${word}' completes }`)).problems).toEqual([]);
  });

  test.each([...RESERVED_WORDS])('%s', async (word) => {
    expect((await readText(`process p { task '${word}'  task b -> '${word}' }`)).problems).toEqual([]);
  });
});
