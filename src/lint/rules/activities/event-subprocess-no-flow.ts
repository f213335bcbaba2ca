import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const eventSubprocessNoFlow: Rule = {
  id: 'AC02',
  name: 'event-subprocess-no-flow',
  statement: 'No sequence flow leads to or from an event sub-process.',
  why: 'An event starts it.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.3.5',
  references: ['EXT.057', 'EXT.021', 'EXT.022'],
  check({ all, incoming, outgoing, report }) {
    for (const scope of all('bpmn:SubProcess')) {
      const [ins, outs] = [incoming(scope).length, outgoing(scope).length];
      if (!scope.triggeredByEvent || ins + outs === 0) continue;
      report(
        scope,
        `A sequence flow leads to or from ${the(scope)}, which an event starts. Take the flow away, or make it a sub-process.`,
        { references: ['EXT.057', ...(outs > 0 ? ['EXT.021'] : []), ...(ins > 0 ? ['EXT.022'] : [])] },
      );
    }
  },
};
