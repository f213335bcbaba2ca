import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const documentProcess: Rule = {
  id: 'ST14',
  name: 'document-process',
  statement: 'A process has documentation.',
  why: 'It says what the process is for.',
  severity: 'info',
  references: [],
  check({ all, report }) {
    for (const process of all('bpmn:Process')) {
      if (process.flowElements.length > 0 && process.documentation.length === 0)
        report(process, `${The(process)} has no documentation. Say what it is for.`);
    }
  },
};
