/**
 * Files read per second, ours beside bpmn-moddle's, in one run: node bench/reading.mjs [folder of .bpmn files]
 * The two take turns, all files each time, so that a busy machine slows both alike.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import { decodeXml, readModel } from '../src/model/index.ts';

const ROUNDS = 7;

const root = join(import.meta.dirname, '..');
const folder = process.argv[2] ?? resolve(root, process.env.PROCEDO_SHARED ?? '../shared', 'corpus/bpmn');
const names = readdirSync(folder, { recursive: true }).filter((name) => /\.(bpmn|xml)$/.test(name));
const texts = names
  .map((name) => decodeXml(readFileSync(join(folder, name))).value)
  .filter((text) => text !== undefined);
const moddle = new BpmnModdle();

const readers = [
  { read: async (text) => readModel(text), times: [] },
  { read: (text) => moddle.fromXML(text).catch(() => undefined), times: [] },
];

for (let round = 0; round < ROUNDS; round++) {
  for (const { read, times } of readers) {
    const start = performance.now();
    for (const text of texts) await read(text);
    times.push(performance.now() - start);
  }
}

/** The middle round: the first one compiles, others may be disturbed. */
const [ours, theirs] = readers.map(({ times }) => {
  const median = times.toSorted((a, b) => a - b)[ROUNDS >> 1];
  return texts.length / (median / 1000);
});
console.log(`reading ${texts.length} files, files/s: ours ${ours.toFixed(0)}, bpmn-moddle ${theirs.toFixed(0)}`);
console.log(`reading ratio: ${(ours / theirs).toFixed(1)} (at least 3)`);
