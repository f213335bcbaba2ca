import type { TextEdit } from 'vscode-languageserver';

/** Files beside a text that name its elements by their ids. The language does not know them; a face of it may. */
export interface FilesBeside {
  /**
   * What changes in the file beside the text `uri` when ids change.
   * @param ids new ids by old ones
   * @param written the old id of an element that has its id in the text from now on; it was derived before
   * @returns the file's URI and its edits; `undefined` if there is no such file
   */
  renamed(
    uri: string,
    ids: ReadonlyMap<string, string>,
    written: string | undefined,
  ): Promise<{ readonly uri: string; readonly edits: readonly TextEdit[] } | undefined>;
}
