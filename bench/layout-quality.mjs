/**
 * How good our drawings are beside people's own: 100 models of `layout-quality-set.json` laid out anew, each count beside that of the drawing
 * in the file. Half of the list is held out: rules are tuned on the other half alone.
 *
 *   node bench/layout-quality.mjs [--files]      `--files` names what is left, file by file
 */
import '../scripts/project-node.mjs';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { forwardGraph } from '../src/layout/forward-graph.ts';
import { layout } from '../src/layout/index.ts';
import { mainWay } from '../src/layout/main-way.ts';
import { readSheets } from '../src/layout/read-sheets.ts';
import { is, readModel } from '../src/model/index.ts';
import { crossingsAmong, crossingsOf, defectsOf } from '../test/layout/quality.ts';

const root = join(import.meta.dirname, '..');
const corpus = resolve(root, process.env.PROCEDO_SHARED ?? '../shared', 'corpus/bpmn');
const set = JSON.parse(readFileSync(join(import.meta.dirname, 'layout-quality-set.json'), 'utf8'));
const labelDefects = ['label-on-shape', 'label-on-flow', 'label-on-label'];

function definitionsOf(path) {
  return readModel(readFileSync(join(corpus, path), 'utf8')).definitions;
}

/** All counts of the drawings that a model has. */
function measure(definitions) {
  const planes = definitions.diagrams.filter((diagram) => diagram.plane);
  const elements = planes.flatMap(({ plane }) => plane.planeElement);
  const shapes = elements.filter((element) => is(element, 'bpmndi:BPMNShape') && element.bounds);
  const flows = elements.filter(({ bpmnElement }) => bpmnElement && isFlow(bpmnElement));
  const defects = planes.flatMap(defectsOf);
  const count = (...kinds) => defects.filter(({ kind }) => kinds.includes(kind)).length;
  const spine = spineOf(definitions, new Map(shapes.map((shape) => [shape.bpmnElement?.id, shape.bounds])));
  return {
    flows: flows.length,
    overlaps: count('shape-on-shape'),
    through: count('flow-through-shape'),
    labels: count(...labelDefects),
    covers: count('flow-on-flow'),
    crossings: planes.reduce((sum, diagram) => sum + crossingsAmong(diagram, isFlow), 0),
    allCrossings: planes.reduce((sum, diagram) => sum + crossingsOf(diagram), 0),
    bends: flows.reduce((sum, { waypoint }) => sum + bendsOf(waypoint), 0),
    area: planes.reduce((sum, { plane }) => sum + areaOf(plane.planeElement), 0),
    ...spine,
    defects,
  };
}

/** Lines of data and notes are counted apart: people leave many of them out. */
function isFlow(element) {
  return is(element, 'bpmn:SequenceFlow') || is(element, 'bpmn:MessageFlow');
}

/** Points where a line turns. */
function bendsOf(points) {
  const turns = points.filter((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (!before || !after) return false;
    return Math.abs((point.x - before.x) * (after.y - point.y) - (point.y - before.y) * (after.x - point.x)) > 1;
  });
  return turns.length;
}

function areaOf(elements) {
  const boxes = elements.flatMap((element) => [element.bounds ?? [], element.label?.bounds ?? []].flat());
  const points = elements.flatMap((element) => element.waypoint ?? []);
  const [xs, ys] = [
    [...boxes.flatMap(({ x, width }) => [x, x + width]), ...points.map(({ x }) => x)],
    [...boxes.flatMap(({ y, height }) => [y, y + height]), ...points.map(({ y }) => y)],
  ];
  const extent = (values) => (values.length > 0 ? Math.max(...values) - Math.min(...values) : 0);
  return extent(xs) * extent(ys);
}

/** Steps along the main way from the first start of each scope that stay in their lane, and how many of them are level. */
function spineOf(definitions, boundsOf) {
  let [steps, level] = [0, 0];
  const visit = (scope) => {
    const graph = forwardGraph(scope);
    const { next } = mainWay(graph);
    const start = graph.order.filter((node) => graph.in.get(node)?.length === 0 && next.has(node)).at(-1);
    for (let flow = start && next.get(start); flow; flow = next.get(flow.target)) {
      const [a, b] = [boundsOf.get(flow.source.id), boundsOf.get(flow.target.id)];
      if (!a || !b || flow.source.band !== flow.target.band) continue;
      steps++;
      if (Math.abs(a.y + a.height / 2 - b.y - b.height / 2) <= 2) level++;
    }
    for (const node of scope.nodes) if (node.inner) visit(node.inner);
  };
  for (const { scope } of readSheets(definitions)) visit(scope);
  return { steps, level };
}

/** Drawn by people and by us; a model that we cannot lay out counts as a crash. */
function compare(path) {
  const human = measure(definitionsOf(path));
  const bare = definitionsOf(path);
  bare.set('diagrams', []);
  try {
    bare.set('diagrams', layout(bare).value);
    return { path, human, ours: measure(bare) };
  } catch (error) {
    return { path, human, crash: error };
  }
}

const sum = (list, key) => list.reduce((total, item) => total + item[key], 0);

const per100 = (list, key) => ((100 * sum(list, key)) / sum(list, 'flows')).toFixed(2);

function rowsOf(results) {
  const drawn = results.filter(({ ours }) => ours);
  const columns = ['human', 'ours'].map((who) => drawn.map((result) => result[who]));
  const areas = drawn.map(({ ours, human }) => ours.area / human.area).sort((a, b) => a - b);
  const at = (share) => areas[Math.min(areas.length - 1, Math.floor(areas.length * share))]?.toFixed(2) ?? '-';
  const each = (text) => columns.map(text);
  return [
    ['crashes', '', results.length - drawn.length, '0'],
    ['shapes on shapes', ...each((list) => sum(list, 'overlaps')), '0'],
    ['flows through shapes', ...each((list) => sum(list, 'through')), '0'],
    ['flows on flows', ...each((list) => sum(list, 'covers')), '0'],
    ['labels on anything', ...each((list) => sum(list, 'labels')), '0'],
    ['crossings per 100 flows', ...each((list) => per100(list, 'crossings')), '1.5'],
    [
      '… in files where people cross <= 1',
      ...each((list) =>
        per100(
          list.filter((_, index) => drawn[index].human.crossings <= 1),
          'crossings',
        ),
      ),
      '1.5',
    ],
    ['… with lines of data and notes', ...each((list) => per100(list, 'allCrossings')), ''],
    ['files that cross more than human', '', drawn.filter(crossesMore).length, `${(results.length * 12) / 100}`],
    ['bends per flow', ...each((list) => (sum(list, 'bends') / sum(list, 'flows')).toFixed(3)), '0.36'],
    ['area / human, median (p90)', '', `${at(0.5)} (${at(0.9)})`, '1.0 (1.4)'],
    [
      'main way level in its lane, %',
      ...each((list) => ((100 * sum(list, 'level')) / sum(list, 'steps')).toFixed(1)),
      '100',
    ],
  ];
}

function crossesMore({ ours, human }) {
  return ours.crossings > human.crossings;
}

function print(title, results) {
  console.log(
    `\n${title}: ${results.length} files, ${sum(
      results.map(({ human }) => human),
      'flows',
    )} flows`,
  );
  console.log(`${''.padEnd(38)}${['human', 'ours', 'gate'].map((head) => head.padStart(13)).join('')}`);
  for (const [name, ...cells] of rowsOf(results))
    console.log(`${name.padEnd(38)}${cells.map((cell) => String(cell).padStart(13)).join('')}`);
}

function printFile({ path, human, ours, crash }) {
  if (crash) console.log(`${path}: ${crash}`);
  if (!ours) return;
  const found = ours.defects.map(({ kind, elements }) => `${kind} ${elements.join(' ')}`);
  if (crossesMore({ ours, human })) found.push(`${ours.crossings} crossings, human ${human.crossings}`);
  if (ours.area > human.area * 1.4) found.push(`area ${(ours.area / human.area).toFixed(2)}`);
  if (found.length > 0) console.log(`${path}:\n  ${found.join('\n  ')}`);
}

if (existsSync(corpus)) {
  const tuning = set.tuning.map(compare);
  const heldOut = set.heldOut.map(compare);
  print('All', [...tuning, ...heldOut]);
  print('Tuned on', tuning);
  print('Held out', heldOut);
  if (process.argv.includes('--files')) for (const result of tuning) printFile(result);
} else console.log('The corpus of model files is not there: name the folder that holds it in PROCEDO_SHARED.');
