import { expect, test } from 'vitest';
import { analyzeCases } from '../../src/analysis/index.ts';
import { type CmmnDefinitions, readModel } from '../../src/model/index.ts';

/** A case in which `late` waits for `never`, which waits for what is in no plan, and `odd` has a criterion that waits for `never`. */
const model = `<definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" targetNamespace="t"><case id="C"><casePlanModel id="P">
  <planItem id="first" definitionRef="T"/>
  <planItem id="never" definitionRef="T"><entryCriterion id="c1" sentryRef="s1"/></planItem>
  <planItem id="late" definitionRef="T"><entryCriterion id="c2" sentryRef="s2"/></planItem>
  <planItem id="odd" definitionRef="T"><exitCriterion id="c3" sentryRef="s2"/></planItem>
  <sentry id="s1"><planItemOnPart sourceRef="gone"><standardEvent>complete</standardEvent></planItemOnPart></sentry>
  <sentry id="s2"><planItemOnPart sourceRef="never"><standardEvent>complete</standardEvent></planItemOnPart></sentry>
  <humanTask id="T"/></casePlanModel></case></definitions>`;

function judged(xml: string) {
  return analyzeCases([readModel(xml).definitions as CmmnDefinitions], 2000);
}

test('items that can never begin and criteria that can never be met are named', () => {
  const [verdict] = judged(model);
  expect(verdict).toMatchObject({ kind: 'case', noDeadActivities: false, sound: false });
  expect(verdict?.witnesses.map(({ property, elements }) => `${property} ${elements[0]}`).sort()).toEqual([
    'criterion c3',
    'noDeadActivities late',
    'noDeadActivities never',
  ]);
});

test('where some run begins each item, no activity is dead', () => {
  const [verdict] = judged(model.replace('sourceRef="gone"', 'sourceRef="first"'));
  expect(verdict).toMatchObject({ noDeadActivities: true, witnesses: [] });
});
