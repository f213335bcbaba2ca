/** The layout room: the OMG model in, fresh diagram interchange out. See docs/layout.md. */
export { drawingSignature } from './drawing-signature.ts';
export { layout } from './layout.ts';
export type { FurtherDiagram, LayoutFile, LayoutHead, LayoutPin } from './layout-file.ts';
export { type LayoutEdit, renameLayoutKeys } from './layout-keys.ts';
export { parseLayoutFile } from './parse-layout-file.ts';
export { noPins, type Pins, pinsOf } from './pins.ts';
export { printLayoutFile } from './print-layout-file.ts';
export { drawingOf } from './read-drawing.ts';
