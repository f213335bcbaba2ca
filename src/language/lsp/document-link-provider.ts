import { GrammarUtils, type LangiumDocument, URI, UriUtils } from 'langium';
import type { DocumentLinkProvider } from 'langium/lsp';
import type { DocumentLink } from 'vscode-languageserver';
import { isImport, isModel, isPool, isRuns } from '../generated/ast.ts';
import { idOf } from '../ids.ts';
import { labelOf } from '../texts.ts';
import { linkTargetOf } from './calls.ts';

/** Files and addresses that the head of a file imports, and what stands behind `runs`. */
export class ProcedoDocumentLinkProvider implements DocumentLinkProvider {
  getDocumentLinks(document: LangiumDocument): DocumentLink[] {
    return [...importsOf(document), ...runsOf(document)];
  }
}

function importsOf(document: LangiumDocument): DocumentLink[] {
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

/** Leads to what is run, in whichever file it is. */
function runsOf(document: LangiumDocument): DocumentLink[] {
  return document.references.flatMap((reference) => {
    const node = reference.$refNode?.astNode;
    const target = 'ref' in reference && (isRuns(node) || isPool(node)) ? reference.ref : undefined;
    const address = target && linkTargetOf(target);
    const range = reference.$refNode?.range;
    return address && range ? [{ range, target: address, tooltip: `Go to ${labelOf(target) ?? idOf(target)}` }] : [];
  });
}

/** An address as it stands; anything else is a path from the folder of the file. */
function targetOf(document: LangiumDocument, location: string): string {
  if (/^[a-z][a-z0-9+.-]+:/i.test(location)) return URI.parse(location).toString();
  return UriUtils.resolvePath(UriUtils.dirname(document.uri), location).toString();
}
