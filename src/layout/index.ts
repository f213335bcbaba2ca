/** The layout room: the OMG model in, fresh diagram interchange out. See docs/layout.md. */
export { drawingSignature } from './drawing-signature.ts';
export { layout } from './layout.ts';
export { type LayoutFile, type LayoutHead, type LayoutPin, parseLayoutFile, printLayoutFile } from './layout-file.ts';
export { type LayoutEdit, renameLayoutKeys } from './layout-keys.ts';
