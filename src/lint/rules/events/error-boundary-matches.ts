import { allElements, is } from '../../../model/index.ts';
import { triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const errorBoundaryMatches: Rule = {
  id: 'IE16',
  name: 'error-boundary-matches',
  statement: 'An error that is awaited on a sub-process is thrown in it.',
  why: 'The handler is never used, or the error inside has another code.',
  severity: 'warning',
  references: [],
  check({ all, report }) {
    for (const event of all('bpmn:BoundaryEvent')) {
      const host = event.attachedToRef;
      // What activities inside throw by themselves is not in the model.
      if (!is(host, 'bpmn:SubProcess') || host.flowElements.length === 0) continue;
      const inside = [...allElements(host)];
      if (
        inside.some(
          (one) =>
            is(one, 'bpmn:CallActivity') ||
            is(one, 'bpmn:ServiceTask') ||
            is(one, 'bpmn:ScriptTask') ||
            is(one, 'bpmn:SendTask') ||
            is(one, 'bpmn:BusinessRuleTask') ||
            is(one, 'bpmn:UserTask'),
        )
      )
        continue;
      const thrown = inside.filter((one) => is(one, 'bpmn:EndEvent')).flatMap(triggersOf);
      for (const trigger of triggersOf(event)) {
        if (!is(trigger, 'bpmn:ErrorEventDefinition')) continue;
        const matches = thrown.some(
          (one) => is(one, 'bpmn:ErrorEventDefinition') && (!trigger.errorRef || one.errorRef === trigger.errorRef),
        );
        if (!matches)
          report(
            event,
            `${The(event)} waits for an error that nothing in ${the(host)} throws. Throw it at an end event inside, or take the handler away.`,
          );
      }
    }
  },
};
