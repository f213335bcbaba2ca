import { is } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const listenerUnused: Rule = {
  id: 'CB11',
  name: 'listener-unused',
  statement: 'Somebody waits for each event listener.',
  why: 'Its event has no effect.',
  severity: 'warning',
  references: [],
  check({ all, report }) {
    const awaited = new Set<unknown>(all('cmmn:PlanItemOnPart').map(({ sourceRef }) => sourceRef));
    for (const { sourceRef } of all('cmmn:PlanItemStartTrigger')) awaited.add(sourceRef);
    for (const item of all('cmmn:PlanItem')) {
      if (is(item.definitionRef, 'cmmn:EventListener') && !awaited.has(item))
        report(item, `Nothing waits for ${the(item)}. Let a criterion wait for it, or take it away.`);
    }
  },
};
