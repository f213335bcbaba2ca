import type { Rule } from '../../rule.ts';

export const deadActivity: Rule = {
  id: 'GW25',
  name: 'dead-activity',
  statement: 'Some run comes to each activity that a way leads to.',
  why: 'What no run comes to is never done. It is no error, since an engine may know of events that are not drawn.',
  severity: 'warning',
  references: [],
  isOfRuns: true,
  check({ proofs, all, report }) {
    if (all('bpmn:Process').length === 0) return;
    const found = proofs();
    // What comes behind a step that waits for ever is never done either; that step says so.
    if (found.some(({ property }) => property === 'optionToComplete')) return;
    for (const { property, hindrance, elements, message } of found) {
      const [first] = elements;
      if (property === 'noDeadActivities' && hindrance !== 'beginning' && first) report(first, message);
    }
  },
};
