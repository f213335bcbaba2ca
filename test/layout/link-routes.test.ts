import { expect, it } from 'vitest';
import { drawLink, messageDocking } from '../../src/layout/link-routes.ts';
import { Surroundings } from '../../src/layout/route-cost.ts';
import type { Flow, LayoutNode } from '../../src/layout/scope.ts';

function task(id: string, x: number, y: number): LayoutNode {
  return { id, kind: 'task', width: 100, height: 80, band: 0, x, y, boundary: [], satellites: [] };
}

it('a link goes beside a text also where nothing is searched for any more', () => {
  const [source, target] = [task('a', 100, 100), task('b', 500, 400)];
  const around = new Surroundings([source, target]);
  around.effort = Number.POSITIVE_INFINITY;
  around.addText({ x: 280, y: 244, width: 60, height: 14 });
  const flow: Flow = { id: 'f', kind: 'association', source, target, points: [] };
  const bent = [
    { x: 100, y: 140 },
    { x: 100, y: 250 },
    { x: 500, y: 250 },
    { x: 500, y: 360 },
  ];
  expect(around.cost(flow, bent).texts).toBe(1);
  drawLink(flow, [bent], messageDocking, around);
  expect(around.cost(flow, flow.points).texts).toBe(0);
});
