import { type TextDocument, workspace } from 'vscode';
import { CancellationToken, type Middleware } from 'vscode-languageclient/node';

/** Whether it is the file beside a text. */
const isLayout = ({ uri }: TextDocument) => uri.path.endsWith('.procedo.layout');

/** The server's changes of layout files, which follow a text that is saved, are saved with it, unless a file has other changes. */
export const savesFollowedLayout: Middleware = {
  workspace: {
    async handleApplyEdit(params, next) {
      const unsaved = new Set(
        workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()),
      );
      const result = await next(params, CancellationToken.None);
      const isChanged = (one: TextDocument) => one.isDirty && isLayout(one) && !unsaved.has(one.uri.toString());
      for (const document of workspace.textDocuments.filter(isChanged)) await document.save();
      return result;
    },
  },
};
