/** Cases in a few words: the plan as short pieces of XML, what is done as `complete a`, what stands in it as `a completed, case active`. */
import { expect } from 'vitest';
import { type CmmnDefinitions, readModel } from '../../../src/model/index.ts';
import {
  buildCasePlan,
  type CaseAct,
  type CasePlan,
  type CaseState,
  lookAtCases,
  noCases,
  stepCase,
} from '../../../src/semantics/index.ts';

const V11 = 'http://www.omg.org/spec/CMMN/20151109/MODEL';
export const V10 = 'http://www.omg.org/spec/CMMN/20131201/MODEL';

/** A case plan model with this in it. @param before what comes before it in the case @param behind what comes behind it */
export function planOf(content: string, { before = '', behind = '', auto = false, version = V11 } = {}): CasePlan {
  const xml = `<definitions xmlns="${version}" targetNamespace="t"><case id="C">${before}<casePlanModel id="P" autoComplete="${auto}">${content}</casePlanModel>${behind}</case></definitions>`;
  return buildCasePlan([readModel(xml).definitions as CmmnDefinitions]);
}

/** `complete a`, `plan x as role`, `create F`, `set x 1`, `case suspend`, `choose manual a yes`, `choose by c yes`, `advance a`. */
export function actOf(plan: CasePlan, state: CaseState, text: string): CaseAct {
  const [verb = '', first = '', second = '', third = ''] = text.split(' ');
  const root = state.cases[0]?.id ?? 0;
  const instances = state.cases[0]?.instances ?? [];
  const at = (id: string) => instances.findLast(({ item }) => plan.items[item]?.id === id)?.id ?? 0;
  const role = second === 'as' ? { role: third } : {};
  if (verb === 'case') return { do: 'transition', at: root, transition: first as never };
  if (verb === 'set') return { do: 'set', at: root, set: { [first]: JSON.parse(second) } };
  if (verb === 'advance') return { do: 'advance', at: at(first) };
  if (verb === 'plan') {
    const offer = lookAtCases(plan, state).offers.find(({ item }) => item.id === first);
    return { do: 'plan', at: offer?.at ?? root, item: first, ...role };
  }
  if (verb === 'choose' && first === 'by')
    return {
      do: 'choose',
      at: instances.find(({ item }) => plan.items[item]?.criteria.some(({ id }) => id === second))?.id ?? 0,
      criterion: second,
      holds: third === 'yes',
    };
  if (verb === 'choose') return { do: 'choose', at: at(second), rule: first as 'manual', holds: third === 'yes' };
  if (plan.fileOfId.has(first)) return { do: 'file', at: root, item: first, transition: verb as 'create' };
  return { do: 'transition', at: at(first), transition: verb as never, ...role };
}

/** What stands in the case, in the order of creation: `a active`; the case itself last. */
export function standing(plan: CasePlan, state: CaseState): string {
  const [root, ...others] = state.cases[0]?.instances ?? [];
  const words = others.map(
    ({ item, state: is, rests }) => `${plan.items[item]?.id} ${rests === undefined ? is : 'rests'}`,
  );
  return [...words, `case ${root?.state}`].join(', ');
}

/** Does one act after the other; each must be possible. */
export function played(plan: CasePlan, acts: readonly string[], unknown: 'choose' | 'false' = 'false'): CaseState {
  let { state } = stepCase(plan, noCases, { do: 'open', case: 'C' }, { unknown, traced: false });
  for (const act of acts) {
    const step = stepCase(plan, state, actOf(plan, state, act), { unknown, traced: false });
    expect(step.refused, act).toBeUndefined();
    state = step.state;
  }
  return state;
}

export function refusal(plan: CasePlan, acts: readonly string[], last: string): string | undefined {
  const state = played(plan, acts);
  return stepCase(plan, state, actOf(plan, state, last)).refused;
}

export const on = (source: string, event: string) =>
  `<planItemOnPart sourceRef="${source}"><standardEvent>${event}</standardEvent></planItemOnPart>`;
export const onFile = (source: string, event: string) =>
  `<caseFileItemOnPart sourceRef="${source}"><standardEvent>${event}</standardEvent></caseFileItemOnPart>`;
export const sentry = (id: string, ...parts: string[]) => `<sentry id="${id}">${parts.join('')}</sentry>`;
export const onlyIf = (condition: string) => `<ifPart><condition>${condition}</condition></ifPart>`;
export const rule = (name: string, condition = '') =>
  `<itemControl><${name}Rule>${condition && `<condition>${condition}</condition>`}</${name}Rule></itemControl>`;
export const enter = (id: string) => `<entryCriterion id="in-${id}" sentryRef="${id}"/>`;
export const exit = (id: string) => `<exitCriterion id="out-${id}" sentryRef="${id}"/>`;
export const item = (id: string, type: string, inside = '') =>
  `<planItem id="${id}" definitionRef="${type}">${inside}</planItem>`;
export const tasks =
  '<humanTask id="T"/><humanTask id="Q" isBlocking="false"/><milestone id="M"/><userEventListener id="U"/>';
