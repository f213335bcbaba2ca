import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawingOf,
  type LayoutFile,
  layout,
  type Pins,
  parseLayoutFile,
  pinsOf,
  printLayoutFile,
} from '../../src/layout/index.ts';
import { noLayoutFile } from '../../src/layout/layout-file.ts';
import { type BPMNDiagram, type Definitions, decodeXml, is, readModel } from '../../src/model/index.ts';
import { rowsOrOne, shared } from '../shared.ts';
import { applyEdit, editsOf } from './one-line-edits.ts';
import { defectsOf } from './quality.ts';
import { processXml, structuredProcess } from './random-process.ts';
import { stabilityOf } from './stability.ts';

function read(xml: string): Definitions {
  const { definitions } = readModel(xml);
  if (!definitions || !is(definitions, 'bpmn:Definitions')) throw new Error('No BPMN file.');
  return definitions;
}

/** Every box and line, in the order of ids. */
function placesOf(diagrams: readonly BPMNDiagram[]): string[] {
  const elements = diagrams.flatMap(({ plane }) => plane?.planeElement ?? []);
  const box = (bounds: { x?: number; y?: number; width?: number; height?: number } | undefined) =>
    bounds ? `${bounds.x},${bounds.y} ${bounds.width}x${bounds.height}` : '';
  const lines = elements.flatMap((element) => {
    if (is(element, 'bpmndi:BPMNShape'))
      return `${element.bpmnElement?.id} ${box(element.bounds)} ${box(element.label?.bounds)}`;
    if (!is(element, 'bpmndi:BPMNEdge')) return [];
    const points = element.waypoint.map(({ x, y }) => `${x},${y}`).join(' ');
    return `${element.bpmnElement?.id} ${points} ${box(element.label?.bounds)}`;
  });
  return lines.sort();
}

/** The model with its fresh drawing as pins. */
function drawn(xml: string): { before: BPMNDiagram[]; pins: Pins } {
  const definitions = read(xml);
  const before = layout(definitions).value;
  definitions.set('diagrams', before);
  return { before, pins: drawingOf(definitions) };
}

/** As they come out of a layout file in which the keys are the ids. */
function throughFile({ drawing, pins, further }: Pins): Pins {
  const file: LayoutFile = { ...noLayoutFile, drawing, pins, further };
  return pinsOf(parseLayoutFile(printLayoutFile(file)).value, (key) => key);
}

const folders = ['layout', 'mapping'].map((name) => new URL(`../fixtures/${name}/`, import.meta.url));
const fixtures = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.bpmn'))
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const),
);

describe('What is pinned stays to the letter', () => {
  it.each(fixtures)('%s', (_, xml) => {
    const { before, pins } = drawn(xml);
    expect(placesOf(layout(read(xml), throughFile(pins)).value)).toEqual(placesOf(before));
  });

  const reference = shared('corpus/bpmn/miwg-reference');
  const files = reference ? readdirSync(reference).filter((name) => name.endsWith('.bpmn')) : [];

  it.skipIf(!reference).each(rowsOrOne(files, 'a model'))('%s as a tool drew it', (name) => {
    const definitions = read(decodeXml(readFileSync(`${reference}/${name}`)).value ?? '');
    const shown = definitions.diagrams.filter(({ plane }) => plane);
    const { value } = layout(definitions, throughFile(drawingOf(definitions)));
    expect(placesOf(value)).toEqual(placesOf(shown));
  });

  it('shapes that have no whole box are not pinned', () => {
    const xml = drawnXml(
      '<bpmndi:BPMNShape id="a_di" bpmnElement="a"><dc:Bounds x="NaN" y="0" width="100" height="80"/></bpmndi:BPMNShape>',
    );
    expect(drawingOf(read(xml)).pins.get('a')?.bounds).toBeUndefined();
  });

  it('colours, open and closed sub-processes, gateways without a cross', () => {
    const shape = (id: string, facts: string) =>
      `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}" ${facts}><dc:Bounds x="0" y="0" width="50" height="50"/></bpmndi:BPMNShape>`;
    const xml = drawnXml(
      shape('a', 'bioc:fill="#ffe" color:border-color="#f00"') + shape('g', '') + shape('s', 'isExpanded="true"'),
    );
    const { value } = layout(read(xml), throughFile(drawingOf(read(xml))));
    const byId = new Map(value.flatMap(({ plane }) => plane?.planeElement ?? []).map((item) => [item.id, item]));
    expect(byId.get('a_di')?.$attrs).toMatchObject({ 'bioc:fill': '#ffe', 'bioc:stroke': '#f00' });
    expect(byId.get('g_di')?.get('isMarkerVisible')).toBeFalsy();
    expect(byId.get('s_di')?.get('isExpanded')).toBe(true);
  });
});

function drawnXml(shapes: string): string {
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
    xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0"
    xmlns:color="http://www.omg.org/spec/BPMN/non-normative/color/1.0"><bpmn:process id="p"><bpmn:task id="a"/><bpmn:exclusiveGateway id="g"/>
    <bpmn:subProcess id="s"/></bpmn:process><bpmndi:BPMNDiagram id="d"><bpmndi:BPMNPlane id="e" bpmnElement="p">${shapes}</bpmndi:BPMNPlane>
    </bpmndi:BPMNDiagram></bpmn:definitions>`;
}

const never = [
  'shape-on-shape',
  'flow-through-shape',
  'loose-end',
  'not-orthogonal',
  'not-on-border',
  'outside-parent',
];

/** Events at borders go with their hosts, on whichever side of a cut they stand themselves. */
function withoutBorderEvents(diagram: BPMNDiagram): BPMNDiagram {
  const { plane } = diagram;
  plane?.set(
    'planeElement',
    plane.planeElement.filter((shape) => !is(shape.get('bpmnElement'), 'bpmn:BoundaryEvent')),
  );
  return diagram;
}

describe('One-line edits of a pinned drawing', () => {
  it('keep the order of all shapes, meet nothing, and move nobody when a step goes', () => {
    fc.assert(
      fc.property(structuredProcess, fc.nat(), (process, choice) => {
        const xml = processXml(process, 2);
        const { before, pins } = drawn(xml);
        const definitions = read(xml);
        const edits = editsOf(definitions);
        const edit = edits[choice % edits.length];
        if (!edit) return;
        const touched = applyEdit(definitions, edit);
        const after = layout(definitions, pins).value;
        const { J, X } = stabilityOf(before, after, touched);
        const { O } = stabilityOf(before.map(withoutBorderEvents), after, touched);
        expect(O.count).toBe(0);
        if (edit.kind === 'delete') expect([J.count, X.count]).toEqual([0, 0]);
        const serious = after.flatMap(defectsOf).filter(({ kind }) => never.includes(kind));
        expect(serious).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('Whatever is pinned, wherever', () => {
  const place = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: -500, max: 3000 }) },
    fc.constantFrom(1e7, -1e7, 0.5),
  );
  const anywhere = fc.record({ x: place, y: place });
  const choice = fc.constantFrom('kept' as const, 'free' as const, 'moved' as const);

  it.each(fixtures)('%s is drawn, all of it', (_, xml) => {
    const { before, pins } = drawn(xml);
    const ids = [...pins.pins.keys()];
    fc.assert(
      fc.property(fc.array(fc.tuple(choice, anywhere), { minLength: ids.length, maxLength: ids.length }), (choices) => {
        const some = new Map(
          [...pins.pins].flatMap(([id, pin], index) => {
            const [what, at] = choices[index] ?? ['free', { x: 0, y: 0 }];
            if (what === 'free') return [];
            return [[id, what === 'moved' && pin.bounds ? { ...pin, bounds: { ...pin.bounds, ...at } } : pin] as const];
          }),
        );
        const { value } = layout(read(xml), { ...pins, pins: some });
        const idsOf = (lines: readonly string[]) => lines.map((line) => line.split(' ')[0]);
        expect(idsOf(placesOf(value))).toEqual(idsOf(placesOf(before)));
        expect(placesOf(value).filter((line) => /NaN|Infinity|undefined/.test(line))).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });
});
