import { nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const nameEqualsProcess: Rule = {
  id: 'REF06',
  name: 'name-equals-process',
  statement: 'No element of a process has the name of the process.',
  why: 'A step that is called as the whole says nothing about what it does.',
  severity: 'info',
  references: [],
  check({ all, childrenOfType, report }) {
    for (const process of all('bpmn:Process')) {
      const name = nameOf(process);
      if (!name) continue;
      for (const node of childrenOfType(process, 'bpmn:FlowNode')) {
        if (nameOf(node) === name) report(node, `${The(node)} is called as the process is. Name what this step does.`);
      }
    }
  },
};
