/** What a plan holds: items with names, and an end (CMMN 1.1, 5.4.8, 5.4.9, 8.6.1). */
import type { ValidationAcceptor } from 'langium';
import type { Case, CaseItem, FileItem, PlanItem, Role } from '../generated/ast.ts';
import { idOf } from '../ids.ts';
import { discretionaryBefore, hasClause } from './plan-clauses.ts';
import { report } from './report.ts';
import { wordTakenForName } from './word-as-name.ts';

/** A case holds a plan, and its roles can be told apart. */
export function checkPlanOf(node: Case, accept: ValidationAcceptor): void {
  const items = node.body?.items ?? [];
  if (node.body && !items.some(holdsPlan)) {
    const message = 'Nothing can happen in this case. Write its tasks, stages and milestones into it.';
    report(accept, 'warning', 'empty-plan', message, node, { keyword: 'case' });
  }
  checkRoles(
    items.filter((item) => item.$type === 'Role'),
    accept,
  );
}

function holdsPlan({ $type }: CaseItem): boolean {
  return $type === 'PlanItem' || $type === 'UnknownItem' || $type === 'Discretionary';
}

function checkRoles(roles: readonly Role[], accept: ValidationAcceptor): void {
  const seen = new Map<string, Role>();
  for (const role of roles) {
    const same = role.label === undefined ? undefined : seen.get(role.label);
    if (role.label !== undefined && !same) seen.set(role.label, role);
    if (!same) continue;
    const message = `The role \`${idOf(same)}\` has this name already. Give this one another, or use that one.`;
    report(accept, 'error', 'repeated-role', message, role, { property: 'label' });
  }
}

/** An item is named, and a stage holds something. */
export function checkContents(item: PlanItem, accept: ValidationAcceptor): void {
  const isShared = item.details.some(({ key }) => key === 'definitionRef');
  const items = item.body?.items ?? [];
  if ((item.kind === 'stage' || item.kind === 'fragment') && !isShared && !items.some(holdsPlan)) {
    const message = `Nothing can happen in this \`${item.kind}\`. Write its tasks and milestones into its block.`;
    report(accept, 'warning', 'empty-plan', message, item, { property: 'kind' });
  } else if (item.kind === 'stage') checkCompletion(item, items, accept);
  const isNamed = item.name !== undefined || item.label !== undefined || wordTakenForName(item) !== undefined;
  if (!isNamed && (item.kind !== 'user' || item.event)) {
    const message = 'Give it a name: a label in double quotes, such as `"Inspect the damage"`.';
    report(accept, 'warning', 'unnamed', message, item, { property: 'kind' });
  }
}

/**
 * Without `autocomplete` a stage ends by itself only when all that is in it is over, also what never begins. It is told where
 * nothing in it speaks of people: no discretionary item, no `required`.
 */
function checkCompletion(stage: PlanItem, items: readonly CaseItem[], accept: ValidationAcceptor): void {
  const own = items.filter((item) => item.$type === 'PlanItem');
  if (hasClause(stage, 'autocomplete')) return;
  if (own.some((item) => discretionaryBefore(item) || hasClause(item, 'required'))) return;
  const open = own.find(mayStayOpen);
  if (!open) return;
  const message = `\`${idOf(open)}\` may never be over, and this stage then waits for a person to complete it. Write \`autocomplete\` behind its name, and \`required\` behind what must be done; or leave it if people complete it.`;
  report(accept, 'info', 'waits-for-people', message, stage, { property: 'kind' });
}

/** What waits for something that need not happen. */
function mayStayOpen(item: PlanItem): boolean {
  return ['user', 'event', 'timer'].includes(item.kind) || hasClause(item, 'enter') || hasClause(item, 'repeat');
}

/** How often a case file item may be there: what the standard can say (CMMN 1.1, 5.3.2.1). */
export function checkMultiplicity(item: FileItem, accept: ValidationAcceptor): void {
  const { min, max, unbounded, multiple } = item;
  if (!multiple || min === undefined) return;
  const bounds = [Number(min), unbounded ? Number.POSITIVE_INFINITY : Number(max ?? min)];
  const [least = 0, most = 0] = [...bounds].sort((a, b) => a - b);
  const isSaid =
    least >= 0 && most >= 1 && bounds.every((one) => Number.isInteger(one) || one === Number.POSITIVE_INFINITY);
  const kept = `[${least === 0 ? 0 : 1}${most > 1 ? '..*' : least === 0 ? '..1' : ''}]`;
  const data = { suggestion: kept };
  if (!isSaid || bounds[0] !== least) {
    const message = 'Write how many there are at least and at most, the smaller one first: `[0..1]`, `[1..*]`.';
    report(accept, 'error', 'multiplicity', message, item, { property: 'min', ...(isSaid && { data }) });
  } else if (least > 1 || (most > 1 && Number.isFinite(most))) {
    const message = `A case knows \`[0..1]\`, \`[1]\`, \`[0..*]\` and \`[1..*]\` only: this becomes \`${kept}\`. Write that.`;
    report(accept, 'warning', 'multiplicity', message, item, { property: 'min', data });
  }
}
