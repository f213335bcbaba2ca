import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/index.ts';
import type { Definitions } from '../../src/model/index.ts';
import { is, readModel } from '../../src/model/index.ts';

const steps = [1, 2, 3];

function process(pool: string): string {
  const tasks = steps.map((step) => `<task id="${pool}${step}"/>`);
  const flows = [1, 2].map(
    (step) => `<sequenceFlow id="${pool}flow${step}" sourceRef="${pool}${step}" targetRef="${pool}${step + 1}"/>`,
  );
  return `<process id="${pool}process">${tasks.join('')}${flows.join('')}</process>`;
}

/** Two pools of three steps; a message is named by the steps that it joins. */
function collaboration(messages: readonly (readonly [string, string])[]): Definitions {
  const flows = messages.map(([from, to]) => `<messageFlow id="${from}${to}" sourceRef="${from}" targetRef="${to}"/>`);
  return readModel(`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><collaboration id="c">
    <participant id="a" processRef="aprocess"/><participant id="b" processRef="bprocess"/>${flows.join('')}
    </collaboration>${process('a')}${process('b')}</definitions>`).definitions as Definitions;
}

/** px between the two pools. */
function gap(messages: readonly (readonly [string, string])[]): number {
  const shapes = layout(collaboration(messages)).value.flatMap(({ plane }) => plane?.planeElement ?? []);
  const boundsOf = (id: string) =>
    shapes.find((shape) => is(shape, 'bpmndi:BPMNShape') && shape.bpmnElement?.get('id') === id)?.get('bounds');
  const [upper, lower] = [boundsOf('a'), boundsOf('b')] as { y: number; height: number }[];
  return (lower?.y ?? 0) - (upper?.y ?? 0) - (upper?.height ?? 0);
}

describe('Pools', () => {
  const crosswise = [
    ['a1', 'b3'],
    ['a2', 'b2'],
    ['a3', 'b1'],
  ] as const;

  it('stay where they are when one message more bends between them', () => {
    expect(gap(crosswise.slice(0, 2))).toBe(gap([]));
    expect(gap(crosswise)).toBe(gap([]));
  });
});
