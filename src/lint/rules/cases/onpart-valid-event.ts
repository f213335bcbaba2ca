import { is } from '../../../model/index.ts';
import { set } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const onpartValidEvent: Rule = {
  id: 'CM20',
  name: 'onpart-valid-event',
  statement: 'An on-part waits for an event that its source can have.',
  why: 'A milestone or listener occurs and is never complete; a task is complete and never occurs.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.6',
  references: [],
  fix: { title: 'Wait for what always comes', isSafe: false },
  check({ all, report }) {
    for (const part of all('cmmn:PlanItemOnPart')) {
      const { sourceRef, standardEvent } = part;
      const definition = sourceRef?.definitionRef;
      if (!sourceRef || !definition || !standardEvent) continue;
      const occurs = is(definition, 'cmmn:EventListener') || is(definition, 'cmmn:Milestone');
      const fits = (occurs ? occurring : working).has(standardEvent);
      if (!fits)
        report(
          part,
          `${The(part)} waits for "${standardEvent}" of ${the(sourceRef)}, which never has it. Wait for "${occurs ? 'occur' : 'complete'}", for example.`,
          {
            fix: [set(part, 'standardEvent', occurs ? 'occur' : 'complete')],
            fixTitle: `Wait for "${occurs ? 'occur' : 'complete'}"`,
          },
        );
    }
  },
};

const occurring = new Set(['create', 'occur', 'resume', 'suspend', 'terminate']);
const working = new Set([
  'create',
  'start',
  'enable',
  'disable',
  'manualStart',
  'reenable',
  'suspend',
  'resume',
  'complete',
  'fault',
  'reactivate',
  'terminate',
  'exit',
  'parentSuspend',
  'parentResume',
  'close',
]);
