import { readFile } from 'node:fs/promises';
import { URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { whyUnreadable } from '../base/unreadable-file.ts';
import type { ModelFiles } from '../workspace/index.ts';
import { modelsAround } from './models-around.ts';

/** The path of a document, with `/`; that of an untitled one is its name with our ending. */
export function pathOf(uri: string): string {
  const { scheme, path } = URI.parse(uri);
  return scheme === 'untitled' ? `${path}.procedo` : path;
}

/** Files as the editor has them: what is open counts before what is on the disk. All texts share one name space, all models of the workspace belong together. */
export function editorFiles({ workspace }: LangiumSharedServices): ModelFiles {
  const texts = (): Map<string, string> =>
    new Map(workspace.LangiumDocuments.all.map((one) => [pathOf(one.uri.toString()), one.textDocument.getText()]));
  return {
    async read(path) {
      // What has just been typed is open before it is read as a text of ours.
      const open = workspace.TextDocuments.all().find(({ uri }) => pathOf(uri) === path);
      const text = open?.getText() ?? texts().get(path);
      if (text !== undefined) return new TextEncoder().encode(text);
      return readFile(URI.file(path).fsPath).catch(() => undefined);
    },
    refusal: (path) => readFile(URI.file(path).fsPath).then(() => undefined, whyUnreadable),
    siblings: async (path) => [...texts().keys()].filter((other) => other !== path),
    models: (path) =>
      modelsAround(
        path,
        (workspace.WorkspaceManager.workspaceFolders ?? []).map(({ uri }) => pathOf(uri).replace(/\/$/, '')),
      ),
  };
}
