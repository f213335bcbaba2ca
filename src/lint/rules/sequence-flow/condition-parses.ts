import { codeProblems } from '../../../expressions/index.ts';
import type { ModelElement } from '../../../model/index.ts';
import { languageOf } from '../../expression-language.ts';
import { hasCondition } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const conditionParses: Rule = {
  id: 'SF17',
  name: 'condition-parses',
  statement: 'A condition in FEEL or JUEL can be read.',
  why: 'An engine refuses the model, or stops where it comes to the condition.',
  severity: 'error',
  references: [],
  check(context) {
    const { all, report } = context;
    for (const { owner, condition } of conditions()) {
      const code = condition?.get('body');
      if (!condition || typeof code !== 'string' || !code.trim()) continue;
      const [problem] = codeProblems(code, languageOf(condition, context.definitions));
      if (problem)
        report(owner, `The condition of ${the(owner)} cannot be read: ${shortened(code)}. ${problem.message}`);
    }

    function conditions(): { owner: ModelElement; condition: ModelElement | undefined }[] {
      return [
        ...all('bpmn:SequenceFlow')
          .filter(hasCondition)
          .map((owner) => ({ owner, condition: owner.conditionExpression })),
        ...all('bpmn:ConditionalEventDefinition').map((one) => ({
          owner: one.$parent ?? one,
          condition: one.condition,
        })),
        ...all('bpmn:StandardLoopCharacteristics').map((one) => ({
          owner: one.$parent ?? one,
          condition: one.loopCondition,
        })),
        ...all('bpmn:MultiInstanceLoopCharacteristics').map((one) => ({
          owner: one.$parent ?? one,
          condition: one.completionCondition,
        })),
        ...all('bpmn:AdHocSubProcess').map((owner) => ({ owner, condition: owner.completionCondition })),
      ];
    }
  },
};

function shortened(code: string): string {
  const text = code.replace(/\s+/g, ' ').trim();
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
