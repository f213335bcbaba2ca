import { type Uri, workspace } from 'vscode';

/** Writes beside the target first: a file that is there is replaced whole or not at all. */
export async function writeWhole(file: Uri, content: Uint8Array): Promise<void> {
  const unfinished = file.with({ path: `${file.path}.${crypto.randomUUID()}.tmp` });
  try {
    await workspace.fs.writeFile(unfinished, content);
    await workspace.fs.rename(unfinished, file, { overwrite: true });
  } catch (error) {
    await workspace.fs.delete(unfinished).then(undefined, () => undefined);
    throw error;
  }
}
