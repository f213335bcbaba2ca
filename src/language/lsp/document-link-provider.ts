import { GrammarUtils, type LangiumDocument, URI, UriUtils } from 'langium';
import type { DocumentLinkProvider } from 'langium/lsp';
import type { DocumentLink } from 'vscode-languageserver';
import { isImport, isModel } from '../generated/ast.ts';

/** Files and addresses that the head of a file imports. */
export class ProcedoDocumentLinkProvider implements DocumentLinkProvider {
  getDocumentLinks(document: LangiumDocument): DocumentLink[] {
    const model = document.parseResult.value;
    const imports = isModel(model) ? model.header.filter(isImport) : [];
    return imports.flatMap(({ location, $cstNode }) => {
      const range = GrammarUtils.findNodeForProperty($cstNode, 'location')?.range;
      if (!location || !range) return [];
      const { start, end } = range;
      const inside = {
        start: { line: start.line, character: start.character + 1 },
        end: { line: end.line, character: end.character - 1 },
      };
      return [{ range: inside, target: targetOf(document, location), tooltip: `Open ${location}` }];
    });
  }
}

/** An address as it stands; anything else is a path from the folder of the file. */
function targetOf(document: LangiumDocument, location: string): string {
  if (/^[a-z][a-z0-9+.-]+:/i.test(location)) return URI.parse(location).toString();
  return UriUtils.resolvePath(UriUtils.dirname(document.uri), location).toString();
}
