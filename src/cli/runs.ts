/** What the commands that run models call, loaded when one has something to run: the others start without it. */
import { loadRuns } from '../workspace/index.ts';

export const { placeOfStep, readScenario, runScenario, runTextScenarios, simulateRuns, calledFiles } = await loadRuns();
