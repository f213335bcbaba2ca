import { is } from '../../../model/index.ts';
import { remove, set } from '../../fixes/model-change.ts';
import { triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const subprocessNoneStart: Rule = {
  id: 'AC01',
  name: 'subprocess-none-start',
  statement: 'The start event of a sub-process has no trigger, unless it is an event sub-process.',
  why: 'The flow around starts it; a trigger would never be waited for.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.2',
  references: ['EXT.100', 'bpmnlint/sub-process-blank-start-event'],
  fix: { title: 'Remove the trigger', isSafe: true },
  check({ all, report }) {
    for (const event of all('bpmn:StartEvent')) {
      const scope = event.$parent;
      if (is(scope, 'bpmn:SubProcess') && !scope.triggeredByEvent && triggersOf(event).length > 0)
        report(
          event,
          `${The(event)} waits for a trigger, but the flow starts ${the(scope)}. Take the trigger away, or make it an event sub-process.`,
          { fix: [...event.eventDefinitions.map(remove), set(event, 'eventDefinitionRef', [])] },
        );
    }
  },
};
