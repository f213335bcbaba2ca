import { type Disposable, type FileRenameEvent, type Uri, WorkspaceEdit, workspace } from 'vscode';

/**
 * A text that gets another name or place in VS Code takes the layout file beside it along. Afterwards: of what an extension wants to do before,
 * VS Code asks at each rename whether it may.
 */
export function takeLayoutsAlong(): Disposable {
  return workspace.onDidRenameFiles(({ files }) => void renameLayouts(files));
}

/** Where a file is after files or folders were renamed; undefined: where it was. */
export function renamedTo(uri: Uri, files: FileRenameEvent['files']): Uri | undefined {
  for (const { oldUri, newUri } of files) {
    if (uri.toString() === oldUri.toString()) return newUri;
    if (uri.scheme === oldUri.scheme && uri.path.startsWith(`${oldUri.path}/`)) {
      return newUri.with({ path: newUri.path + uri.path.slice(oldUri.path.length) });
    }
  }
  return undefined;
}

async function renameLayouts(files: FileRenameEvent['files']): Promise<void> {
  for (const { oldUri, newUri } of files.filter((one) => isText(one.oldUri) && isText(one.newUri))) {
    const [before, after] = [layoutOf(oldUri), layoutOf(newUri)];
    if (!(await exists(before)) || (await exists(after))) continue;
    const edit = new WorkspaceEdit();
    edit.renameFile(before, after);
    await workspace.applyEdit(edit);
  }
}

function isText({ path }: Uri): boolean {
  return path.endsWith('.procedo');
}

function layoutOf(text: Uri): Uri {
  return text.with({ path: `${text.path}.layout` });
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
