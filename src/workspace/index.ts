/** The road composed: what every face calls. */

export type { Picture } from '../render/index.ts';
export { type Files, noFiles } from './files.ts';
export { type KeptBeside, keptBeside, layoutPathOf, renameBeside } from './kept-beside.ts';
export { diagramName, type LiveModel, LiveRoad } from './live-road.ts';
export {
  exportXml,
  layoutXml,
  type Notation,
  notationsOf,
  rasterize,
  render,
  type WhichDiagram,
} from './outputs.ts';
export { isWhole, open, type SourceDocument, type SourceKind, SourceReader } from './source-document.ts';
