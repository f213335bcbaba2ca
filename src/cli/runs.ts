/** What the commands that run models call, loaded when one has something to run: the others start without it. */
export { readScenario, runScenario, simulateRuns } from '../workspace/index.ts';
