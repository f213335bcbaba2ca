import { triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const singleBlankStart: Rule = {
  id: 'SE10',
  name: 'single-blank-start',
  statement: 'A process or sub-process has one start event without a trigger at most.',
  why: 'With two nobody can say which one a new instance takes.',
  severity: 'warning',
  references: ['bpmnlint/single-blank-start-event'],
  check({ all, childrenOfType, report }) {
    for (const scope of all('bpmn:FlowElementsContainer')) {
      const blank = childrenOfType(scope, 'bpmn:StartEvent').filter((event) => triggersOf(event).length === 0);
      if (blank.length > 1)
        report(
          scope,
          `${The(scope)} has ${blank.length} start events without a trigger. Give all but one a trigger, or join them.`,
        );
    }
  },
};
