import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const miEventBehavior: Rule = {
  id: 'AC22',
  name: 'mi-event-behavior',
  statement: 'A multi-instance activity that throws events as its instances complete names the event.',
  why: 'Without it nothing is thrown.',
  severity: 'warning',
  clause: 'BPMN 2.0.2, 10.3.8',
  references: [],
  check({ all, report }) {
    for (const loop of all('bpmn:MultiInstanceLoopCharacteristics')) {
      const { behavior, oneBehaviorEventRef, noneBehaviorEventRef, complexBehaviorDefinition } = loop;
      const isMissing =
        (behavior === 'One' && !oneBehaviorEventRef) ||
        (behavior === 'None' && !noneBehaviorEventRef) ||
        (behavior === 'Complex' && complexBehaviorDefinition.length === 0);
      if (isMissing && loop.$parent)
        report(
          loop,
          `${The(loop.$parent)} says behavior="${behavior}", but not which event to throw. Name it, or take the behavior away.`,
        );
    }
  },
};
