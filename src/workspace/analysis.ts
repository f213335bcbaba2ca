/** What holds of every run of a document's processes, for every face. */
import { type AnalysisOptions, analyzeProcesses, type Verdict } from '../analysis/index.ts';
import { is } from '../model/index.ts';
import type { SourceDocument } from './source-document.ts';

/** Judges each collaboration whose pools exchange messages, and each other process. */
export function analyze({ definitions }: SourceDocument, options: AnalysisOptions): Verdict[] {
  return definitions && is(definitions, 'bpmn:Definitions') ? analyzeProcesses([definitions], options) : [];
}
