/** A sample of the shared models of cases of all vendors: import and export make the same model of each, and the same text again. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type CmmnDefinitions, decodeXml, readModel } from '../../src/model/index.ts';
import { plain } from '../mapping/plain-model.ts';
import { rowsOrOne, shared } from '../shared.ts';
import { roundTrip } from './case-round-trip.ts';

/** Every one of so many: the whole corpus takes a minute. */
const STEP = 20;

const corpus = shared('corpus/cmmn');
const all = corpus
  ? readdirSync(corpus).flatMap((dir) => readdirSync(`${corpus}/${dir}`).map((file) => `${dir}/${file}`))
  : [];
const sample = all.filter((_, index) => index % STEP === 0);

function read(bytes: Uint8Array): CmmnDefinitions {
  return readModel(decodeXml(bytes).value ?? '').definitions as CmmnDefinitions;
}

describe.skipIf(!corpus)('a model of cases of the corpus', () => {
  test.each(rowsOrOne(sample, 'the corpus is not there'))('%s', async (name) => {
    const bytes = readFileSync(`${corpus}/${name}`);
    const trip = await roundTrip(name, bytes);
    if (!trip) return;
    expect(plain(read(trip.xml))).toEqual(plain(read(bytes)));
    expect(trip.again).toMatchObject({ text: trip.made.text });
  });
});
