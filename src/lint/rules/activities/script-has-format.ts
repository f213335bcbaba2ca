import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const scriptHasFormat: Rule = {
  id: 'AC25',
  name: 'script-has-format',
  statement: 'A script says in which language it is.',
  why: 'An engine does not know how to run it.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.3.3',
  references: ['EXT.053'],
  check({ all, report }) {
    for (const task of all('bpmn:ScriptTask')) {
      if (task.script?.trim() && !task.scriptFormat?.trim())
        report(task, `The script of ${the(task)} does not say its language. Set scriptFormat.`);
    }
  },
};
