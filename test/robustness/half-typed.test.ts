/**
 * Every line that the language has (test/fixtures/language/coverage), half typed: cut at each of its tokens, among the steps of a
 * process and between two processes. No crash, and all neighbours stay in the picture.
 */
import { describe, expect, test } from 'vitest';
import { coverageCases } from '../language/coverage-page.ts';
import { drawnLabels } from './drawn-steps.ts';
import { LiveSession } from './live-session.ts';

const cases = coverageCases(new URL('../fixtures/language/coverage/bpmn.md', import.meta.url));
const lines = [...new Set(cases.flatMap(({ pieces }) => pieces))];
const neighbours = ['Begun', 'Before', 'After', 'Done', 'Other begun', 'Other', 'Other done'];

/** Where a line may be typed. */
const places: Readonly<Record<string, (typed: string) => string>> = {
  'in a process': (typed) => `process one "One" {
  start "Begun"
  user before "Before"
  ${typed}
  user after "After"
  end "Done"
}

process two "Two" {
  start "Other begun"
  task "Other"
  end "Other done"
}
`,
  'between two processes': (typed) => `process one "One" {
  start "Begun"
  user before "Before"
  user after "After"
  end "Done"
}

${typed}

process two "Two" {
  start "Other begun"
  task "Other"
  end "Other done"
}
`,
};

/** The line cut behind each of its tokens, and in the middle of the longer ones. */
function halves(line: string): string[] {
  const tokens = [...line.matchAll(/"[^"]*"|`[^`]*`|[\w-]+|->|~>|"""|[^\s\w]/g)];
  const ends = tokens.flatMap(({ index, 0: token }) => [index + Math.ceil(token.length / 2), index + token.length]);
  return [...new Set(ends)].map((end) => line.slice(0, end));
}

describe.each(Object.entries(places))('half typed %s', (_, place) => {
  const session = new LiveSession();

  test.each(lines)('%s', async (line) => {
    for (const half of halves(line)) {
      const { model, problems } = await session.type(place(half));
      const drawn = drawnLabels(model);
      expect(
        neighbours.filter((label) => !drawn.has(label)),
        half,
      ).toEqual([]);
      for (const { message } of problems) expect(message).not.toMatch(/undefined|\[object|Expecting|token of type/);
    }
  });
});

test('there are lines', () => expect(lines.length).toBeGreaterThan(80));
