/** The layout room: the OMG model in, fresh diagram interchange out. See docs/layout.md. */
export { keyed, sayAsRead } from './as-read.ts';
export { layoutCases } from './cases/layout-cases.ts';
export { connectorKeysOf, drawingOfCases, looksOfCases } from './cases/read-case-drawing.ts';
export { drawingSignature } from './drawing-signature.ts';
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
export { type LayoutEdit, renameLayoutKeys } from './layout-keys.ts';
export { parseLayoutFile } from './parse-layout-file.ts';
export { looksOf, noPins, type Pins, pinsOf } from './pins.ts';
export { printLayoutFile } from './print-layout-file.ts';
export { drawingOf } from './read-drawing.ts';
