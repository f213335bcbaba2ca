/**
 * How still drawings keep when one line of a text is edited: J, X, O and R (test/layout/stability.ts), over the examples, the layout fixtures
 * and the corpus of the layout bench, if it is there. Each step is deleted, and one is inserted on each flow, EDITS=20 of a file, evenly
 * taken. `node bench/stability.mjs [FILE …]` measures these files instead.
 *
 * `pinned` is the same with the drawing pinned before, as by a layout file: only what is new is placed, and cuts move what lies behind.
 *
 * Gates: J at most 3 %, O 0.5 %, R 2 %. The files that jump most stand below, with the edit that does it.
 */
import '../scripts/project-node.mjs';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { drawingOf, layout } from '../src/layout/index.ts';
import { readModel } from '../src/model/index.ts';
import { exportXml, noFiles, open } from '../src/workspace/index.ts';
import { applyEdit, editsOf } from '../test/layout/one-line-edits.ts';
import { gates, measures, percent, stabilityOf, still, sum } from '../test/layout/stability.ts';

const root = join(import.meta.dirname, '..');
const most = Number(process.env.EDITS ?? 20);
const shownWorst = Number(process.env.WORST ?? 8);

/** File sets by name. */
function fileSets() {
  const named = process.argv.slice(2);
  if (named.length > 0) return { 'files named': named };
  const shared = resolve(root, process.env.PROCEDO_SHARED ?? '../shared');
  const list = join(shared, 'bench/layout-set.json');
  const corpus = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')).files : [];
  return {
    examples: globSync('examples/**/*.procedo', { cwd: root }).sort(),
    fixtures: globSync('test/fixtures/layout/*.bpmn', { cwd: root }).sort(),
    ...(corpus.length > 0 && { corpus: corpus.map(({ path }) => join(shared, 'corpus/bpmn', path)) }),
  };
}

/** The file as XML without a drawing of ours; a text is exported. */
async function xmlOf(path) {
  const bytes = readFileSync(resolve(root, path));
  const document = await open(path, bytes, noFiles);
  return document.kind === 'text' ? exportXml(document) : document.text;
}

/** Edits are those of processes; cases have no flows to put a step on. */
function isProcess(xml) {
  return readModel(xml).definitions?.$type === 'bpmn:Definitions';
}

function evenly(items) {
  const step = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(most, items.length) }, (_, index) => items[Math.floor(index * step)]);
}

/** All edits of one file. */
function measure(xml) {
  const { definitions: before } = readModel(xml);
  const drawn = layout(before).value;
  before.set('diagrams', drawn);
  const pins = drawingOf(before);
  const all = editsOf(readModel(xml).definitions);
  return ['delete', 'insert'].flatMap((kind) =>
    evenly(all.filter((edit) => edit.kind === kind)).map((edit) => {
      const { definitions } = readModel(xml);
      const touched = applyEdit(definitions, edit);
      const stability = stabilityOf(drawn, layout(definitions).value, touched);
      return { edit, stability, pinned: stabilityOf(drawn, layout(definitions, pins).value, touched) };
    }),
  );
}

const row = (name, stability, edits) =>
  `${name.padEnd(28)} ${String(edits).padStart(6)}  ${measures.map((key) => percent(stability[key]).toFixed(2).padStart(6)).join(' ')}`;
const total = (results) => results.reduce((all, { stability }) => sum(all, stability), still);

console.log(`${' '.repeat(28)}  edits  ${measures.map((key) => key.padStart(6)).join(' ')}   (%)`);
for (const [name, paths] of Object.entries(fileSets())) {
  const files = [];
  for (const path of paths) {
    const xml = await xmlOf(path);
    if (isProcess(xml)) files.push({ path, results: measure(xml) });
  }
  const results = files.flatMap((file) => file.results);
  for (const kind of ['delete', 'insert']) {
    const some = results.filter(({ edit }) => edit.kind === kind);
    console.log(row(`${name}, ${kind}`, total(some), some.length));
  }
  const all = total(results);
  const broken = Object.entries(gates).filter(([key, gate]) => percent(all[key]) > gate);
  console.log(
    `${row(name, all, results.length)}  ${broken.length > 0 ? `over the gate: ${broken.map(([key]) => key).join(', ')}` : 'within the gates'}`,
  );
  console.log(row(`${name}, pinned`, total(results.map(({ pinned }) => ({ stability: pinned }))), results.length));
  const weight = ({ J, O, R }) => J.count / gates.J + R.count / gates.R + (10 * O.count) / gates.O / 100;
  files.sort((a, b) => weight(total(b.results)) - weight(total(a.results)));
  for (const { path, results: own } of files.slice(0, shownWorst)) {
    const worst = own.toSorted((a, b) => weight(b.stability) - weight(a.stability))[0];
    if (!worst || weight(worst.stability) === 0) continue;
    console.log(row(`  …${path.slice(-25)}`, total(own), own.length), ` worst: ${worst.edit.kind} ${worst.edit.id}`);
  }
}
