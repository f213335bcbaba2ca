import { set } from '../../fixes/model-change.ts';
import { isExecutable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const isimmediateFalse: Rule = {
  id: 'SF18',
  name: 'isimmediate-false',
  statement: 'In an executable process no sequence flow says `isImmediate="false"`.',
  why: 'It would allow steps between two steps that the model does not show, which an engine cannot do.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 8.3.13',
  references: ['EXT.024'],
  fix: { title: 'Remove isImmediate', isSafe: true },
  check({ all, report }) {
    for (const flow of all('bpmn:SequenceFlow')) {
      if (flow.isImmediate === false && isExecutable(flow))
        report(flow, `${The(flow)} says isImmediate="false" in an executable process. Take the attribute away.`, {
          fix: [set(flow, 'isImmediate', undefined)],
        });
    }
  },
};
