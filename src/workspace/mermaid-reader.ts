/** Mermaid's text as a document, loaded where there is some to read. */
import { hasErrors } from '../base/problem.ts';
import { SourceMapBuilder } from '../mapping/index.ts';
import { looksLikeMermaid, readMermaid } from '../mermaid/index.ts';
import type { SourceDocument } from './source-document.ts';

/** Whether what comes without a name begins as Mermaid's texts do: with `bpmn-beta`, or with what may stand before that. */
export function isMermaidText(bytes: Uint8Array): boolean {
  return looksLikeMermaid(new TextDecoder().decode(bytes.subarray(0, 200)));
}

/** A text of Mermaid's `bpmn-beta` as a document. With a mistake there is no model: what is left out would be missed by nobody. */
export function openMermaid(path: string, bytes: Uint8Array): SourceDocument {
  const text = new TextDecoder().decode(bytes);
  const { definitions, places, comments, problems } = readMermaid(text);
  if (hasErrors(problems)) return { path, kind: 'unreadable', text, problems };
  const sourceMap = new SourceMapBuilder();
  for (const [id, place] of places) sourceMap.addRange(id, place);
  return { path, kind: 'mermaid', text, problems, definitions, comments: () => comments, sourceMap };
}
