import { processOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const noCrossSubprocessFlow: Rule = {
  id: 'SF03',
  name: 'no-cross-subprocess-flow',
  statement: 'A sequence flow stays in its sub-process.',
  why: 'A sub-process is entered by its start event and left by its end: a flow through its border has no meaning.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 7.6.1',
  references: [],
  check({ all, report }) {
    if (all('bpmn:FlowElementsContainer').length < 2) return;
    for (const flow of all('bpmn:SequenceFlow')) {
      const { sourceRef, targetRef } = flow;
      if (!sourceRef || !targetRef || processOf(sourceRef) !== processOf(targetRef)) continue;
      const [from, to] = [sourceRef.$parent, targetRef.$parent];
      if (from && to && from !== to)
        report(
          flow,
          `A sequence flow leads from ${the(sourceRef)} in ${the(from)} to ${the(targetRef)} in ${the(to)}. Lead it to the sub-process itself, or use an event.`,
        );
    }
  },
};
