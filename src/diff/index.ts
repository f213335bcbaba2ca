/** What differs between two models: which element is which, and the changes as sentences. */
export type { Change, ChangeKind } from './change.ts';
export { diffModels, diffWritten } from './diff-models.ts';
export { matchElements } from './matching.ts';
export type { Matching } from './pairs.ts';
export { isSameModel } from './same-model.ts';
