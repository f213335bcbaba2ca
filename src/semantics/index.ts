/** The execution rules: pure, deterministic, replayable. Processes run as BPMN 2.0.2, clause 13, says, cases as CMMN 1.1, clause 8. */
export type { CaseAct } from './cases/act.ts';
export { buildCasePlan } from './cases/build-case-plan.ts';
export { caseStartActs, enabledInCases } from './cases/enabled.ts';
export { caseKey } from './cases/key.ts';
export {
  type FileTransition,
  fileTransitions,
  type ItemState,
  isOver,
  type LifeCycle,
  lifeCycles,
  type Transition,
  type TransitionName,
  transitionFrom,
  transitionsByPeople,
} from './cases/life-cycles.ts';
export {
  type CaseLook,
  type DiscretionaryOffer,
  lookAtCases,
  runningTimers,
  type SeenCriterion,
  type SeenInstance,
} from './cases/look.ts';
export { type CaseMigration, migrateCases } from './cases/migrate.ts';
export {
  type CaseFileEntry,
  type CaseItem,
  type CaseItemKind,
  type CasePlan,
  type CaseRule,
  type Criterion,
  eventKey,
  type OnPart,
} from './cases/plan.ts';
export { type CaseInstance, type CaseState, type ItemInstance, noCases, type Question } from './cases/state.ts';
export { type CaseStep, stepCase } from './cases/step.ts';
export type { CaseTraceEntry } from './cases/trace.ts';
export { compileExpression } from './expressions/compile-expression.ts';
export type { Expression, Value } from './expressions/expression.ts';
export { linkedBeginnings } from './linked/beginnings.ts';
export type { LinkedAct, LinkedTraceEntry, LinkTraceEntry } from './linked/linked-act.ts';
export { linkedKey } from './linked/linked-key.ts';
export {
  buildLinked,
  type Link,
  type LinkedModel,
  type LinkedState,
  nothingRuns,
  type Place,
} from './linked/linked-state.ts';
export { type LinkedMigration, migrateLinked } from './linked/migrate-linked.ts';
export { notePassed } from './linked/passed.ts';
export { enabledLinked } from './linked/refusals.ts';
export { isAllOver, type Runnable, runnable } from './linked/runnable.ts';
export { type LinkedStep, stepLinked } from './linked/step-linked.ts';
export type { Act, Variables } from './processes/act.ts';
export { buildNet } from './processes/build-net.ts';
export { beginnings, enabled, startActs } from './processes/enabled.ts';
export { key } from './processes/key.ts';
export { type Look, look } from './processes/look.ts';
export { type Migration, migrate } from './processes/migrate.ts';
export type { Net, NetFlow, NetNode, NetScope, Trigger, TriggerKind } from './processes/net.ts';
export { eventsAtStart, isSameMessage } from './processes/starts.ts';
export { emptyState, type NodeInstance, type ScopeInstance, type State } from './processes/state.ts';
export { type Step, type StepOptions, step, stepOptions } from './processes/step.ts';
export { innermostFirst } from './processes/subscriptions.ts';
export type { TraceEntry } from './processes/trace.ts';
export { type Waiting, whyWaiting } from './processes/why-waiting.ts';
