/** In words: what a plan item waits for, and how it is planned. */
import { type Cmmn, is, type ModelElement, ownPropertyOf } from '../model/index.ts';
import { expressionText } from './describe-events.ts';
import { elementIn } from './items.ts';
import { short } from './words.ts';

/** What a transition is called in a sentence, where its name in the standard is no verb of it. */
const VERBS: Readonly<Record<string, string>> = {
  create: 'is created',
  enable: 'is enabled',
  disable: 'is disabled',
  reenable: 'is enabled again',
  manualStart: 'is started by hand',
  suspend: 'is suspended',
  resume: 'is resumed',
  parentSuspend: 'is suspended with what it is in',
  parentResume: 'is resumed with what it is in',
  reactivate: 'is reactivated',
  terminate: 'is terminated',
  fault: 'fails',
  close: 'is closed',
  update: 'is updated',
  replace: 'is replaced',
  delete: 'is deleted',
  addChild: 'gets a child',
  removeChild: 'loses a child',
  addReference: 'gets a reference',
  removeReference: 'loses a reference',
};

/** What a criterion waits for: `"A" completes and "B" occurs, if `x``. */
export function sentryText(sentry: Cmmn.Sentry | undefined): string {
  // A file may refer to something that is no sentry.
  if (!is(sentry, 'cmmn:Sentry')) return 'nothing';
  const parts = sentry.onParts.map((part) => {
    const source = elementIn(part, 'sourceRef');
    const event = ownPropertyOf(part, 'standardEvent');
    const exit = elementIn(part, 'exitCriterionRef');
    const subject = source ? short(source) : 'something';
    const verb = typeof event === 'string' ? (VERBS[event] ?? `${event}s`) : 'changes';
    return `${subject} ${verb}${exit ? ` by ${short(exit)}` : ''}`;
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
