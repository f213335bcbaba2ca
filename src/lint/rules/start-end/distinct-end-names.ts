import type { EndEvent } from '../../../model/index.ts';
import { type ModelChange, remove } from '../../fixes/model-change.ts';
import { nameOf, triggersOf } from '../../queries.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const distinctEndNames: Rule = {
  id: 'SE18',
  name: 'distinct-end-names',
  statement: 'The end events of a process or sub-process have different names.',
  why: 'An end event is an outcome: two of one name are one outcome, or two that cannot be told apart.',
  severity: 'warning',
  from: 'strict',
  references: [],
  fix: { title: 'Lead all its ways to one end event', isSafe: true },
  check({ all, childrenOfType, incoming, messagesFrom, report }) {
    for (const scope of [...all('bpmn:Process'), ...all('bpmn:SubProcess')]) {
      const byName = Map.groupBy(childrenOfType(scope, 'bpmn:EndEvent'), nameOf);
      for (const [name, ends] of byName) {
        if (name && ends.length > 1) {
          const fix = mergedEnds(ends, { incoming, messagesFrom });
          for (const end of ends)
            report(
              end,
              `${The(end)} has the name of another end of ${the(scope)}. Lead both ways to one end event, or name what is different.`,
              fix ? { fix } : {},
            );
        }
      }
    }
  },
};

/** All flows lead to the first end. Only where the ends are the same: without a result, and in one lane. */
function mergedEnds(
  ends: readonly EndEvent[],
  { incoming, messagesFrom }: Pick<RuleContext, 'incoming' | 'messagesFrom'>,
): readonly ModelChange[] | undefined {
  const [first, ...others] = ends;
  const isPlain = ends.every((end) => triggersOf(end).length === 0 && messagesFrom(end).length === 0);
  if (!first || !isPlain || others.some((end) => end.lanes[0] !== first.lanes[0])) return undefined;
  return others.flatMap((end) => [
    ...incoming(end).map((flow) => ({ kind: 'retarget', flow, target: first }) as const),
    remove(end),
  ]);
}
