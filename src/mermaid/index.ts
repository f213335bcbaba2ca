/** Mermaid's `bpmn-beta` as a way in and a way out: text → OMG model, OMG model → text and what that does not say. */
export { readMermaid } from './read-mermaid.ts';
export type { Unsaid } from './said.ts';
export { looksLikeMermaid } from './source-lines.ts';
export { writeMermaid } from './write-mermaid.ts';
