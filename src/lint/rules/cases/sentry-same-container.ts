import { type Cmmn, is, type ModelElement } from '../../../model/index.ts';
import { set } from '../../fixes/model-change.ts';
import type { FindingDetails, Rule, RuleContext } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const sentrySameContainer: Rule = {
  id: 'CM15',
  name: 'sentry-same-container',
  statement:
    "A criterion has a sentry of the stage or plan fragment that holds the criterion's item; the plan of a case has its own.",
  why: 'A sentry belongs to the stage that its items lie in, and is watched only while that stage is active.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.5',
  references: [],
  fix: { title: 'Move the sentry there', isSafe: true },
  check({ all, report }) {
    for (const criterion of all('cmmn:Criterion')) {
      const item = criterion.$parent;
      const home = item && containerOf(item);
      const own = criterion.sentryRef?.$parent;
      if (item && home && own && own !== home)
        report(
          criterion,
          `${The(criterion)} of ${the(item)} has a sentry of ${the(own)}. Move the sentry to ${the(home)}.`,
          move(criterion, home, { all }),
        );
    }
  },
};

/** What must hold the sentries of an item; undefined where the standard leaves it open. */
function containerOf(item: ModelElement): ModelElement | undefined {
  if (is(item, 'cmmn:Stage')) return item;
  if (is(item, 'cmmn:PlanItem')) return item.$parent;
  let table = item.$parent;
  while (is(table, 'cmmn:PlanningTable')) table = table.$parent;
  // What is planned from a human task lies where that task is used, which may be in several stages.
  return is(table, 'cmmn:Stage') ? table : undefined;
}

/** Where others of its container wait for it too, each needs one of its own, which only a person can say. */
function move({ sentryRef }: Cmmn.Criterion, home: ModelElement, { all }: Pick<RuleContext, 'all'>): FindingDetails {
  const own = sentryRef?.$parent;
  const isShared = all('cmmn:Criterion').filter((one) => one.sentryRef === sentryRef).length > 1;
  if (!sentryRef || isShared || !is(own, 'cmmn:PlanFragment') || !is(home, 'cmmn:PlanFragment')) return {};
  const left = own.sentries.filter((one) => one !== sentryRef);
  return { fix: [set(own, 'sentries', left), set(home, 'sentries', [...home.sentries, sentryRef])] };
}
