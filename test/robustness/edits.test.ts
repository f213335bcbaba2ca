/**
 * Texts edited at random, one edit after the other as in an editor: no crash, no hang, every problem within the text, and what is
 * whole stays in the picture. A step is whole if its own line is untouched and so are the lines that open the blocks around it; of
 * a handler also those of its host, with nothing put in between the two.
 *
 * `PROCEDO_RUNS=2000` edits that many texts in each test; `PROCEDO_SEED` repeats a run.
 */
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '../../src/base/problem.ts';
import { comparePositions } from '../../src/base/range.ts';
import { RESERVED_WORDS } from '../../src/language/lexing/reserved-words.ts';
import { renderSvg } from '../../src/render/index.ts';
import { drawnLabels, drawnSteps, isWhole, type Step } from './drawn-steps.ts';
import { LiveSession, type Seen } from './live-session.ts';
import { type Edit, editKinds, TypedText } from './typed-text.ts';

const numRuns = Number(process.env.PROCEDO_RUNS ?? 30);
const seed = process.env.PROCEDO_SEED === undefined ? {} : { seed: Number(process.env.PROCEDO_SEED) };
/** In ms: far more than any run takes, so that only one that hangs ends here. */
const timeout = 60_000 + numRuns * 3_000;

interface Sample {
  readonly path: string;
  readonly text: string;
  readonly steps: readonly Step[];
}

const paths = globSync(['examples/*.procedo', 'test/fixtures/language/samples/*.procedo']).sort();
const words = new Set(
  paths.flatMap((path) => readFileSync(path, 'utf8').match(/"[^"\n]*"|`[^`\n]*`|[\w-]+|->|~>|\S/g) ?? []),
);
const odd = [
  '',
  '"',
  '`',
  "'",
  '§',
  '😀',
  '\u202e',
  '\u0000',
  '\ud800',
  '\\',
  '@',
  '@a:b(',
  '/*',
  '*/',
  '"""',
  '```',
  '//',
  '\r',
  '\t',
];
const pieces = [...words, ...RESERVED_WORDS, ...odd];

const place = fc.nat(20_000);
const piece = fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 5 }));
const edit: fc.Arbitrary<Edit> = fc.record({ what: fc.constantFrom(...editKinds), at: place, to: place, piece });
const edits = fc.array(edit, { minLength: 1, maxLength: 8 });
const sampleIndex = fc.nat(paths.length - 1);

let samples: Sample[];

beforeAll(async () => {
  samples = [];
  for (const path of paths) {
    const text = readFileSync(path, 'utf8');
    samples.push({ path, text, steps: drawnSteps(await new LiveSession().type(text)) });
  }
});

/** What must hold of every text. */
async function expectSound(seen: Seen): Promise<void> {
  const lines = seen.text.split(/\r\n|\r|\n/);
  for (const problem of seen.problems) expectInText(problem, lines);
  const { diagrams, models } = seen.model;
  if (diagrams.length === 0) return;
  const { value, problems } = await renderSvg(models, { all: true });
  expect(value.length).toBeGreaterThanOrEqual(diagrams.length);
  expect(problems).toEqual([]);
}

function expectInText({ message, range }: Problem, lines: readonly string[]): void {
  expect(message).not.toMatch(/undefined|\[object|NaN|Expecting|token of type/);
  if (!range) return;
  for (const { line, character } of [range.start, range.end]) {
    expect(line, message).toBeLessThan(lines.length);
    expect(character, message).toBeLessThanOrEqual(lines[line]?.length ?? 0);
  }
  expect(comparePositions(range.start, range.end), message).toBeLessThanOrEqual(0);
}

function sampleAt(index: number): Sample {
  const sample = samples[index];
  if (!sample) throw new Error(`There is no sample ${index}.`);
  return sample;
}

describe('a text that is edited', () => {
  test(
    'is read and drawn whatever is done to it',
    async () => {
      await fc.assert(
        fc.asyncProperty(sampleIndex, edits, async (index, list) => {
          const session = new LiveSession();
          let typed = TypedText.of(sampleAt(index).text);
          await session.type(typed.text);
          for (const one of list) {
            typed = typed.edited(one);
            await expectSound(await session.type(typed.text));
          }
          const last = await session.type(typed.text);
          const fresh = await new LiveSession().type(typed.text);
          expect(last.model.xml).toBe(fresh.model.xml);
          expect(last.model.caseXml).toBe(fresh.model.caseXml);
        }),
        { numRuns, ...seed },
      );
    },
    timeout,
  );

  test(
    'keeps in its picture what is whole, as long as braces and what else reaches beyond a line are left alone',
    async () => {
      await fc.assert(
        fc.asyncProperty(sampleIndex, edits, async (index, list) => {
          const { text, steps } = sampleAt(index);
          const session = new LiveSession();
          let typed = TypedText.of(text);
          for (const one of list) {
            typed = typed.editedWithin(one);
            const whole = steps.filter((step) => isWhole(step, typed));
            const drawn = drawnLabels((await session.type(typed.text)).model);
            const lost = whole.flatMap(({ label }) => (drawn.has(label) ? [] : [label]));
            expect(lost, JSON.stringify(list)).toEqual([]);
          }
        }),
        { numRuns, ...seed },
      );
    },
    timeout,
  );

  test('has steps that can stay whole', () => {
    expect(samples.length).toBeGreaterThanOrEqual(6);
    for (const { path, steps } of samples) expect(steps.length, path).toBeGreaterThan(5);
  });
});
