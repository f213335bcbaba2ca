import { describe, expect, test } from 'vitest';
import { ResponseError } from 'vscode-languageserver';
import { fixtureText, type OpenFixture, openFixture, processSample } from './lsp/fixtures.ts';

/** Texts that are whole, cut, or damaged; the features of the editor have an answer everywhere in them. */
const texts = {
  whole: processSample,
  'cut in a header': processSample.slice(0, processSample.indexOf('subprocess offering') + 10),
  'cut in a string': processSample.slice(0, processSample.indexOf('Vérifier') + 4),
  'without its closing braces': processSample.replaceAll('}', ''),
  'without its quotes': processSample.replaceAll('"', ''),
  empty: '',
};

/** Asks everything that depends on the caret. A refusal to rename is an answer. */
async function askAt({ services, document, params }: OpenFixture): Promise<number> {
  const { HoverProvider, DefinitionProvider, DocumentHighlightProvider, RenameProvider } = services.Procedo.lsp;
  const { CodeActionProvider, LinkedEditingRangeProvider, SelectionRangeProvider } = services.Procedo.lsp;
  const hover = await HoverProvider?.getHoverContent(document, params);
  const definition = await DefinitionProvider?.getDefinition(document, params);
  const highlights = await DocumentHighlightProvider?.getDocumentHighlight(document, params);
  const range = { start: params.position, end: params.position };
  await CodeActionProvider?.getCodeActions(document, { ...params, range, context: { diagnostics: [] } });
  LinkedEditingRangeProvider.getLinkedEditingRanges(document, params);
  expect(SelectionRangeProvider.getSelectionRanges(document, { ...params, positions: [params.position] })).toHaveLength(
    1,
  );
  try {
    RenameProvider.prepareRename(document, params);
  } catch (error) {
    expect(error).toBeInstanceOf(ResponseError);
  }
  return (hover ? 1 : 0) + (definition?.length ?? 0) + (highlights?.length ?? 0);
}

describe('every caret is answered in a text', () => {
  test.each(Object.entries(texts))('%s', async (name, text) => {
    const open = await openFixture(fixtureText(text));
    let answers = 0;
    for (let offset = 0; offset <= text.length; offset += 3) {
      const position = open.document.textDocument.positionAt(offset);
      answers += await askAt({ ...open, position, params: { ...open.params, position } });
    }
    expect(answers > 0).toBe(name !== 'empty');
  });
});

describe('the whole of a text is answered', () => {
  test.each(Object.entries(texts))('%s', async (name, text) => {
    const { services, document, params } = await openFixture(fixtureText(text));
    const { DocumentSymbolProvider, FoldingRangeProvider, SemanticTokenProvider } = services.Procedo.lsp;
    const { DocumentLinkProvider, InlayHintProvider } = services.Procedo.lsp;
    const range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
    await InlayHintProvider?.getInlayHints(document, { ...params, range });
    await DocumentLinkProvider?.getDocumentLinks(document, params);
    await services.shared.lsp.WorkspaceSymbolProvider?.getSymbols({ query: 'e' });
    const symbols = await DocumentSymbolProvider?.getSymbols(document, params);
    const tokens = await SemanticTokenProvider?.semanticHighlight(document, params);
    await FoldingRangeProvider?.getFoldingRanges(document, params);
    expect((symbols?.length ?? 0) > 0).toBe(name !== 'empty');
    expect((tokens?.data.length ?? 0) > 0).toBe(name !== 'empty');
  });
});
