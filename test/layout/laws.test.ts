import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/index.ts';
import { type BPMNDiagram, is, readModel, writeModel } from '../../src/model/index.ts';
import { type DefectKind, defectsOf } from './quality.ts';
import { processXml, structuredProcess } from './random-process.ts';

const runs = { numRuns: 60 };

function draw(xml: string): BPMNDiagram[] {
  const { definitions } = readModel(xml);
  if (!definitions || !is(definitions, 'bpmn:Definitions')) throw new Error('No BPMN file.');
  return layout(definitions).value;
}

function print(xml: string): string {
  const { definitions } = readModel(xml);
  if (!definitions || !is(definitions, 'bpmn:Definitions')) throw new Error('No BPMN file.');
  definitions.set('diagrams', layout(definitions).value);
  return writeModel(definitions);
}

function places(xml: string): Map<string, string> {
  const shapes = draw(xml)
    .flatMap((diagram) => diagram.plane?.planeElement ?? [])
    .filter((element) => is(element, 'bpmndi:BPMNShape'));
  return new Map(shapes.map(({ bpmnElement, bounds }) => [bpmnElement?.id ?? '', `${bounds?.x},${bounds?.y}`]));
}

const never: readonly DefectKind[] = [
  'shape-on-shape',
  'flow-through-shape',
  'outside-parent',
  'not-on-border',
  'loose-end',
  'not-orthogonal',
];

describe('Laws of every drawing of a structured process', () => {
  it('no shape on a shape, no flow through one, all flows docked and orthogonal', () => {
    fc.assert(
      fc.property(structuredProcess, (process) => {
        const defects = draw(processXml(process)).flatMap(defectsOf);
        expect(defects.filter(({ kind }) => never.includes(kind))).toEqual([]);
      }),
      runs,
    );
  });

  it('the same input gives the same bytes', () => {
    fc.assert(
      fc.property(structuredProcess, (process) => {
        expect(print(processXml(process))).toBe(print(processXml(process)));
      }),
      { numRuns: 20 },
    );
  });

  it('a step appended at the end moves nobody', () => {
    fc.assert(
      fc.property(structuredProcess, (process) => {
        const before = places(processXml(process, 1));
        const after = places(processXml(process, 2));
        expect([...before].filter(([id, place]) => after.get(id) !== place)).toEqual([]);
      }),
      runs,
    );
  });
});

describe('Odd files', () => {
  const file = (content: string) =>
    `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">${content}</bpmn:definitions>`;

  it.each([
    ['nothing', ''],
    ['an empty process', '<bpmn:process id="p"/>'],
    ['an empty pool', '<bpmn:collaboration id="c"><bpmn:participant id="a"/></bpmn:collaboration>'],
    [
      'a pool of no process',
      '<bpmn:collaboration id="c"><bpmn:participant id="a" processRef="gone"/></bpmn:collaboration>',
    ],
    ['a choreography', '<bpmn:choreography id="c"><bpmn:choreographyTask id="t"/></bpmn:choreography>'],
    ['a step without an id', '<bpmn:process id="p"><bpmn:task/><bpmn:task id="t"/></bpmn:process>'],
    ['two steps of one id', '<bpmn:process id="p"><bpmn:task id="t"/><bpmn:task id="t"/></bpmn:process>'],
    ['a group of nobody', '<bpmn:process id="p"><bpmn:task id="t"/><bpmn:group id="g"/></bpmn:process>'],
  ])('%s is no reason to fail', (_, content) => {
    expect(draw(file(content)).flatMap(defectsOf)).toEqual([]);
  });

  it('a chain of 5,000 steps is drawn', () => {
    expect(places(processXml({ blocks: [], named: false }, 5000)).size).toBe(5002);
  });
});
