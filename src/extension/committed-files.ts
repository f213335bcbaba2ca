import { Uri, workspace } from 'vscode';
import type { Repository } from './git-api.ts';
import { nameOf } from './telling.ts';

/** What a file was at the last commit: its text and those of the files that its names may come from, by their names in its folder. */
export async function committedFiles(uri: Uri, repository: Repository): Promise<Readonly<Record<string, string>>> {
  const folder = Uri.joinPath(uri, '..');
  const name = nameOf(uri);
  const beside = uri.path.endsWith('.procedo') ? [`${name}.layout`, ...(await textsIn(folder))] : [];
  const files: Record<string, string> = {};
  for (const file of new Set([name, ...beside])) {
    const text = await repository.show('HEAD', pathIn(repository, Uri.joinPath(folder, file))).catch(() => undefined);
    if (text !== undefined) files[file] = text;
  }
  return files;
}

/** Whether the last commit has a file: a new one has nothing to be compared with. */
export async function isCommitted(uri: Uri, repository: Repository): Promise<boolean> {
  return repository.show('HEAD', pathIn(repository, uri)).then(
    () => true,
    () => false,
  );
}

/** The texts that share the names of a folder, by what is there now. */
async function textsIn(folder: Uri): Promise<string[]> {
  const entries = await workspace.fs.readDirectory(folder);
  return entries.map(([name]) => name).filter((name) => name.endsWith('.procedo'));
}

function pathIn({ rootUri }: Repository, uri: Uri): string {
  return uri.path.slice(rootUri.path.length + 1);
}
