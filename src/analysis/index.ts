/** All runs of a model: what holds of every one of them. Built on the execution rules of src/semantics. */
export { type AnalysisOptions, analyzeProcesses, defaultMaxStates } from './analyze.ts';
export { analyzeCases } from './cases.ts';
export { type Exploration, explore } from './explore.ts';
export type { Property, Verdict, Witness } from './verdict.ts';
export type { RunStep } from './words.ts';
