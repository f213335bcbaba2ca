/** What holds of every run of a document's processes, for every face. */
import {
  type AnalysisOptions,
  analyzeCases,
  analyzeProcesses,
  defaultMaxStates,
  type Verdict,
} from '../analysis/index.ts';
import { readModel } from '../model/index.ts';
import { casesOf, processesOf } from './models-that-run.ts';
import type { SourceDocument } from './source-document.ts';

/** Judges each collaboration whose pools exchange messages, each other process, and each case. */
export function analyze(
  document: Pick<SourceDocument, 'definitions' | 'cases'>,
  options: AnalysisOptions = {},
): Verdict[] {
  const [processes, cases] = [processesOf(document), casesOf(document)];
  return [
    ...(processes ? analyzeProcesses([processes], options) : []),
    ...(cases ? analyzeCases([cases], options.maxStates ?? defaultMaxStates) : []),
  ];
}

/** The same of models as XML, one after the other; what cannot be read is passed over. */
export function analyzeXml(models: readonly string[], options: AnalysisOptions = {}): Verdict[] {
  return models.flatMap((xml) => {
    const { definitions } = readModel(xml);
    return definitions ? analyze({ definitions }, options) : [];
  });
}
