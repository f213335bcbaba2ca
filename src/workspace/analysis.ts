/** What holds of every run of a document's processes, for every face. */
import {
  type AnalysisOptions,
  analyzeCases,
  analyzeProcesses,
  defaultMaxStates,
  type Verdict,
} from '../analysis/index.ts';
import { casesOf, processesOf } from './models-that-run.ts';
import type { SourceDocument } from './source-document.ts';

/** Judges each collaboration whose pools exchange messages, each other process, and each case. */
export function analyze(document: SourceDocument, options: AnalysisOptions): Verdict[] {
  const [processes, cases] = [processesOf(document), casesOf(document)];
  return [
    ...(processes ? analyzeProcesses([processes], options) : []),
    ...(cases ? analyzeCases([cases], options.maxStates ?? defaultMaxStates) : []),
  ];
}

export { verdictsOfXml } from './proofs.ts';
