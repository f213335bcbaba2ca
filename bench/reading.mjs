/**
 * Files read per second, ours beside bpmn-moddle's, in one run: node bench/reading.mjs [folder of .bpmn files]
 * Both take turns over small groups of files, so that a busy machine slows both alike.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import { decodeXml, readModel } from '../src/model/index.ts';

const ROUNDS = 5;
const GROUP = 400;

const folder = process.argv[2] ?? join(process.env.PROCEDO_SHARED ?? '../shared', 'corpus/bpmn');
const names = readdirSync(folder, { recursive: true }).filter((name) => /\.(bpmn|xml)$/.test(name));
const texts = names
  .map((name) => decodeXml(readFileSync(join(folder, name))).value)
  .filter((text) => text !== undefined);
const moddle = new BpmnModdle();

const readers = {
  ours: { read: async (text) => readModel(text), times: [] },
  moddle: { read: (text) => moddle.fromXML(text).catch(() => undefined), times: [] },
};

for (let round = 0; round < ROUNDS; round++) {
  for (const reader of Object.values(readers)) reader.times.push(0);
  for (let first = 0; first < texts.length; first += GROUP) {
    const order = Object.values(readers);
    if ((first / GROUP + round) % 2 === 1) order.reverse();
    for (const reader of order) reader.times[round] += await timed(reader.read, texts.slice(first, first + GROUP));
  }
}

/** Milliseconds for reading some files one after the other. */
async function timed(read, group) {
  const start = performance.now();
  for (const text of group) await read(text);
  return performance.now() - start;
}

/** The middle round: the first one compiles, another may be disturbed. */
function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
}

const [ours, theirs] = Object.values(readers).map(({ times }) => texts.length / (median(times) / 1000));
console.log(`reading ${texts.length} files, files/s: ours ${ours.toFixed(0)}, bpmn-moddle ${theirs.toFixed(0)}`);
console.log(`reading ratio: ${(ours / theirs).toFixed(1)} (at least 3)`);
