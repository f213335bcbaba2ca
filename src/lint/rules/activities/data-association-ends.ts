import { type ItemDefinition, is, type ModelElement } from '../../../model/index.ts';
import { isSameItem } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const dataAssociationEnds: Rule = {
  id: 'AC31',
  name: 'data-association-ends',
  statement: 'A data association leads between data that have the same item, or it has a transformation.',
  why: 'What arrives is not what is expected.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.4.2',
  references: ['EXT.091'],
  check({ all, report }) {
    for (const association of all('bpmn:DataAssociation')) {
      const { targetRef, transformation, assignment } = association;
      const [sourceRef] = association.sourceRef;
      if (!sourceRef || !targetRef || transformation || assignment.length > 0) continue;
      const [from, to] = [itemOf(sourceRef), itemOf(targetRef)];
      if (from && to && !isSameItem(from, to))
        report(
          association,
          `${The(sourceRef)} and ${the(targetRef)} have different items. Give both one, or add a transformation.`,
        );
    }
  },
};

/** The item of data; a reference to a data object or store has that of what it refers to. */
function itemOf(element: ModelElement): ItemDefinition | undefined {
  const referred = element.get('dataObjectRef') ?? element.get('dataStoreRef');
  const item = (is(referred, 'bpmn:ItemAwareElement') ? referred : element).get('itemSubjectRef');
  return is(item, 'bpmn:ItemDefinition') ? item : undefined;
}
