/** The layout room: the OMG model in, fresh diagram interchange out. See docs/layout.md. */
export { sayAsRead } from './as-read.ts';
export { drawCasesAsKept, keptDrawingOfCases } from './cases/kept-case-drawing.ts';
export { layoutCases } from './cases/layout-cases.ts';
export { connectorKeysOf, drawingOfCases, looksOfCases } from './cases/read-case-drawing.ts';
export { drawingSignature } from './drawing-signature.ts';
export { type DrawnStructure, structuresOf } from './drawn-structure.ts';
export { editLayoutText } from './edit-layout-text.ts';
export { type KeptDrawing, keptDrawingOf } from './kept-drawing.ts';
export { layout } from './layout.ts';
export { LayoutCache } from './layout-cache.ts';
export {
  type FurtherDiagram,
  type LayoutFile,
  type LayoutHead,
  type LayoutPin,
  noLayoutFile,
  type XmlFacts,
} from './layout-file.ts';
export { keyOfLine, type LayoutEdit, renameLayoutKeys, type StaleLine, staleLines } from './layout-keys.ts';
export { type Move, moved } from './move-shape.ts';
export { parseLayoutFile } from './parse-layout-file.ts';
export { looksOf, noPins, type Pins, pinsOf } from './pins.ts';
export { printLayoutFile } from './print-layout-file.ts';
export { drawingOf, isDrawable } from './read-drawing.ts';
export { withStretchedLines } from './stretch-lines.ts';
export { type TidyExtent, tidiedWith, withoutPlaces } from './tidy.ts';
export { type TidyLayoutText, tidyLayoutText } from './tidy-layout-text.ts';
