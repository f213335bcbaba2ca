import { isSameItem } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { count, The, the } from '../../words.ts';

export const callDataMatches: Rule = {
  id: 'DA12',
  name: 'call-data-matches',
  statement: 'The data inputs and outputs of a call activity are those of what it calls.',
  why: 'What is called does not get what it needs.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.3.6',
  references: ['EXT.063'],
  check({ all, report }) {
    const callable = new Map(all('bpmn:CallableElement').map((one) => [one.id, one]));
    for (const call of all('bpmn:CallActivity')) {
      const target = callable.get(call.calledElement?.replace(/^.*:/, ''));
      if (!target || (!call.ioSpecification && !target.ioSpecification)) continue;
      for (const [list, word] of [
        ['dataInputs', 'data input'],
        ['dataOutputs', 'data output'],
      ] as const) {
        const own = call.ioSpecification?.[list] ?? [];
        const wanted = target.ioSpecification?.[list] ?? [];
        if (own.length !== wanted.length)
          report(
            call,
            `${The(call)} has ${count(own.length, word)}, ${the(target)} that it calls ${wanted.length}. Give it the same.`,
          );
        else {
          const odd = own.find(
            (one) =>
              one.itemSubjectRef && !wanted.some((other) => isSameItem(one.itemSubjectRef, other.itemSubjectRef)),
          );
          if (odd)
            report(
              call,
              `${The(odd)} of ${the(call)} has an item that ${the(target)} does not know. Give it one of those there.`,
            );
        }
      }
    }
  },
};
