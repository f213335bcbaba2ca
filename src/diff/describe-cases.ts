/** In words: what a plan item waits for, and how it is planned. */
import { type Cmmn, is, type ModelElement, ownPropertyOf } from '../model/index.ts';
import { expressionText } from './describe-events.ts';
import { elementIn } from './items.ts';
import { short } from './words.ts';

/** What a criterion waits for: `complete of "A" and occur of "B", if `x``. */
export function sentryText(sentry: Cmmn.Sentry | undefined): string {
  if (!sentry) return 'nothing';
  const parts = sentry.onParts.map((part) => {
    const source = elementIn(part, 'sourceRef');
    const event = ownPropertyOf(part, 'standardEvent');
    const exit = elementIn(part, 'exitCriterionRef');
    const of = source ? ` of ${short(source)}` : '';
    return `${event ?? 'an event'}${of}${exit ? ` by ${short(exit)}` : ''}`;
  });
  const condition = sentry.ifPart?.condition;
  const when = condition ? `if ${expressionText(condition)}` : '';
  return [parts.join(' and '), when].filter(Boolean).join(', ') || 'nothing';
}

/** Whether an item must be done, is started by hand, comes again. */
export function controlText(control: ModelElement | undefined): string {
  if (!is(control, 'cmmn:PlanItemControl')) return 'none';
  const rules = [
    ['required', control.requiredRule],
    ['activated by hand', control.manualActivationRule],
    ['repeated', control.repetitionRule],
  ] as const;
  const words = rules.flatMap(([word, rule]) =>
    rule ? [`${word}${rule.condition ? ` if ${expressionText(rule.condition)}` : ''}`] : [],
  );
  return words.join(', ') || 'none';
}
