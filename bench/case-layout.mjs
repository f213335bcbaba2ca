/**
 * How good our drawings of cases are beside people's own: every CMMN file of the corpus with a drawing, laid out anew, each count beside that of
 * the drawing in the file. Every second file is held out: rules are tuned on the others alone.
 *
 *   node bench/case-layout.mjs [--files]      `--files` names what is left, file by file
 */
import '../scripts/project-node.mjs';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { drawingOfCases, layoutCases, looksOfCases } from '../src/layout/index.ts';
import { is, readModel } from '../src/model/index.ts';
import { CaseDrawing } from '../test/layout/cases/case-drawing.ts';
import { areaOf, bendsOf, caseDefectsOf, coversOf, crossingsOf } from '../test/layout/cases/case-quality.ts';

const corpus = resolve(import.meta.dirname, '..', process.env.PROCEDO_SHARED ?? '../shared', 'corpus/cmmn');

/** All counts of the drawings that a model has. */
function measure(diagrams) {
  const drawings = diagrams.map((diagram) => new CaseDrawing(diagram));
  const defects = drawings.flatMap(caseDefectsOf);
  const count = (...kinds) => defects.filter(({ kind }) => kinds.includes(kind)).length;
  const total = (figure) => drawings.reduce((sum, drawing) => sum + figure(drawing), 0);
  return {
    shapes: total(({ shapes }) => shapes.length),
    connectors: total(({ edges }) => edges.length),
    overlaps: count('item-on-item'),
    outside: count('outside-parent', 'not-on-border'),
    through: count('connector-through-item'),
    oblique: count('oblique'),
    words: count('words-on-item', 'words-on-words'),
    covers: total(coversOf),
    crossings: total(crossingsOf),
    bends: total(bendsOf),
    area: total(areaOf),
    defects,
  };
}

/** Drawn by people and by us; undefined for a file without a drawing. */
function compare(path) {
  const { definitions } = readModel(readFileSync(join(corpus, path), 'utf8'));
  if (!is(definitions, 'cmmn:Definitions')) return [];
  const drawn = (definitions.CMMNDI?.diagrams ?? []).filter(({ diagramElements }) => diagramElements.length > 0);
  const human = measure(drawn);
  if (human.shapes === 0) return [];
  return [{ path, human, ours: measure(layoutCases(definitions, looksOfCases(drawingOfCases(definitions))).value) }];
}

const sum = (list, key) => list.reduce((total, item) => total + item[key], 0);

function rowsOf(results) {
  const columns = ['human', 'ours'].map((who) => results.map((result) => result[who]));
  const areas = results.map(({ ours, human }) => ours.area / human.area).sort((a, b) => a - b);
  const at = (share) => areas[Math.min(areas.length - 1, Math.floor(areas.length * share))]?.toFixed(2) ?? '-';
  const each = (text) => columns.map(text);
  const total = (key) => each((list) => sum(list, key));
  return [
    ['shapes', ...total('shapes'), ''],
    ['connectors', ...total('connectors'), ''],
    ['items on items', ...total('overlaps'), '0'],
    ['items out of their stage, criteria off borders', ...total('outside'), '0'],
    ['connectors through items', ...total('through'), '0'],
    ['connectors on connectors', ...total('covers'), '0'],
    ['words on anything', ...total('words'), '0'],
    ['crossings', ...total('crossings'), 'human'],
    ['files that cross more than human', '', results.filter(crossesMore).length, '0'],
    ['oblique connectors', ...total('oblique'), '0'],
    ['bends per connector', ...each((list) => (sum(list, 'bends') / sum(list, 'connectors')).toFixed(2)), ''],
    ['area / human, median (p90)', '', `${at(0.5)} (${at(0.9)})`, '1.0 (1.4)'],
  ];
}

function crossesMore({ ours, human }) {
  return ours.crossings > human.crossings;
}

function print(title, results) {
  console.log(`\n${title}: ${results.length} files`);
  console.log(`${''.padEnd(48)}${['human', 'ours', 'gate'].map((head) => head.padStart(13)).join('')}`);
  for (const [name, ...cells] of rowsOf(results))
    console.log(`${name.padEnd(48)}${cells.map((cell) => String(cell).padStart(13)).join('')}`);
}

function printFile({ path, human, ours }) {
  const found = ours.defects.map(({ kind, elements }) => `${kind} ${elements.join(' ')}`);
  if (crossesMore({ ours, human })) found.push(`${ours.crossings} crossings, human ${human.crossings}`);
  if (ours.covers > 0) found.push(`${ours.covers} connectors on connectors, human ${human.covers}`);
  if (ours.area > human.area * 1.4) found.push(`area ${(ours.area / human.area).toFixed(2)}`);
  if (found.length > 0) console.log(`${path}:\n  ${found.join('\n  ')}`);
}

if (existsSync(corpus)) {
  const files = globSync('**/*', { cwd: corpus }).filter((file) => /\.(cmmn|xml)$/.test(file));
  const results = files.sort().flatMap(compare);
  print('All', results);
  print(
    'Held out',
    results.filter((_, index) => index % 2 === 1),
  );
  if (process.argv.includes('--files')) for (const result of results) printFile(result);
} else console.log('The corpus of model files is not there: name the folder that holds it in PROCEDO_SHARED.');
