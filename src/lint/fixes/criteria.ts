import type { Cmmn } from '../../model/index.ts';
import type { LintModel } from '../lint-model.ts';
import { type ModelChange, remove } from './model-change.ts';

/** Takes criteria away, and the sentries that only they wait for. */
export function removeCriteria(criteria: readonly Cmmn.Criterion[], { all }: Pick<LintModel, 'all'>): ModelChange[] {
  const others = all('cmmn:Criterion').filter((one) => !criteria.includes(one));
  const sentries = new Set(criteria.flatMap(({ sentryRef }) => sentryRef ?? []));
  const lonely = [...sentries].filter((sentry) => !others.some(({ sentryRef }) => sentryRef === sentry));
  return [...criteria, ...lonely].map(remove);
}
