import { codeProblems } from '../../../expressions/index.ts';
import type { Cmmn, ModelElement } from '../../../model/index.ts';
import { languageOf } from '../../expression-language.ts';
import { hasExtensions } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { kindOf, the } from '../../words.ts';

export const ifpartBoolean: Rule = {
  id: 'CM24',
  name: 'ifpart-boolean',
  statement: 'An if-part has a condition, and the conditions of a case can be read.',
  why: 'What an engine cannot read it refuses, or takes for false.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.6',
  references: [],
  check(context) {
    const { all, report } = context;
    for (const part of all('cmmn:IfPart')) tell(part, part.$parent ?? part, part.condition, true);
    for (const rule of [
      ...all('cmmn:RepetitionRule'),
      ...all('cmmn:RequiredRule'),
      ...all('cmmn:ManualActivationRule'),
      ...all('cmmn:ApplicabilityRule'),
    ])
      tell(rule, rule.$parent?.$parent ?? rule, rule.condition, false);

    /** A rule without a condition always holds; an if-part without one says nothing. */
    function tell(part: ModelElement, owner: ModelElement, condition: Cmmn.Expression | undefined, isNeeded: boolean) {
      const code = condition?.body?.trim() ?? '';
      if (!condition || !code) {
        if (isNeeded && !hasExtensions(condition ?? part))
          report(part, `The ${kindOf(part)} of ${the(owner)} has no condition. Write one, or take it away.`);
        return;
      }
      const [problem] = codeProblems(code, languageOf(condition, context.definitions));
      if (problem) report(part, `The condition of ${the(owner)} cannot be read: ${code}. ${problem.message}`);
    }
  },
};
