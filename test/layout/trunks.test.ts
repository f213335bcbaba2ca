import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/index.ts';
import type { Segment } from '../../src/layout/route-cost.ts';
import type { Flow } from '../../src/layout/scope.ts';
import { withoutTrunks } from '../../src/layout/trunks.ts';
import { is, readModel } from '../../src/model/index.ts';

const flow = {} as Flow;

function segment(ax: number, ay: number, bx: number, by: number): Segment {
  return { flow, a: { x: ax, y: ay }, b: { x: bx, y: by } };
}

describe('What of a route is new beside the lines of the same data object', () => {
  const route = segment(0, 0, 100, 0);
  it.each([
    ['all of it where nothing is drawn', [], [segment(0, 0, 100, 0)]],
    ['nothing along a line', [segment(-10, 0, 100, 0)], []],
    ['the rest behind a fork', [segment(0, 0, 60, 0), segment(60, 0, 60, 50)], [segment(60, 0, 100, 0)]],
    ['both sides of a stretch', [segment(60, 0, 40, 0)], [segment(0, 0, 40, 0), segment(60, 0, 100, 0)]],
    ['all of it beside a line', [segment(0, 5, 100, 5)], [segment(0, 0, 100, 0)]],
  ])('%s', (_, trunks, expected) => {
    const parts = withoutTrunks(route, trunks).filter(({ a, b }) => a.x !== b.x);
    expect(parts).toEqual(expected);
  });
});

it('Lines of one data object leave it as one', () => {
  const path = join(import.meta.dirname, '../fixtures/layout/data.many-readers.bpmn');
  const { definitions } = readModel(readFileSync(path, 'utf8'));
  if (!is(definitions, 'bpmn:Definitions')) throw new Error('The fixture is no BPMN file.');
  const edges = layout(definitions).value.flatMap(({ plane }) => plane?.planeElement ?? []);
  const starts = edges
    .filter((element) => is(element, 'bpmndi:BPMNEdge'))
    .filter(({ bpmnElement }) => ['DataAssociation_d_f', 'DataAssociation_d_g'].includes(bpmnElement?.id ?? ''))
    .map(({ waypoint: [start] }) => ({ x: start?.x, y: start?.y }));
  expect(starts[0]).toEqual(starts[1]);
});
