import { DefaultTokenBuilder, GrammarAST, GrammarUtils } from 'langium';
import { expect, test } from 'vitest';
import { ProcedoTokenBuilder } from '../../../src/language/lexing/token-builder.ts';
import { createProcedoServices } from '../../../src/language/procedo-module.ts';

test('there are the tokens that Langium makes, in their order', () => {
  const grammar = createProcedoServices().Procedo.Grammar;
  const names = (builder: DefaultTokenBuilder) => {
    const tokens = builder.buildTokens(grammar);
    return Array.isArray(tokens) ? tokens.map(({ name }) => name) : [];
  };
  const added = /^(OPEN|SOFT)_/;
  expect(names(new DefaultTokenBuilder())).not.toEqual([]);
  expect(names(new ProcedoTokenBuilder()).filter((name) => !added.test(name))).toEqual(
    names(new DefaultTokenBuilder()).filter((name) => !added.test(name)),
  );
});

test('every rule of the grammar can be reached: the bundles do without a search', () => {
  const grammar = createProcedoServices().Procedo.Grammar;
  const reachable = GrammarUtils.getAllReachableRules(grammar, false);
  expect(grammar.rules.filter((rule) => GrammarAST.isParserRule(rule) && !reachable.has(rule))).toEqual([]);
});
