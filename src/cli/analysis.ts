/** What `analyze` calls, loaded when it has something to look at: the other commands start without it. */
import { loadAnalysis } from '../workspace/index.ts';

export const { analyze } = await loadAnalysis();
