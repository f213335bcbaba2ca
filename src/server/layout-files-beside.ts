import { readFile } from 'node:fs/promises';
import { URI } from 'langium';
import type { FilesBeside } from '../language/procedo-lsp-module.ts';
import { type Files, layoutPathOf, noFiles, renameBeside } from '../workspace/index.ts';
import { pathOf } from './editor-files.ts';

/** Layout files are read from the disk: the client does not open them. */
const disk: Files = {
  ...noFiles,
  read: (path) => readFile(URI.file(path).fsPath).catch(() => undefined),
};

/** The layout files of the texts: their keys are ids. */
export const layoutFilesBeside: FilesBeside = {
  async renamed(uri, ids, written) {
    if (URI.parse(uri).scheme !== 'file') return undefined;
    const edits = await renameBeside(pathOf(uri), disk, ids, written);
    return { uri: layoutPathOf(uri), edits: edits.map(({ range, text }) => ({ range, newText: text })) };
  },
};
