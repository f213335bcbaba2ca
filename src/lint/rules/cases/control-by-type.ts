import { type Cmmn, is, type ModelElement } from '../../../model/index.ts';
import { caseItems } from '../../case-queries.ts';
import { type ModelChange, remove } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { aKind, kindOf, The } from '../../words.ts';

export const controlByType: Rule = {
  id: 'CM26',
  name: 'control-by-type',
  statement: 'An event listener has no rules of control, and a milestone none for starting it by hand.',
  why: 'Nobody starts them: a listener waits, a milestone is reached.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.11',
  references: [],
  fix: { title: 'Remove the rule', isSafe: true },
  check({ all, report }) {
    for (const item of caseItems({ all })) tell(item, item.itemControl, item.definitionRef);
    for (const definition of all('cmmn:PlanItemDefinition')) tell(definition, definition.defaultControl, definition);

    function tell(
      owner: ModelElement,
      control: Cmmn.PlanItemControl | undefined,
      definition: ModelElement | undefined,
    ) {
      if (!control || !definition) return;
      const { manualActivationRule, repetitionRule, requiredRule } = control;
      const isListener = is(definition, 'cmmn:EventListener');
      const wrong = [
        (isListener || is(definition, 'cmmn:Milestone')) && manualActivationRule && 'manual activation',
        isListener && requiredRule && 'being required',
        isListener && repetitionRule && 'repetition',
      ].filter((word) => typeof word === 'string');
      if (wrong.length > 0)
        report(
          owner,
          `${The(owner)} is ${aKind(kindOf(definition))} and has a rule for ${wrong.join(' and ')}. Take it away.`,
          { fix: [...(isListener ? [requiredRule, repetitionRule] : []), manualActivationRule].flatMap(removed) },
        );
    }
  },
};

function removed(rule: ModelElement | undefined): ModelChange[] {
  return rule ? [remove(rule)] : [];
}
