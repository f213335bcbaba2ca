import { AstUtils, EmptyFileSystem, GrammarAST, URI } from 'langium';
import { describe, expect, test } from 'vitest';
import type { Construct } from '../../src/language/construct.ts';
import { constructFor, constructs } from '../../src/language/constructs.ts';
import { ProcedoGrammar } from '../../src/language/generated/grammar.ts';
import { createProcedoLspServices } from '../../src/language/procedo-lsp-module.ts';
import { wholeFile } from './whole-file.ts';

/** Signs that mean nothing by themselves. */
const punctuation = new Set(['{', '}', '(', ')', '[', ']', ',', '.', '..', ':', '=', '*']);

const keywords = AstUtils.streamAst(ProcedoGrammar())
  .filter(GrammarAST.isKeyword)
  .map((keyword) => ({
    keyword: keyword.value,
    rule: AstUtils.getContainerOfType(keyword, GrammarAST.isParserRule)?.name ?? '',
  }))
  .toArray();

test('every keyword of the grammar is in the table, in every rule that has it', () => {
  // An unknown statement may open with the word of a root element, and a case may hold arrows and stray words: mistakes there.
  const mistakes = ['Unknown', 'StrayFlow', 'CaseClause'];
  const known = keywords.filter(({ keyword, rule }) => !punctuation.has(keyword) && !mistakes.includes(rule));
  const missing = known.filter(({ keyword, rule }) => !constructFor(rule, keyword));
  expect(missing).toEqual([]);
});

test('the table has nothing that the grammar has not', () => {
  const known = new Set(keywords.map(({ keyword, rule }) => `${rule} ${keyword}`));
  const extra = constructs.flatMap(({ keyword, rules }) => rules.map((rule) => `${rule} ${keyword}`));
  expect(extra.filter((one) => !known.has(one))).toEqual([]);
  expect(new Set(extra).size).toBe(extra.length);
});

describe('the example of each construct', () => {
  const { shared, Procedo } = createProcedoLspServices(EmptyFileSystem);
  const name = ({ keyword, term }: Construct): string => `${keyword} (${term})`;

  test.each(constructs.map((construct) => [name(construct), construct] as const))('%s', async (_, construct) => {
    const { keyword, example } = construct;
    const uri = URI.parse(`file:///${constructs.indexOf(construct)}.procedo`);
    const document = shared.workspace.LangiumDocumentFactory.fromString(wholeFile(example), uri);
    await shared.workspace.DocumentBuilder.build([document], { validation: true });
    const errors = (document.diagnostics ?? []).filter(({ severity }) => severity === 1);
    expect(errors.map(({ message }) => message)).toEqual([]);
    expect(document.parseResult.parserErrors).toEqual([]);
    expect(document.parseResult.value.$cstNode?.text).toContain(keyword);
    const edits = await Procedo.lsp.Formatter?.formatDocument(document, {
      textDocument: { uri: uri.toString() },
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(edits, 'the example is formatted').toEqual([]);
  });
});
