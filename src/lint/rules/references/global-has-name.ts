import { nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { kindOf, The } from '../../words.ts';

export const globalHasName: Rule = {
  id: 'REF08',
  name: 'global-has-name',
  statement: 'Messages, signals, errors and escalations have a name, and no two of one kind have the same.',
  why: 'They are chosen by their name in every editor; a second one of the same name is chosen by mistake.',
  severity: 'warning',
  references: ['bpmnlint/global'],
  check({ all, report }) {
    for (const kind of ['bpmn:Message', 'bpmn:Signal', 'bpmn:Error', 'bpmn:Escalation'] as const) {
      const byName = Map.groupBy(all(kind), (one) => one.name);
      for (const one of all(kind)) {
        if (!nameOf(one))
          report(one, `${The(one)} has no name. Give it one.`, {
            // The other checker takes an attribute that is not there for a name, once.
            references: one.name === undefined && byName.get(one.name)?.length === 1 ? [] : ['bpmnlint/global'],
          });
        else if ((byName.get(one.name)?.length ?? 0) > 1)
          report(
            one,
            `${The(one)} is not the only ${kindOf(one)} of this name. Use one for all, or name what is different.`,
          );
      }
    }
  },
};
