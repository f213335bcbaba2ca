import { is } from '../../../model/index.ts';
import { saysWhatToDo } from '../../names.ts';
import { nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const verbObject: Rule = {
  id: 'ST02',
  name: 'verb-object',
  statement: 'The name of a task is a verb and what it is done to: `Check the invoice`.',
  why: 'A noun alone, or two of them, can be read as a thing or as a state.',
  severity: 'info',
  references: [],
  check({ all, report }) {
    for (const task of all('bpmn:Task')) {
      const name = nameOf(task);
      if (name && !is(task, 'bpmn:ReceiveTask') && !saysWhatToDo(name))
        report(
          task,
          `${The(task)} does not say what is to be done. Name it by a verb and a thing, such as "Check the invoice".`,
        );
    }
  },
};
