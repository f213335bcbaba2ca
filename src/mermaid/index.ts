/** Mermaid's `bpmn-beta` as a way in and a way out: text → OMG model, OMG model → text and what that cannot say. */
export { readMermaid } from './read-mermaid.ts';
export { looksLikeMermaid } from './source-lines.ts';
