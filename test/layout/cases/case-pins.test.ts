/** Pins of cases: what stands stays to the letter, what is new meets nothing. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawingOfCases,
  type LayoutFile,
  layoutCases,
  noLayoutFile,
  type Pins,
  parseLayoutFile,
  pinsOf,
  printLayoutFile,
} from '../../../src/layout/index.ts';
import { type CmmnDefinitions, type CmmnDi, createElement, is, readModel } from '../../../src/model/index.ts';
import { rowsOrOne, shared } from '../../shared.ts';
import { CaseDrawing, type Shape } from './case-drawing.ts';
import { caseDefectsOf } from './case-quality.ts';
import { caseXml, randomCase } from './random-case.ts';

function read(xml: string): CmmnDefinitions {
  const { definitions } = readModel(xml);
  if (!definitions || !is(definitions, 'cmmn:Definitions')) throw new Error('No CMMN file.');
  return definitions;
}

/** As they come out of a layout file in which the keys are the ids. */
function throughFile({ drawing, pins, further }: Pins): Pins {
  const file: LayoutFile = { ...noLayoutFile, notation: 'cmmn', drawing, pins, further };
  const { value, problems } = parseLayoutFile(printLayoutFile(file));
  expect(problems).toEqual([]);
  return pinsOf(value, (key) => key);
}

/** The model with its fresh drawing, and that as pins. */
function drawn(xml: string): { before: CmmnDi.CMMNDiagram[]; pins: Pins } {
  const definitions = read(xml);
  const before = layoutCases(definitions).value;
  definitions.set('CMMNDI', createElement('cmmndi:CMMNDI', { diagrams: before }));
  return { before, pins: throughFile(drawingOfCases(definitions)) };
}

type Box = { readonly x?: number; readonly y?: number; readonly width?: number; readonly height?: number } | undefined;
const boxText = (box: Box) => (box ? `${box.x},${box.y} ${box.width}x${box.height}` : '');

/** Boxes of shapes and of their words by the ids of what they show. */
function shapesOf(diagrams: readonly CmmnDi.CMMNDiagram[]): string[] {
  const elements = diagrams.flatMap(({ diagramElements }) => diagramElements);
  return elements
    .flatMap((each) =>
      is(each, 'cmmndi:CMMNShape') && each.cmmnElementRef?.id
        ? [`${each.cmmnElementRef.id} ${boxText(each.bounds)} ${boxText(each.label?.bounds)}`]
        : [],
    )
    .sort();
}

/** Points of lines, whichever end they begin at, and boxes of their words. */
function linesOf(diagrams: readonly CmmnDi.CMMNDiagram[], counts: (edge: CmmnDi.CMMNEdge) => boolean): string[] {
  const edges = diagrams
    .flatMap(({ diagramElements }) => diagramElements)
    .filter((each) => is(each, 'cmmndi:CMMNEdge'));
  return edges
    .filter(counts)
    .map(({ waypoint, label }) => {
      const points = waypoint.map(({ x, y }) => `${x},${y}`);
      const [first] = [points.join(' '), points.toReversed().join(' ')].sort();
      return `${first} ${boxText(label?.bounds)}`;
    })
    .sort();
}

const folder = join(import.meta.dirname, '../../fixtures/layout/cases');
const all = () => true;

describe('What is pinned stays to the letter', () => {
  it.each(globSync('*.cmmn', { cwd: folder }).sort())('%s', (name) => {
    const xml = readFileSync(join(folder, name), 'utf8');
    const { before, pins } = drawn(xml);
    const { value } = layoutCases(read(xml), pins);
    expect([shapesOf(value), linesOf(value, all)]).toEqual([shapesOf(before), linesOf(before, all)]);
  });

  const corpus = shared('corpus/cmmn');
  const files = corpus ? globSync('**/*', { cwd: corpus }).filter((file) => /\.(cmmn|xml)$/.test(file)) : [];

  /** Whether a line stands for a part of the model that cases are drawn by. */
  const isOfModel = ({ cmmnElementRef }: CmmnDi.CMMNEdge) =>
    (is(cmmnElementRef, 'cmmn:OnPart') || is(cmmnElementRef, 'cmmn:Association')) && cmmnElementRef.id !== undefined;

  it.skipIf(!corpus).each(rowsOrOne(files.sort(), 'a model'))('%s as a tool drew it', (name) => {
    const { definitions } = readModel(readFileSync(join(corpus ?? '', name), 'utf8'));
    if (!is(definitions, 'cmmn:Definitions')) return;
    const shown = (definitions.CMMNDI?.diagrams ?? []).filter(({ diagramElements }) => diagramElements.length > 0);
    if (shapesOf(shown).length === 0) return;
    const { value } = layoutCases(definitions, throughFile(drawingOfCases(definitions)));
    expect(shapesOf(value)).toEqual(shapesOf(shown));
    const lines = linesOf(shown, all);
    expect(linesOf(value, all).filter((line) => !lines.includes(line))).toEqual([]);
    expect(linesOf(value, all)).toEqual(expect.arrayContaining(linesOf(shown, isOfModel)));
  });
});

/** The file without an item of the plan or of a stage, and without what waits for it. */
function without(xml: string, id: string): string {
  const item = new RegExp(`<(planItem|discretionaryItem) id="${id}" [^>]*?(?:/>|>.*?</\\1>)`, 's');
  const gone = item.exec(xml)?.[0] ?? '';
  const criteria = [...gone.matchAll(/Criterion id="(\w+)"/g)].map((match) => match[1]);
  const parts = /<planItemOnPart id="\w+" sourceRef="([\w-]+)"(?: exitCriterionRef="(\w+)")?>.*?<\/planItemOnPart>/gs;
  return xml
    .replace(gone, '')
    .replace(parts, (part, source, exit) => (source === id || (exit && criteria.includes(exit)) ? '' : part));
}

function itemsOf(xml: string): string[] {
  return [...xml.matchAll(/<(?:planItem|discretionaryItem) id="([\w-]+)"/g)].flatMap((match) => match[1] ?? []);
}

describe('One-item edits of a pinned drawing', () => {
  const never = ['item-on-item', 'outside-parent', 'not-on-border', 'connector-through-item', 'oblique', 'loose-end'];
  const serious = (diagrams: readonly CmmnDi.CMMNDiagram[]) =>
    diagrams.flatMap((diagram) => caseDefectsOf(new CaseDrawing(diagram))).filter(({ kind }) => never.includes(kind));

  it('an item that goes moves nobody', () => {
    fc.assert(
      fc.property(randomCase(5, 12), fc.nat(), (model, choice) => {
        const xml = caseXml(model);
        const ids = itemsOf(xml);
        const after = without(xml, ids[choice % ids.length] ?? '');
        const { before, pins } = drawn(xml);
        const { value } = layoutCases(read(after), pins);
        const kept = new Set(shapesOf(before));
        expect(shapesOf(value).filter((shape) => !kept.has(shape))).toEqual([]);
        expect(serious(value)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('an item that comes meets nothing, and the order of the others stays', () => {
    fc.assert(
      fc.property(randomCase(5, 12), fc.nat(), (model, choice) => {
        const after = caseXml(model);
        const ids = itemsOf(after);
        const { before, pins } = drawn(without(after, ids[choice % ids.length] ?? ''));
        const { value } = layoutCases(read(after), pins);
        expect(serious(value)).toEqual([]);
        const [old, now] = [before, value].map((diagrams) => diagrams.map((diagram) => new CaseDrawing(diagram)));
        // A stage that grows may reach farther than it did, and what is on its border.
        const boxes = (old?.[0]?.shapes ?? []).filter(
          ({ isContainer, element }) => !isContainer && !is(element, 'cmmn:Criterion'),
        );
        const parentOf = (shape: Shape) => old?.[0]?.parentOf(shape.element);
        for (const a of boxes) {
          for (const b of boxes) {
            if (a.box.x + a.box.width > b.box.x || parentOf(a) !== parentOf(b)) continue;
            const [left, right] = [now?.[0]?.box(a.id), now?.[0]?.box(b.id)];
            expect((left?.x ?? 0) + (left?.width ?? 0), `${a.id} left of ${b.id}`).toBeLessThanOrEqual(right?.x ?? 0);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
