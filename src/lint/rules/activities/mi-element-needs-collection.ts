import { referenceText } from '../../../model/index.ts';
import { hasExtensions } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const miElementNeedsCollection: Rule = {
  id: 'AC21',
  name: 'mi-element-needs-collection',
  statement:
    'A multi-instance activity that names an item of a collection names the collection, or says how many there are.',
  why: 'There is nothing that the item could come from.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.3.8',
  references: [],
  check({ all, report }) {
    for (const loop of all('bpmn:MultiInstanceLoopCharacteristics')) {
      const isKnown =
        loop.loopDataInputRef || referenceText(loop, 'loopDataInputRef') !== undefined || hasExtensions(loop);
      // Where a number says how many there are, the item is only a name for each of them.
      if (loop.inputDataItem && !isKnown && !loop.loopCardinality && loop.$parent)
        report(loop, `${The(loop.$parent)} names an item, but no collection that it comes from. Set loopDataInputRef.`);
    }
  },
};
