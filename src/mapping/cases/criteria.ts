/** Criteria and their sentries. */
import {
  type Criterion,
  idOf,
  isFileItem,
  labelOf,
  type OnPart,
  type PlanClause,
  type StrayClause,
  transitionOf,
} from '../../language/index.ts';
import { append, type Cmmn, createElement, is } from '../../model/index.ts';
import type { CaseContext } from './case-context.ts';
import { targetOfPath } from './file-items.ts';

/** What has criteria, and where their sentries are (CMMN 1.1, 5.4.5). */
export interface CriteriaPlace {
  readonly owner: Cmmn.DiscretionaryItem | Cmmn.PlanItem | Cmmn.Stage;
  readonly key: string;
  readonly container: Cmmn.PlanFragment;
  readonly clauses: readonly (PlanClause | StrayClause)[];
}

export function compileCriteria(context: CaseContext, place: CriteriaPlace): void {
  const counts = { enter: 0, exit: 0 };
  for (const clause of place.clauses) {
    if (clause.$type !== 'Criterion') continue;
    counts[clause.kind] += 1;
    const count = counts[clause.kind];
    compileCriterion(context, place, clause, `${place.key}/${clause.kind}${count > 1 ? `#${count}` : ''}`);
  }
}

function compileCriterion(
  context: CaseContext,
  { owner, key: ownerKey, container }: CriteriaPlace,
  node: Criterion,
  place: string,
): void {
  const isEntry = node.kind === 'enter';
  if (isEntry && is(owner, 'cmmn:Stage')) return;
  const key = idOf(node) || place;
  const made = `${context.ids.idOfKey.get(ownerKey) ?? ownerKey}_${node.kind}`;
  const id = node.name === undefined ? context.ids.idFor(key, made) : context.ids.id(node);
  const criterion = createElement(isEntry ? 'cmmn:EntryCriterion' : 'cmmn:ExitCriterion', { id });
  context.bind(node, criterion);
  context.setKey(criterion, key);
  const label = labelOf(node);
  if (label !== undefined) criterion.name = label;
  if (is(owner, 'cmmn:Stage')) append(owner, 'exitCriteria', criterion);
  else append(owner, isEntry ? 'entryCriteria' : 'exitCriteria', criterion);
  const sentry = createElement('cmmn:Sentry', { id: context.ids.idFor(`${key}/sentry`, `${id}_sentry`) });
  context.setKey(sentry, `${key}/sentry`);
  append(container, 'sentries', sentry);
  criterion.sentryRef = sentry;
  context.sources.add(sentry.id, node);
  fillSentry(context, sentry, node, key);
}

function fillSentry(context: CaseContext, sentry: Cmmn.Sentry, node: Criterion, key: string): void {
  for (const [index, on] of node.on.entries()) {
    const part = onPart(context, sentry, on, `${key}/on${index > 0 ? `#${index + 1}` : ''}`);
    if (part) append(sentry, 'onParts', part);
  }
  if (!node.condition) return;
  const ifPart = context.keepId(createElement('cmmn:IfPart'), `${key}/if`);
  ifPart.set('condition', context.expression(node.condition, `${key}/if/expression`));
  sentry.set('ifPart', ifPart);
}

function onPart(context: CaseContext, sentry: Cmmn.Sentry, node: OnPart, key: string): Cmmn.OnPart | undefined {
  const source = (node.path.at(-1) ?? node.source).ref;
  if (!source) return undefined;
  const id = context.ids.idFor(key, `${sentry.id}_on`);
  const event = transitionOf(node)?.event;
  const part = createElement(isFileItem(source) ? 'cmmn:CaseFileItemOnPart' : 'cmmn:PlanItemOnPart', { id });
  context.setKey(part, key);
  if (event !== undefined) part.standardEvent = event;
  context.sources.add(id, node);
  context.later(() => {
    const target = targetOfPath(context, node);
    if (target) part.set('sourceRef', target);
    const criterion = context.elementOf(node.criterion?.ref);
    if (is(part, 'cmmn:PlanItemOnPart') && is(criterion, 'cmmn:ExitCriterion')) part.exitCriterionRef = criterion;
  });
  return part;
}
