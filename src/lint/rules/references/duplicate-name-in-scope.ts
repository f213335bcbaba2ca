import type { ModelElement } from '../../../model/index.ts';
import { nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const duplicateNameInScope: Rule = {
  id: 'REF05',
  name: 'duplicate-name-in-scope',
  statement: 'No two activities of one scope have the same type and the same name.',
  why: 'Two steps of one name are either one step drawn twice or two that their readers cannot tell apart.',
  severity: 'warning',
  from: 'strict',
  references: [],
  check({ all, childrenOfType, report }) {
    for (const scope of all('bpmn:FlowElementsContainer')) {
      const seen = new Map<string, ModelElement>();
      for (const node of childrenOfType(scope, 'bpmn:Activity')) {
        const name = nameOf(node);
        if (!name) continue;
        const first = seen.get(`${node.$type} ${name}`);
        if (first)
          report(
            node,
            `${The(node)} has the name of another step in ${the(scope)}. Say in the name what is different, or lead both ways to one step.`,
          );
        else seen.set(`${node.$type} ${name}`, node);
      }
    }
  },
};
