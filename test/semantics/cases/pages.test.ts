/**
 * What cases do, by the standard and by our choices: the pages in test/fixtures/semantics/cases. To add one, add a heading with its text and lines.
 * Conditions that cannot be known are false.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { casePlanOf, play, readCasePage } from './case-page.ts';

const folder = 'test/fixtures/semantics/cases';

describe.each(readdirSync(folder))('%s', (page) => {
  const cases = readCasePage(readFileSync(`${folder}/${page}`, 'utf8')).map((each) => [each.title, each] as const);

  test.each(cases)('%s', async (_, { text, lines }) => {
    expect(lines[0]).toMatch(/^open/);
    expect(play(await casePlanOf(text), lines)).toEqual(lines);
  });
});
