import { describe, expect, it } from 'vitest';
import { messageRoutes } from '../../src/layout/messages.ts';
import type { LayoutNode } from '../../src/layout/scope.ts';

function task(id: string, x: number, y: number): LayoutNode {
  return { id, kind: 'task', width: 100, height: 80, band: 0, x, y, boundary: [], satellites: [] };
}

describe('Routes of a message', () => {
  const gaps = [{ x: 0, y: 200, width: 900, height: 50 }];
  const routes = (source: LayoutNode, target: LayoutNode) =>
    messageRoutes({ id: 'm', kind: 'message', source, target, points: [] }, { source: 0, target: 0 }, gaps);

  it('bend in the gap between the pools where the ends are not above each other', () => {
    expect(routes(task('a', 100, 100), task('b', 400, 400)).map((points) => points.length)).toContain(4);
  });

  it('are never a straight line with a point in the gap, where other lines would cross it unseen', () => {
    expect(routes(task('a', 100, 100), task('b', 100, 400)).map((points) => points.length)).not.toContain(4);
  });
});
