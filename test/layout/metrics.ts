/** What a drawing costs its reader, as numbers that do not depend on the machine: each is better the less it is. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Point } from '../../src/base/geometry.ts';
import {
  type BPMNDiagram,
  type CmmnDefinitions,
  type Definitions,
  is,
  type ModelElement,
} from '../../src/model/index.ts';
import { caseMetricsOf } from './cases/case-quality.ts';
import { crossingsOf, defectsOf } from './quality.ts';

export interface Metrics {
  readonly defects: number;
  readonly crossings: number;
  readonly bends: number;
  /** px of all flows. */
  readonly length: number;
  /** Thousand square px of the boxes around the diagrams. */
  readonly area: number;
}

const root = join(import.meta.dirname, '../..');

const judged = [
  'test/fixtures/layout/*.{bpmn,procedo}',
  'test/fixtures/layout/cases/*.cmmn',
  'test/fixtures/cmmn/*.procedo',
  'examples/**/*.procedo',
];

/** What layouts are looked at on: every layout fixture, the cases of other tools, and every example, by name, with its path. */
export function picturesToJudge(): Map<string, string> {
  const paths = globSync(judged, { cwd: root }).sort();
  return new Map(paths.map((path) => [basename(path), join(root, path)]));
}

/** The metrics of the drawing that a model has. */
export function metricsOfModel(definitions: Definitions | CmmnDefinitions): Metrics {
  return is(definitions, 'cmmn:Definitions')
    ? caseMetricsOf(definitions.CMMNDI?.diagrams ?? [])
    : metricsOf(definitions.diagrams);
}

/** The metrics of all diagrams of one model together. */
export function metricsOf(diagrams: readonly BPMNDiagram[]): Metrics {
  const elements = diagrams.flatMap((diagram) => diagram.plane?.planeElement ?? []);
  const edges = elements.filter((element) => is(element, 'bpmndi:BPMNEdge'));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    defects: diagrams.flatMap(defectsOf).length,
    crossings: sum(diagrams.map(crossingsOf)),
    bends: sum(edges.map(({ waypoint }) => Math.max(0, waypoint.length - 2))),
    length: Math.round(sum(edges.map(({ waypoint }) => lengthOf(waypoint)))),
    area: Math.round(sum(diagrams.map(areaOf)) / 1000),
  };
}

function lengthOf(points: readonly Point[]): number {
  return points
    .slice(1)
    .reduce((sum, b, index) => sum + Math.hypot(b.x - (points[index] ?? b).x, b.y - (points[index] ?? b).y), 0);
}

function areaOf({ plane }: BPMNDiagram): number {
  const points = (plane?.planeElement ?? []).flatMap(cornersOf);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return points.length === 0 ? 0 : (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
}

function cornersOf(element: ModelElement): Point[] {
  if (is(element, 'bpmndi:BPMNEdge')) return element.waypoint;
  const bounds = is(element, 'bpmndi:BPMNShape') ? element.bounds : undefined;
  return bounds ? [bounds, { x: bounds.x + (bounds.width ?? 0), y: bounds.y + (bounds.height ?? 0) }] : [];
}

export type Baseline = Readonly<Record<string, Metrics>>;

const baselinePath = join(root, 'test/fixtures/layout/baseline.json');
/** Counts are exact; px may grow a little, as where a label becomes longer. */
const slack: Metrics = { defects: 0, crossings: 0, bends: 0, length: 0.02, area: 0.02 };
const names = Object.keys(slack) as (keyof Metrics)[];

export function readBaseline(): Baseline {
  return JSON.parse(readFileSync(baselinePath, 'utf8'));
}

/** A line a picture, so that a change is a small diff. */
export function printBaseline(baseline: Baseline): string {
  const lines = Object.entries(baseline)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, metrics]) => `  ${JSON.stringify(name)}: ${JSON.stringify(metrics).replaceAll(/[:,]/g, '$& ')}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** What is worse than before, or better: `3 bends, were 2`. */
export function differences(before: Metrics, now: Metrics): { worse: string[]; better: string[] } {
  const said = (name: keyof Metrics) => `${now[name]} ${name}, were ${before[name]}`;
  return {
    worse: names.filter((name) => now[name] > before[name] * (1 + slack[name])).map(said),
    better: names.filter((name) => now[name] < before[name] * (1 - slack[name])).map(said),
  };
}

export { baselinePath };
