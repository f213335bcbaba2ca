import type { Process } from '../../../model/index.ts';
import { set } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const executableProcess: Rule = {
  id: 'EX01',
  name: 'executable-process',
  statement: 'A file that is meant for an engine has an executable process.',
  why: 'An engine deploys nothing of it otherwise, and most say so only when the process is started.',
  severity: 'error',
  profiles: ['camunda7', 'camunda8', 'flowable', 'operaton'],
  references: [],
  fix: { title: 'Make it executable', isSafe: false },
  check({ all, profile, report }) {
    // Flowable takes a process for executable that does not say.
    const isOff = ({ isExecutable }: Process) => (profile === 'flowable' ? isExecutable === false : !isExecutable);
    const processes = all('bpmn:Process');
    const [first] = processes;
    if (first && processes.every(isOff))
      report(first, `${The(first)} is not executable, nor is another one of this file. Set isExecutable to true.`, {
        fix: [set(first, 'isExecutable', true)],
      });
  },
};
