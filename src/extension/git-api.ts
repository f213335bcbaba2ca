/**
 * What we use of VS Code's own git extension (its API, version 1). It knows which git there is, which repositories are open and when
 * they change; a git of our own would have to find all that out again, and could not show its files in an editor.
 */
import { type Event, extensions, type Uri } from 'vscode';

export interface Repository {
  readonly rootUri: Uri;
  readonly state: { readonly onDidChange: Event<void> };
  /** The text of a file at a commit. Rejects where there is none. @param path from the root of the repository */
  show(commit: string, path: string): Promise<string>;
}

export interface GitApi {
  getRepository(uri: Uri): Repository | null;
  /** Opens the repository around a file or folder, if there is one. */
  openRepository?(root: Uri): Promise<Repository | null>;
  /** The document that shows a file at a commit. */
  toGitUri(uri: Uri, commit: string): Uri;
}

/** The git extension; undefined where it is switched off. */
export async function gitApi(): Promise<GitApi | undefined> {
  const extension = extensions.getExtension<{ readonly enabled: boolean; getAPI(version: 1): GitApi }>('vscode.git');
  const git = await extension?.activate();
  return git?.enabled ? git.getAPI(1) : undefined;
}
