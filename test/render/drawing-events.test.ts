import { expect, it } from 'vitest';
import { DrawingEvents } from '../../src/render/drawing-events.ts';

it('asks listeners by their priority, until one answers', () => {
  const events = new DrawingEvents();
  const asked: string[] = [];
  const listener = (name: string, answer?: string) => (event: { readonly type: string }, about: unknown) => {
    asked.push(`${name} ${event.type} ${about}`);
    return answer;
  };
  events.on('draw', 1, listener('last', 'late'));
  events.on(['draw', 'other'], listener('usual', 'answer'));
  events.on('draw', 2000, listener('first'));
  expect(events.fire('draw', 'a shape')).toBe('answer');
  expect(asked).toEqual(['first draw a shape', 'usual draw a shape']);
  expect(events.fire('unheard')).toBeUndefined();
});

it('calls a listener on what it belongs to', () => {
  const events = new DrawingEvents();
  const owner = { name: 'canvas' };
  events.on(
    'asked',
    function (this: typeof owner) {
      return this.name;
    },
    owner,
  );
  expect(events.fire('asked')).toBe('canvas');
});
