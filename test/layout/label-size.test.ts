/** The room that a name beside a shape gets; what stands in it is judged by the fixtures `name.…`. */
import { describe, expect, it } from 'vitest';
import { labelSize } from '../../src/layout/sizes.ts';

describe('Size of a label', () => {
  it.each([
    ['a line end behind it takes no room', 'Objection\nupheld?\n', labelSize('Objection\nupheld?')],
    ['blanks alone are nothing to draw', ' \n ', undefined],
    ['no name is nothing to draw', undefined, undefined],
    ['one line is as high as its letters need', 'Paid', { width: 28, height: 14 }],
  ])('%s', (_, name, size) => {
    expect(labelSize(name)).toEqual(size);
  });
});
