/** Conditions, and what becomes of one that cannot be known: somebody decides, or it is false. */
import type { CaseRule, Criterion } from './plan.ts';
import type { CaseRun } from './run.ts';

type RuleName = 'required' | 'manual' | 'repetition';

/** Whether a rule of an instance holds; undefined: it cannot be known, and has been asked for. */
export function holds(run: CaseRun, id: number, name: RuleName, rule: CaseRule): boolean | undefined {
  if (!rule.condition) return true;
  const value = rule.condition.evaluate(run.data(id));
  if (typeof value === 'boolean') return value;
  if (run.options.unknown === 'false') return false;
  run.ask(id, name);
  return undefined;
}

/** Whether the condition of a criterion holds now. As long as it cannot be known it stays asked for. */
export function conditionHolds(run: CaseRun, id: number, index: number, { condition }: Criterion): boolean {
  if (!condition) return true;
  const value = condition.evaluate(run.data(id));
  if (typeof value !== 'boolean' && run.options.unknown === 'choose') run.ask(id, index);
  else run.answered(id, index);
  return value === true;
}

/** Whether a condition lets people add something; one that cannot be known leaves it to them. */
export function holdsForPlanning(run: CaseRun, id: number, { condition }: CaseRule): boolean {
  const value = condition ? condition.evaluate(run.data(id)) : true;
  return typeof value === 'boolean' ? value : run.options.unknown === 'choose';
}
