import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const dataObjectUnused: Rule = {
  id: 'AC33',
  name: 'data-object-unused',
  statement: 'A data object is read or written by a step.',
  why: 'It says nothing about the process.',
  severity: 'warning',
  from: 'strict',
  references: [],
  check({ all, report }) {
    const used = new Set<unknown>(
      all('bpmn:DataAssociation').flatMap(({ sourceRef, targetRef }) => [...sourceRef, targetRef]),
    );
    for (const { sourceRef, targetRef } of all('bpmn:Association'))
      for (const end of [sourceRef, targetRef]) used.add(end);
    for (const one of [...all('bpmn:DataObjectReference'), ...all('bpmn:DataStoreReference')]) {
      if (!used.has(one)) report(one, `No step reads or writes ${the(one)}. Connect it, or take it away.`);
    }
  },
};
