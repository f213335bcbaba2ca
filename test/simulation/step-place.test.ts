import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeOfStep } from '../../src/simulation/index.ts';

const step = fc.record({ do: fc.dictionary(fc.string(), fc.jsonValue()), expect: fc.jsonValue() });
const scenario = fc.record({ name: fc.string(), start: fc.jsonValue(), steps: fc.array(step), note: fc.jsonValue() });

test('a step is where its text begins, whatever stands around it', () => {
  fc.assert(
    fc.property(scenario, fc.constantFrom(undefined, 2, '\t'), (written, indent) => {
      const text = JSON.stringify(written, null, indent);
      for (const [number, each] of written.steps.entries()) {
        const { line, character } = placeOfStep(text, number);
        const rest = [text.split('\n')[line]?.slice(character), ...text.split('\n').slice(line + 1)].join('\n');
        const own = JSON.stringify(each, null, indent).replaceAll(/\s/g, '');
        expect(rest.replaceAll(/\s/g, '').startsWith(own)).toBe(true);
      }
      expect(placeOfStep(text, written.steps.length)).toEqual({ line: 0, character: 0 });
    }),
  );
});
