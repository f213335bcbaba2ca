import { type Cmmn, is } from '../../../model/index.ts';
import { caseItems } from '../../case-queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const exitBeforeEntry: Rule = {
  id: 'CB06',
  name: 'exit-before-entry',
  statement: 'An item does not begin and end by the same event.',
  why: 'What sets it going ends it too: nothing is done in between, or it depends on the engine.',
  severity: 'warning',
  references: [],
  check({ all, report }) {
    for (const item of caseItems({ all })) {
      const begins = new Map(
        item.entryCriteria.flatMap((criterion) => keysOf(criterion).map((key) => [key, criterion])),
      );
      for (const exit of item.exitCriteria) {
        if (keysOf(exit).some((key) => begins.has(key)))
          report(exit, `${The(item)} begins and ends by the same event. Let it end by another one.`);
      }
    }
  },
};

/** What alone is enough to meet a criterion: its sentry, and its event if there is nothing else that it waits for. */
function keysOf({ sentryRef }: Cmmn.Criterion): unknown[] {
  if (!is(sentryRef, 'cmmn:Sentry')) return [];
  const [part, ...others] = sentryRef.onParts;
  if (!part || others.length > 0 || sentryRef.ifPart) return [sentryRef];
  const source = part.get('sourceRef');
  const id = typeof source === 'object' && source && 'id' in source ? String(source.id) : '';
  return [sentryRef, `${id} ${String(part.get('standardEvent'))}`];
}
