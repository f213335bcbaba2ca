import { isExecutable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const loopCondition: Rule = {
  id: 'AC23',
  name: 'loop-condition',
  statement: 'In an executable process a loop says how long it goes on.',
  why: 'Without a condition or a maximum it never ends.',
  severity: 'warning',
  clause: 'BPMN 2.0.2, 10.3.8',
  references: [],
  check({ all, report }) {
    for (const loop of all('bpmn:StandardLoopCharacteristics')) {
      if (isExecutable(loop) && !loop.loopCondition && loop.loopMaximum === undefined && loop.$parent)
        report(loop, `The loop of ${the(loop.$parent)} does not say when it ends. Give it a condition or a maximum.`);
    }
  },
};
