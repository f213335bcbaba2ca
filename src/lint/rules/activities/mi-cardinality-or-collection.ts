import { referenceText } from '../../../model/index.ts';
import { hasExtensions, isExecutable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const miCardinalityOrCollection: Rule = {
  id: 'AC20',
  name: 'mi-cardinality-or-collection',
  statement: 'In an executable process a multi-instance activity says how often it is done, or for what.',
  why: 'An engine does not know how many instances to start.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.3.8',
  references: ['EXT.067'],
  check({ all, report }) {
    for (const loop of all('bpmn:MultiInstanceLoopCharacteristics')) {
      const isKnown =
        loop.loopCardinality ||
        loop.loopDataInputRef ||
        referenceText(loop, 'loopDataInputRef') !== undefined ||
        hasExtensions(loop);
      if (isExecutable(loop) && !isKnown && loop.$parent)
        report(
          loop,
          `${The(loop.$parent)} does not say how often it is done. Give it a number (loopCardinality) or a collection (loopDataInputRef).`,
        );
    }
  },
};
