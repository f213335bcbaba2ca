import { type ItemAwareElement, is } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const dataNeverWritten: Rule = {
  id: 'AC35',
  name: 'data-never-written',
  statement: 'A data object that a step reads is written by another, or comes in from outside.',
  why: 'There is nothing to read.',
  severity: 'warning',
  from: 'strict',
  references: [],
  check({ all, report }) {
    const written = new Set<unknown>(all('bpmn:DataOutputAssociation').map(({ targetRef }) => objectOf(targetRef)));
    // Once each, however many steps read it.
    const read = new Set(all('bpmn:DataInputAssociation').flatMap(({ sourceRef }) => sourceRef));
    for (const one of read) {
      if (is(one, 'bpmn:DataObjectReference') && !written.has(objectOf(one)))
        report(one, `${The(one)} is read and never written. Let a step write it, or make it an input of the process.`);
    }
  },
};

function objectOf(data: ItemAwareElement | undefined): ItemAwareElement | undefined {
  return is(data, 'bpmn:DataObjectReference') ? (data.dataObjectRef ?? data) : data;
}
