import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type BPMNEdge,
  type BPMNShape,
  createElement,
  type Definitions,
  readModel,
  writeModel,
} from '../../src/model/index.ts';
import { type PlaneToDraw, planesToDraw } from '../../src/render/planes.ts';

const text = readFileSync(join(import.meta.dirname, '../fixtures/render/planes.bpmn'), 'utf8');

describe('planesToDraw', () => {
  let definitions: Definitions;
  let planes: PlaneToDraw[];

  beforeAll(() => {
    definitions = readModel(text).definitions as Definitions;
    planes = planesToDraw(definitions);
  });

  const items = (id: string): string[] =>
    planes.find((plane) => plane.id === id)?.plane.planeElement.map((item) => String(item.get('id'))) ?? [];

  it('gives the inside of a collapsed sub-process a plane of its own, after those of the file', () => {
    expect(planes.map(({ id }) => id)).toEqual(['Diagram_1', 'Diagram_2', 'Sub']);
    expect(items('Diagram_1')).toEqual(['Sub_di', 'Own_di']);
    expect(items('Diagram_2')).toEqual(['OwnIn_di']);
    expect(items('Sub')).toEqual(['In_di', 'End_di', 'F_di']);
  });

  it('moves such an inside to where bpmn-js begins', () => {
    const [task, , flow] = (planes.at(-1)?.plane.planeElement ?? []) as [BPMNShape, BPMNShape, BPMNEdge];
    const { x, y, width, height } = task.bounds ?? {};
    expect([x, y, width, height]).toEqual([180, 160, 100, 80]);
    expect(flow.waypoint.map((point) => [point.x, point.y])).toEqual([
      [280, 200],
      [360, 200],
    ]);
  });

  it('leaves the model as it is', () => {
    expect(writeModel(definitions)).toBe(writeModel(readModel(text).definitions as Definitions));
  });

  it('shows the first process where a plane does not say what it shows', () => {
    const process = createElement('bpmn:Process', { id: 'P' });
    const plane = createElement('bpmndi:BPMNPlane', { id: 'Plane' });
    const diagram = createElement('bpmndi:BPMNDiagram', { plane });
    const model = createElement('bpmn:Definitions', { rootElements: [process], diagrams: [diagram] });
    const [shown] = planesToDraw(model);
    expect(shown?.id).toBe('Plane');
    expect(shown?.plane.bpmnElement).toBe(process);
    expect(plane.bpmnElement).toBeUndefined();
  });

  it('draws a dot where the file does not say the size of a shape', () => {
    const lacking = text.replace(
      /(<bpmndi:BPMNShape id="Own_di".*?<dc:Bounds [^>]*?) width="[^"]*" height="[^"]*"/s,
      '$1',
    );
    const [plane] = planesToDraw(readModel(lacking).definitions as Definitions);
    const shape = plane?.plane.planeElement.find(({ id }) => id === 'Own_di') as BPMNShape;
    const { width, height } = shape.bounds ?? {};
    expect([width, height]).toEqual([1, 1]);
  });

  it('has nothing to show of a diagram without a plane', () => {
    const diagrams = [createElement('bpmndi:BPMNDiagram', { id: 'D' })];
    expect(planesToDraw(createElement('bpmn:Definitions', { diagrams }))).toEqual([]);
  });
});
