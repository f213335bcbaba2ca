/** The thread that the analysis runs in: it takes as long as it takes, and nobody who types waits for it. */
import { parentPort } from 'node:worker_threads';
import { loadAnalysis } from '../workspace/index.ts';

/** What the server sends. */
export interface AnalysisOrder {
  /** Models as XML. */
  readonly models: readonly string[];
  readonly maxStates: number;
}

const { verdictsOfXml } = await loadAnalysis();
// Verdicts go back in the order of what they are about. A failure is our mistake: it ends the thread, and the server tells of it.
parentPort?.on('message', ({ models, maxStates }: AnalysisOrder) =>
  parentPort?.postMessage(verdictsOfXml(models, maxStates)),
);
