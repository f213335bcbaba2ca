import { is } from '../../../model/index.ts';
import { hasTrigger, isEventSubProcess, nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const subprocessEndTested: Rule = {
  id: 'AC36',
  name: 'subprocess-end-tested',
  statement:
    'Behind a sub-process that can end in several ways a gateway asks how it has ended, in the words of its end events.',
  why: 'Otherwise readers wonder what becomes of the difference.',
  severity: 'warning',
  // A rule of one school of style.
  from: 'strict',
  references: [],
  check({ all, childrenOfType, outgoing, report }) {
    for (const scope of all('bpmn:SubProcess')) {
      if (isEventSubProcess(scope)) continue;
      const ends = childrenOfType(scope, 'bpmn:EndEvent').filter(
        (end) => nameOf(end) && !hasTrigger(end, 'Error', 'Cancel', 'Terminate', 'Escalation'),
      );
      const states = new Set(ends.map(nameOf));
      const [flow, ...others] = outgoing(scope);
      const next = flow?.targetRef;
      if (states.size < 2 || others.length > 0 || !next) continue;
      const answers = outgoing(next);
      const isAsked = (is(next, 'bpmn:ExclusiveGateway') || is(next, 'bpmn:InclusiveGateway')) && answers.length > 1;
      if (!isAsked)
        report(
          scope,
          `${The(scope)} ends as ${[...states].map((name) => `"${name}"`).join(' or ')}, and ${the(next)} follows in any case. Ask with an exclusive gateway how it has ended.`,
        );
      else if (
        ![nameOf(next), ...answers.map(nameOf)].some((words) => [...states].some((state) => isAlike(words, state)))
      )
        report(
          next,
          `${The(next)} follows ${the(scope)} and does not ask for one of its ends, ${[...states].map((name) => `"${name}"`).join(' and ')}. Use their names.`,
        );
    }
  },
};

function isAlike(words: string, state: string): boolean {
  const [one, other] = [words, state].map((text) => text.toLowerCase().replace(/[?.!]/g, '').trim());
  return !!one && !!other && (one.includes(other) || other.includes(one));
}
