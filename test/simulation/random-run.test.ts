/** How runs by chance end that have much at work at once: what a model says is done, what only grows is ended. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Definitions, readModel } from '../../src/model/index.ts';
import { buildLinked } from '../../src/semantics/index.ts';
import { randomRun } from '../../src/simulation/random-run.ts';

const hostile = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/hostile', name), 'utf8');
const items = (activity: string, inside = '') =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="p">
    <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="check"/>
    <${activity} id="check"><multiInstanceLoopCharacteristics><loopCardinality>600</loopCardinality></multiInstanceLoopCharacteristics>${inside}</${activity}>
    <sequenceFlow id="f2" sourceRef="check" targetRef="end"/><endEvent id="end"/>
  </process></definitions>`;

test.each([
  ['600 items of a task', items('userTask'), 'completed'],
  ['600 items of a sub-process', items('subProcess', '<userTask id="look"/>'), 'completed'],
  ['a thousand tokens a round', hostile('ever-more-tokens.bpmn'), 'endless'],
  ['tokens that double', hostile('end-that-goes-on.bpmn'), 'endless'],
])('%s', (_, xml, end) => {
  const model = buildLinked([readModel(xml).definitions as Definitions]);
  expect(randomRun(model, 1).end).toBe(end);
});
