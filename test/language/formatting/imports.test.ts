/** What an import writes is in the form that the formatter gives. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { is, readModel } from '../../../src/model/index.ts';
import { printText } from '../../../src/printing/index.ts';
import { shared } from '../../shared.ts';
import { formatted } from './parsed.ts';

const root = join(import.meta.dirname, '../../..');
const own = globSync('test/fixtures/{model,miwg,layout,import}/**/*.bpmn', { cwd: root }).map((path) =>
  join(root, path),
);
const corpus = shared('corpus/bpmn');
const sampled = globSync(`${corpus}/**/*.bpmn`)
  .sort()
  .filter((_, index) => index % 40 === 0);

test('models of the project', () => {
  expectCanonical(own);
}, 60_000);

test.skipIf(!corpus)(
  'every fortieth model of the corpus',
  () => {
    expectCanonical(sampled);
  },
  60_000,
);

function expectCanonical(paths: readonly string[]): void {
  expect(paths.length).toBeGreaterThan(30);
  for (const path of paths) {
    const { definitions } = readModel(readFileSync(path, 'utf8'));
    if (!definitions || !is(definitions, 'bpmn:Definitions')) continue;
    const { text } = printText(definitions);
    const once = formatted(text);
    if (once !== undefined) expect(once, path).toBe(text);
  }
}
