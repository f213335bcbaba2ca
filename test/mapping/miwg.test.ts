/**
 * Reference models of the BPMN Model Interchange Working Group (CC BY 3.0) as text: what we export is the same model.
 * Drawing and exporter apart, every attribute and child is compared, those of vendors too.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Definitions, decodeXml, readModel } from '../../src/model/index.ts';
import { exportXml, type Files, open } from '../../src/workspace/index.ts';
import { plain } from './plain-model.ts';

const folder = 'test/fixtures/miwg';
const names = readdirSync(folder).flatMap((file) =>
  file.endsWith('.procedo') ? [file.replace(/\.procedo$/, '')] : [],
);

const files: Files = {
  read: async (path) => readFileSync(path),
  siblings: async () => [],
};

function read(bytes: Uint8Array): Definitions {
  const { definitions } = readModel(decodeXml(bytes).value ?? '');
  if (!definitions) throw new Error('The reference cannot be read.');
  return definitions as Definitions;
}

describe('a text stands for a reference model', () => {
  test.each(names)('%s', async (name) => {
    const document = await open(`${folder}/${name}.procedo`, readFileSync(`${folder}/${name}.procedo`), files);
    expect(document.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    const exported = read(new TextEncoder().encode(exportXml(document)));
    expect(plain(exported)).toEqual(plain(read(readFileSync(`${folder}/${name}.reference.bpmn`))));
  });

  test('there are six of them', () => {
    expect(names.toSorted()).toEqual(['A.1.0', 'A.2.0', 'A.2.1', 'A.3.0', 'B.1.0', 'C.1.0']);
  });
});
