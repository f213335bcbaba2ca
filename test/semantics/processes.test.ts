/**
 * What processes do, by the standard and by our choices: the pages in test/fixtures/semantics/processes. To add a case, add a heading with its
 * text and lines. `active` (what stands first behind ` : `) is all that waits for somebody; other tasks than those of users are done at once.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runScenario } from '../../src/simulation/index.ts';
import { modelOf, readPage } from './process-page.ts';

const folder = 'test/fixtures/semantics/processes';

describe.each(readdirSync(folder))('%s', (page) => {
  const cases = readPage(readFileSync(`${folder}/${page}`, 'utf8')).map((each) => [each.title, each] as const);

  test.each(cases)('%s', async (_, { text, scenario }) => {
    expect(runScenario(await modelOf(text), scenario).failure).toBeUndefined();
  });
});
