import { expect, it } from 'vitest';
import { layout } from '../../src/layout/index.ts';
import { type BPMNEdge, is, readModel } from '../../src/model/index.ts';
import { defectsOf } from './quality.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Blocks of two lanes; in each a flow leads down past the end of a handler that stands in its way until it moves. */
function blocks(count: number): string {
  const nodes = (n: number) => `
    <bpmn:task id="check${n}" /><bpmn:boundaryEvent id="late${n}" attachedToRef="check${n}" />
    <bpmn:task id="remind${n}" /><bpmn:endEvent id="reminded${n}" />
    <bpmn:exclusiveGateway id="complete${n}" /><bpmn:task id="ask${n}" /><bpmn:endEvent id="asked${n}" />
    <bpmn:task id="score${n}" />`;
  const flow = (from: string, to: string) =>
    `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}" />`;
  const flows = (n: number) => [
    ...(n > 0 ? [flow(`score${n - 1}`, `check${n}`)] : []),
    flow(`check${n}`, `complete${n}`),
    flow(`late${n}`, `remind${n}`),
    flow(`remind${n}`, `reminded${n}`),
    flow(`complete${n}`, `ask${n}`),
    flow(`ask${n}`, `asked${n}`),
    flow(`complete${n}`, `score${n}`),
  ];
  const lane = (id: string, ids: string[]) =>
    `<bpmn:lane id="${id}">${ids.map((node) => `<bpmn:flowNodeRef>${node}</bpmn:flowNodeRef>`).join('')}</bpmn:lane>`;
  const above = ['check', 'remind', 'reminded', 'complete', 'ask', 'asked'];
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="http://procedo.dev/test">
    <bpmn:process id="process"><bpmn:laneSet id="lanes">
      ${lane(
        'clerk',
        above.flatMap((name) => numbers(count).map((n) => `${name}${n}`)),
      )}
      ${lane(
        'expert',
        numbers(count).map((n) => `score${n}`),
      )}
    </bpmn:laneSet>${numbers(count).map(nodes).join('')}${numbers(count).flatMap(flows).join('')}</bpmn:process>
  </bpmn:definitions>`;
}

it('draws the thirtieth of equal blocks as the first', () => {
  const { definitions } = readModel(blocks(30));
  if (!definitions || !is(definitions, 'bpmn:Definitions')) throw new Error('The text is no BPMN file.');
  const { value } = layout(definitions);
  const edges = value
    .flatMap((diagram) => diagram.plane?.planeElement ?? [])
    .filter((element): element is BPMNEdge => is(element, 'bpmndi:BPMNEdge'));
  const bends = (id: string) => (edges.find((edge) => edge.bpmnElement?.id === id)?.waypoint.length ?? Number.NaN) - 2;
  expect(numbers(30).map((n) => bends(`complete${n}-score${n}`))).toEqual(numbers(30).map(() => 1));
  expect(value.flatMap(defectsOf)).toEqual([]);
});
