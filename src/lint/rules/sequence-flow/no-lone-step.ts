import { is } from '../../../model/index.ts';
import { isEventSubProcess, isInAdHoc } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const noLoneStep: Rule = {
  id: 'SF23',
  name: 'no-lone-step',
  statement: 'The only step of a process or sub-process has a start event before it and an end event behind it.',
  why: 'It runs without them, but a reader takes a step without any flow for one that is not finished.',
  severity: 'info',
  references: ['bpmnlint/no-disconnected'],
  check({ all, childrenOfType, incoming, outgoing, report }) {
    for (const step of all('bpmn:Activity')) {
      const isAlone = childrenOfType(step.$parent, 'bpmn:FlowNode').length === 1;
      if (!isAlone || isInAdHoc(step) || isEventSubProcess(step) || step.isForCompensation) continue;
      if (is(step, 'bpmn:CallActivity') || incoming(step).length > 0 || outgoing(step).length > 0) continue;
      report(
        step,
        `${The(step)} is all there is in ${the(step.$parent ?? step)}. Put a start event before it and an end event behind it.`,
      );
    }
  },
};
