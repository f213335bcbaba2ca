import { type DataObjectReference, is, type ModelElement } from '../../../model/index.ts';
import { remove } from '../../fixes/model-change.ts';
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
  fix: { title: 'Remove it', isSafe: true },
  check({ all, report }) {
    const used = new Set<unknown>(
      all('bpmn:DataAssociation').flatMap(({ sourceRef, targetRef }) => [...sourceRef, targetRef]),
    );
    for (const { sourceRef, targetRef } of all('bpmn:Association'))
      for (const end of [sourceRef, targetRef]) used.add(end);
    for (const one of [...all('bpmn:DataObjectReference'), ...all('bpmn:DataStoreReference')]) {
      if (!used.has(one))
        report(one, `No step reads or writes ${the(one)}. Connect it, or take it away.`, {
          fix: withObject(one, all('bpmn:DataObjectReference')).map(remove),
        });
    }
  },
};

/** A reference, and its data object if no other shows that. */
function withObject(one: ModelElement, references: readonly DataObjectReference[]): readonly ModelElement[] {
  const object = is(one, 'bpmn:DataObjectReference') ? one.dataObjectRef : undefined;
  const isShared = references.some((other) => other !== one && other.dataObjectRef === object);
  return object && !isShared ? [one, object] : [one];
}
