/**
 * Cases of other tools as text (test/fixtures/cmmn, with their sources): what we export is the same model. Drawing and exporter apart,
 * every attribute and child is compared, those of vendors too.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeXml, type ModelElement, readModel } from '../../src/model/index.ts';
import { exportXml, type Files, open } from '../../src/workspace/index.ts';
import { plain } from './plain-model.ts';

const folder = 'test/fixtures/cmmn';
const names = readdirSync(folder).flatMap((file) =>
  file.endsWith('.procedo') ? [file.replace(/\.procedo$/, '')] : [],
);

const files: Files = {
  read: async (path) => (existsSync(path) ? readFileSync(path) : undefined),
  siblings: async () => [],
};

function read(bytes: Uint8Array): ModelElement {
  const { definitions } = readModel(decodeXml(bytes).value ?? '');
  if (!definitions) throw new Error('The reference cannot be read.');
  return definitions;
}

describe('a text stands for a case of another tool', () => {
  test.each(names)('%s', async (name) => {
    const document = await open(`${folder}/${name}.procedo`, readFileSync(`${folder}/${name}.procedo`), files);
    // What is unusual is told: it is in their files.
    expect(document.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const exported = read(new TextEncoder().encode(exportXml(document, 'cmmn')));
    expect(plain(exported)).toEqual(plain(read(readFileSync(`${folder}/${name}.reference.cmmn`))));
  });

  test('there are ten of them', () => expect(names.length).toBe(10));
});
