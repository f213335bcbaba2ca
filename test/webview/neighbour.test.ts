import { describe, expect, it } from 'vitest';
import type { Drawn } from '../../webview/drawing-services.ts';
import { neighbour } from '../../webview/neighbour.ts';

/** A step at a place, of the size of a task; `after` is the step that a flow leads from. */
function step(id: string, x: number, y: number, after?: Drawn): Drawn {
  const drawn = { id, x, y, width: 100, height: 80, incoming: [], outgoing: [], labels: [] } as unknown as Drawn;
  if (after) {
    const flow = { id: `${after.id}-${id}`, source: after, target: drawn, waypoints: [] } as unknown as Drawn;
    after.outgoing.push(flow);
    drawn.incoming.push(flow);
  }
  return drawn;
}

describe('a step with the arrow keys', () => {
  const first = step('first', 0, 0);
  const far = step('far', 900, 0, first);
  const near = step('near', 150, 0);
  const below = step('below', 160, 150);
  const all = [first, far, near, below];

  it('follows the flow to the right and back, however far', () => {
    expect(neighbour(first, 'right', all)?.id).toBe('far');
    expect(neighbour(far, 'left', all)?.id).toBe('first');
  });

  it('goes to the nearest where no flow leads', () => {
    expect(neighbour(near, 'right', all)?.id).toBe('below');
    expect(neighbour(near, 'down', all)?.id).toBe('below');
    expect(neighbour(below, 'up', all)?.id).toBe('near');
  });

  it('stays where there is nothing on that side', () => {
    expect(neighbour(first, 'up', all)).toBeUndefined();
  });
});
