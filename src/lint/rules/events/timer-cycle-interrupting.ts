import { is, type TimerEventDefinition } from '../../../model/index.ts';
import { remove } from '../../fixes/model-change.ts';
import { triggersOf } from '../../queries.ts';
import type { FindingDetails, Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const timerCycleInterrupting: Rule = {
  id: 'IE23',
  name: 'timer-cycle-interrupting',
  statement: 'An interrupting boundary event has no cycle.',
  why: 'It happens once: then the activity is over.',
  severity: 'warning',
  references: [],
  fix: { title: 'Wait once, as long as the cycle says', isSafe: true },
  check({ all, report }) {
    for (const event of all('bpmn:BoundaryEvent')) {
      const timer = triggersOf(event)
        .filter((trigger) => is(trigger, 'bpmn:TimerEventDefinition'))
        .find(({ timeCycle }) => timeCycle);
      if (event.cancelActivity && timer)
        report(
          event,
          `${The(event)} has a cycle, but ends its activity the first time. Use a duration, or let it not interrupt.`,
          onceOnly(timer),
        );
    }
  },
};

/** `R3/PT10M` is due after `PT10M` first; what an expression or a schedule gives only a person can say. */
function onceOnly(timer: TimerEventDefinition): FindingDetails {
  const { timeCycle } = timer;
  const [, duration] = /^\s*R\d*\/(P[^/]+?)\s*$/.exec(timeCycle?.body ?? '') ?? [];
  if (!timeCycle || duration === undefined) return {};
  const element = { type: 'bpmn:FormalExpression', values: { body: duration } } as const;
  return { fix: [remove(timeCycle), { kind: 'add', parent: timer, property: 'timeDuration', element }] };
}
