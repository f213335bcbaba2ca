import { type ModelElement, ownPropertyOf } from '../../../model/index.ts';
import { type PropertyDescriptor, typeNamed } from '../../../schema/index.ts';
import { remove } from '../../fixes/model-change.ts';
import { referencesOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const unusedDefinition: Rule = {
  id: 'REF07',
  name: 'unused-definition',
  statement: 'A message, signal, error or escalation that is declared is used.',
  why: 'What nobody uses is left over, or somebody has forgotten to refer to it.',
  severity: 'warning',
  references: ['bpmnlint/global'],
  fix: { title: 'Remove the definition', isSafe: true },
  check({ all, elements, report }) {
    const declared = [...all('bpmn:Message'), ...all('bpmn:Signal'), ...all('bpmn:Error'), ...all('bpmn:Escalation')];
    if (declared.length === 0) return;
    const used = new Set<unknown>();
    for (const element of elements()) {
      for (const { name } of mayUse(element)) {
        const value = ownPropertyOf(element, name);
        for (const one of Array.isArray(value) ? value : [value]) used.add(one);
      }
    }
    for (const one of declared) {
      if (!used.has(one))
        report(one, `${The(one)} is declared and used nowhere. Refer to it, or take it away.`, { fix: [remove(one)] });
    }
  },
};

const declarations = ['bpmn:Message', 'bpmn:Signal', 'bpmn:Error', 'bpmn:Escalation'];
const users = new Map<string, readonly PropertyDescriptor[]>();

/** The references of an element that may lead to a declaration: most types have none. */
function mayUse(element: ModelElement): readonly PropertyDescriptor[] {
  const known = users.get(element.$type);
  if (known) return known;
  const isOne = ({ type }: PropertyDescriptor) =>
    type === 'Element' || declarations.some((name) => typeNamed(name)?.allTypes.has(type));
  const found = referencesOf(element).filter(isOne);
  users.set(element.$type, found);
  return found;
}
