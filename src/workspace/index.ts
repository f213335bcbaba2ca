/** The road composed: what every face calls. */

export type { Picture } from '../render/index.ts';
export { type DrawnDiagram, drawnDiagrams, drawnIds } from './drawn-diagrams.ts';
export { type Files, noFiles } from './files.ts';
export { type KeptBeside, keptBeside, layoutPathOf, renameBeside } from './kept-beside.ts';
export { type LiveModel, LiveRoad } from './live-road.ts';
export {
  exportXml,
  isDrawn,
  layoutXml,
  type Notation,
  notationsOf,
  rasterize,
  render,
  type WhichDiagram,
} from './outputs.ts';
export { isReadable, isWhole, open, type SourceDocument, type SourceKind, SourceReader } from './source-document.ts';
