import { triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const calledProcessNoneStart: Rule = {
  id: 'SE14',
  name: 'called-process-none-start',
  statement: 'A process that a call activity calls has a start event without a trigger.',
  why: 'A call starts the process by itself: a start event that waits for something else is not taken.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.3.6',
  references: ['EXT.099'],
  check({ all, childrenOfType, report }) {
    const calls = all('bpmn:CallActivity');
    if (calls.length === 0) return;
    const called = new Map(calls.map((call) => [call.calledElement?.replace(/^.*:/, ''), call]));
    for (const process of all('bpmn:Process')) {
      const call = called.get(process.id);
      const starts = childrenOfType(process, 'bpmn:StartEvent');
      if (call && starts.length > 0 && starts.every((event) => triggersOf(event).length > 0))
        report(
          process,
          `${The(call)} calls ${the(process)}, whose start events all wait for a trigger. Add a start event without one.`,
        );
    }
  },
};
