import { set } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const publicProcessNotExecutable: Rule = {
  id: 'MF13',
  name: 'public-process-not-executable',
  statement: 'A public process is not executable.',
  why: 'A public process shows only what partners see: too little to run it.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.3',
  references: ['EXT.035'],
  fix: { title: 'Make the process private', isSafe: true },
  check({ all, report }) {
    for (const process of all('bpmn:Process')) {
      if (process.processType === 'Public' && process.isExecutable)
        report(process, `${The(process)} is public and executable. Make it private, or not executable.`, {
          fix: [set(process, 'processType', 'Private')],
        });
    }
  },
};
