/**
 * Each model of test/fixtures/import/cases (two are from the tests of Camunda, Apache-2.0) becomes the text beside it, as a person would have
 * written it. What is exported of text and layout file is the model again, drawing and all: of these, and of the other models of cases at hand.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type CmmnDefinitions, decodeXml, readModel } from '../../src/model/index.ts';
import { plain } from '../mapping/plain-model.ts';
import { roundTrip } from './case-round-trip.ts';

const imports = 'test/fixtures/import/cases';
const modelsIn = (folder: string) =>
  readdirSync(folder).flatMap((file) => (file.endsWith('.cmmn') ? [`${folder}/${file}`] : []));

function read(bytes: Uint8Array): CmmnDefinitions {
  return readModel(decodeXml(bytes).value ?? '').definitions as CmmnDefinitions;
}

/** Diagrams as plain data; shapes and lines come in any order. */
function drawingOf({ CMMNDI }: CmmnDefinitions): unknown {
  return CMMNDI?.diagrams.map((diagram) => ({
    id: diagram.id,
    name: diagram.name,
    shown: diagram.diagramElements.map((each) => JSON.stringify(plain(each))).sort(),
  }));
}

test.each(modelsIn(imports))('%s is the text that a person would have written', async (path) => {
  const trip = await roundTrip(path, readFileSync(path));
  await expect(trip?.made.text).toMatchFileSnapshot(`../../${path.replace(/\.cmmn$/, '.procedo')}`);
});

const folders = [imports, 'test/fixtures/cmmn', 'test/fixtures/mapping/cases', 'test/fixtures/layout/cases'];

describe.each(folders.flatMap(modelsIn))('%s', (path) => {
  test('comes back as it was', async () => {
    const bytes = readFileSync(path);
    const trip = await roundTrip(path, bytes);
    if (!trip) throw new Error('It cannot be read.');
    const { made, xml, again, problems } = trip;
    expect(problems).toEqual([]);
    expect(plain(read(xml))).toEqual(plain(read(bytes)));
    expect(drawingOf(read(xml))).toEqual(drawingOf(read(bytes)));
    expect(again).toMatchObject({ text: made.text, layout: made.layout });
  });
});
