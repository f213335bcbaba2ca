import { nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const idLength: Rule = {
  id: 'EX13',
  name: 'id-length',
  statement: "Ids and names of an executable process fit the columns of the engine's tables.",
  why: 'The engine fails when it writes a longer one, at deployment or, worse, in a running process.',
  severity: 'warning',
  profiles: ['camunda7', 'flowable', 'operaton'],
  references: [],
  options: { max: 255 },
  check({ all, options, report }) {
    const { max } = options;
    if (typeof max !== 'number') return;
    const named = [...all('bpmn:Process').filter(({ isExecutable }) => isExecutable), ...all('bpmn:FlowNode')];
    for (const element of named) {
      const [id, name] = [element.id ?? '', nameOf(element)];
      if (id.length > max)
        report(element, `The id of ${the(element)} has ${id.length} characters, ${max} is the most. Shorten it.`);
      if (name.length > max)
        report(element, `${The(element)} has a name of ${name.length} characters, ${max} is the most. Shorten it.`);
    }
  },
};
