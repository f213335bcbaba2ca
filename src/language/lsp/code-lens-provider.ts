import type { LangiumDocument } from 'langium';
import type { CodeLensProvider, LangiumServices } from 'langium/lsp';
import type { CodeLens } from 'vscode-languageserver';
import { isCallable, isModel } from '../generated/ast.ts';
import { type Calls, locationOf } from './calls.ts';
import { declarationOf } from './procedo-references.ts';

/**
 * VS Code's own command, as other clients have it too: the URI, the position and the locations as LSP writes them. (Our extension
 * makes VS Code's objects of them.)
 */
const SHOW_REFERENCES = 'editor.action.showReferences';

/** "called by 2" above what something runs: a click shows from where. */
export class ProcedoCodeLensProvider implements CodeLensProvider {
  private readonly calls: Calls;

  constructor(services: LangiumServices & { readonly lsp: { readonly Calls: Calls } }) {
    this.calls = services.lsp.Calls;
  }

  provideCodeLens(document: LangiumDocument): CodeLens[] {
    const model = document.parseResult.value;
    const uri = document.uri.toString();
    return (isModel(model) ? model.elements : []).filter(isCallable).flatMap((node) => {
      const range = declarationOf(node)?.range;
      const locations = this.calls.callersOf(node).map(locationOf);
      if (!range || locations.length === 0) return [];
      const title = `called by ${locations.length}`;
      return [{ range, command: { title, command: SHOW_REFERENCES, arguments: [uri, range.start, locations] } }];
    });
  }
}
