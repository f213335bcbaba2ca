import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const dataAssociationSingleSource: Rule = {
  id: 'DA18',
  name: 'data-association-single-source',
  statement: 'A data association without a transformation has one source.',
  why: 'Nobody says how several become one.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.4.2',
  references: ['EXT.092'],
  check({ all, report }) {
    for (const association of all('bpmn:DataAssociation')) {
      if (association.sourceRef.length > 1 && !association.transformation)
        report(
          association,
          `A data association of ${the(association.$parent ?? association)} has ${association.sourceRef.length} sources. Add a transformation, or use an association for each.`,
        );
    }
  },
};
