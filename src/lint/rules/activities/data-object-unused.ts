import { isElement, type ModelElement } from '../../../model/index.ts';
import { remove } from '../../fixes/model-change.ts';
import type { Rule, RuleContext } from '../../rule.ts';
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
  check(context) {
    const { all, report } = context;
    const used = new Set<unknown>(
      all('bpmn:DataAssociation').flatMap(({ sourceRef, targetRef }) => [...sourceRef, targetRef]),
    );
    for (const { sourceRef, targetRef } of all('bpmn:Association'))
      for (const end of [sourceRef, targetRef]) used.add(end);
    for (const one of [...all('bpmn:DataObjectReference'), ...all('bpmn:DataStoreReference')]) {
      if (!used.has(one))
        report(one, `No step reads or writes ${the(one)}. Connect it, or take it away.`, {
          fix: withObject(one, context).map(remove),
        });
    }
  },
};

/** What is drawn, and the data object or store behind it if nothing else shows that. */
function withObject(one: ModelElement, { all }: RuleContext): readonly ModelElement[] {
  const behind = (reference: ModelElement) => reference.get('dataObjectRef') ?? reference.get('dataStoreRef');
  const object = behind(one);
  const others = [...all('bpmn:DataObjectReference'), ...all('bpmn:DataStoreReference')].filter((each) => each !== one);
  return isElement(object) && !others.some((other) => behind(other) === object) ? [one, object] : [one];
}
