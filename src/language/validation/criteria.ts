/** On-parts: transitions of their sources, and sources that make sense (CMMN 1.1, 5.4.6). */
import { type AstNode, AstUtils, type ValidationAcceptor } from 'langium';
import { closestTo } from '../../base/spelling.ts';
import { type Case, isCriterion, isPlanItem, type OnPart, type PlanItem } from '../generated/ast.ts';
import { transitionsOfPart } from '../transitions.ts';
import { isAround } from './plan-places.ts';
import { report } from './report.ts';

export function checkOnPart(part: OnPart, accept: ValidationAcceptor): void {
  const source = (part.path.at(-1) ?? part.source).ref;
  if (!source || source.$type === 'UnknownItem') return;
  checkTransition(part, accept);
  checkThrough(part, accept);
  const criterion = AstUtils.getContainerOfType(part, isCriterion);
  if (!criterion || !isPlanItem(source) || criterion.$container.$type === 'UnknownItem') return;
  const owner = criterion.$container;
  const isEntry = criterion.kind === 'enter';
  // That a case has none is told already.
  if (isEntry && owner.$type === 'Case') return;
  const message = sourceProblem(owner, isEntry, source, part);
  if (message) report(accept, 'error', 'on-part-source', message, part, { property: 'source' });
}

function checkTransition(part: OnPart, accept: ValidationAcceptor): void {
  const verbs = transitionsOfPart(part).map(({ verb }) => verb);
  const name = part.path.length > 0 ? part.path.at(-1)?.$refText : part.source.$refText;
  const such = verbs
    .slice(0, 3)
    .map((verb) => `\`${verb}\``)
    .join(', ');
  if (part.transition === undefined) {
    report(accept, 'error', 'missing-operand', `Write what \`${name}\` does: ${such} …`, part);
  } else if (!verbs.includes(part.transition)) {
    const meant = closestTo(part.transition, verbs);
    const advice = meant ? `Did you mean \`${meant}\`?` : `It ${such} …`;
    const data = meant ? { data: { suggestion: meant } } : {};
    const message = `\`${name}\` has no transition \`${part.transition}\`. ${advice}`;
    report(accept, 'error', 'unknown-transition', message, part, { property: 'transition', ...data });
  }
}

/** `through` says by which of its criteria an item was left: one of its own, and it was left. */
function checkThrough(part: OnPart, accept: ValidationAcceptor): void {
  const criterion = part.criterion?.ref;
  if (!part.throughWord) return;
  if (part.transition !== undefined && part.transition !== 'exits') {
    const message = '`through` goes with `exits`: it says by which criterion the item was left.';
    report(accept, 'error', 'through', message, part, { keyword: 'through' });
  } else if (criterion && (criterion.kind !== 'exit' || (criterion.$container as AstNode) !== part.source.ref)) {
    const message = `\`${part.criterion?.$refText}\` is no exit criterion of \`${part.source.$refText}\`. Name one of its own.`;
    report(accept, 'error', 'through', message, part, { property: 'criterion' });
  }
}

/** An item cannot wait for itself, nor a stage for what it holds to begin, nor what it holds for the stage. */
export function sourceProblem(
  owner: Case | PlanItem,
  isEntry: boolean,
  source: PlanItem,
  part: OnPart,
): string | undefined {
  const name = part.source.$refText;
  if (source === owner) return isEntry ? `\`${name}\` cannot wait for itself. Name another item.` : undefined;
  if (isEntry && isAround(owner, source))
    return `\`${name}\` is in this stage: it is not there before the stage begins. Name an item outside.`;
  if (isAround(source, owner))
    return `\`${name}\` is around this item: what happens to it happens to all that is in it. Name an item inside.`;
  return undefined;
}
