import { is } from '../../../model/index.ts';
import { set } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const collectionMatchesItem: Rule = {
  id: 'DA03',
  name: 'collection-matches-item',
  statement: 'Data is a collection if its item definition is one.',
  why: 'Who reads it does not know whether it is one thing or many.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.4.1',
  references: ['EXT.020'],
  fix: { title: 'Say what its item definition says', isSafe: true },
  check({ all, report }) {
    for (const data of [...all('bpmn:DataObject'), ...all('bpmn:DataInput'), ...all('bpmn:DataOutput')]) {
      const item = data.itemSubjectRef;
      // What a multi-instance activity hands to an instance is one of the collection.
      if (is(data.$parent, 'bpmn:MultiInstanceLoopCharacteristics')) continue;
      if (is(item, 'bpmn:ItemDefinition') && item.isCollection !== data.isCollection)
        report(
          data,
          `${The(data)} is ${data.isCollection ? 'a' : 'no'} collection, but its item definition is ${item.isCollection ? 'one' : 'none'}. Set isCollection="${item.isCollection}".`,
          { fix: [set(data, 'isCollection', item.isCollection || undefined)] },
        );
    }
  },
};
