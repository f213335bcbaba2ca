import { type Cmmn, is, type ModelElement } from '../../../model/index.ts';
import { controlOf } from '../../case-queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const andOnpartsConflict: Rule = {
  id: 'CB04',
  name: 'and-onparts-conflict',
  statement: 'A sentry does not wait for two events of one item of which only one can happen.',
  why: 'It waits for both, so it is never met.',
  severity: 'error',
  clause: 'CMMN 1.1, 8.5',
  references: [],
  check({ all, report }) {
    for (const sentry of all('cmmn:Sentry')) {
      const endings = new Map<ModelElement, string>();
      for (const part of sentry.onParts) {
        if (!is(part, 'cmmn:PlanItemOnPart')) continue;
        const { sourceRef, standardEvent } = part;
        if (!sourceRef || !standardEvent || !last.has(standardEvent) || maybeSeveral(sourceRef)) continue;
        const other = endings.get(sourceRef);
        if (other !== undefined && other !== standardEvent)
          report(
            sentry,
            `${The(sentry)} waits for "${other}" and "${standardEvent}" of ${the(sourceRef)}, which has one of them. Make two sentries of it, each with its own criterion.`,
          );
        endings.set(sourceRef, standardEvent);
      }
    }
  },
};

/** What ends an item for good. */
const last = new Set(['complete', 'terminate', 'exit', 'occur']);

/** Whether there may be more than one instance of an item: it repeats, or a stage around it may. */
function maybeSeveral(item: Cmmn.PlanItem): boolean {
  return (
    controlOf(item)?.repetitionRule !== undefined ||
    (is(item.$parent, 'cmmn:Stage') && !is(item.$parent.$parent, 'cmmn:Case'))
  );
}
