import { ownPropertyOf } from '../../../model/index.ts';
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
      for (const { name } of referencesOf(element)) {
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
