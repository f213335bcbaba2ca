/** All that mends documents, loaded when there is something to mend: it brings the layout with it. */
export { type Mended, mend } from './fix-rounds.ts';
export { editsFor, type Fix, fixesFor } from './fixes.ts';
