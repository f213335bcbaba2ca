/** Runs: scenarios as tests, and random runs. Built on the execution rules of src/semantics. */

export { durationOf } from './clock.ts';
export type { Happening, Moment, Offer, Question, Reason, SeenSentry, Standing } from './moment.ts';
export { wayOf } from './pending-choice.ts';
export { Play } from './play.ts';
export { type RandomRun, randomRun } from './random-run.ts';
export { readScenario, type ScenarioFile } from './read-scenario.ts';
export { type About, recordRun } from './record-run.ts';
export { playScenario, runScenario } from './run-scenario.ts';
export type {
  CaseScenarioAct,
  Choice,
  Expectation,
  NamedTrigger,
  Scenario,
  ScenarioAct,
  ScenarioFailure,
  ScenarioResult,
  ScenarioStart,
  ScenarioStep,
  Variables,
} from './scenario.ts';
export { Session, type SessionStep } from './session.ts';
export { type Simulation, simulate } from './simulate.ts';
export { placeOfStep } from './step-place.ts';
export { writeScenario } from './write-scenario.ts';
