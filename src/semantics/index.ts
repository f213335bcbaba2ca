/** The execution rules: pure, deterministic, replayable. Processes run as BPMN 2.0.2, clause 13, says. */
export type { Value } from './expressions/expression.ts';
export type { Act, Variables } from './processes/act.ts';
export { buildNet } from './processes/build-net.ts';
export { beginnings, enabled, startActs } from './processes/enabled.ts';
export { key } from './processes/key.ts';
export { type Look, look } from './processes/look.ts';
export { type Migration, migrate } from './processes/migrate.ts';
export type { Net, NetFlow, NetNode, NetScope, Trigger, TriggerKind } from './processes/net.ts';
export { emptyState, type NodeInstance, type ScopeInstance, type State } from './processes/state.ts';
export { type Step, type StepOptions, step, stepOptions } from './processes/step.ts';
export type { TraceEntry } from './processes/trace.ts';
export { type Waiting, whyWaiting } from './processes/why-waiting.ts';
