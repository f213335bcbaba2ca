import { describe, expect, it } from 'vitest';
import { type BPMNDiagram, createElement, type Definitions, is, readModel } from '../../src/model/index.ts';
import { applyEdit, editsOf } from './one-line-edits.ts';
import { type Stability, stabilityOf } from './stability.ts';

const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">
  <laneSet id="s"><lane id="l"><flowNodeRef>a</flowNodeRef><flowNodeRef>b</flowNodeRef><flowNodeRef>c</flowNodeRef></lane></laneSet>
  <task id="a"/><task id="b"/><boundaryEvent id="late" attachedToRef="c"/><task id="c"/><endEvent id="e"/>
  <sequenceFlow id="ab" sourceRef="a" targetRef="b"/><sequenceFlow id="bc" sourceRef="b" targetRef="c"/>
  <sequenceFlow id="ce" sourceRef="c" targetRef="e"/></process></definitions>`;

function read(): Definitions {
  return readModel(xml).definitions as Definitions;
}

describe('One-line edits', () => {
  it('are the steps on one way, and the flows', () => {
    const edits = editsOf(read()).map(({ kind, id }) => `${kind} ${id}`);
    expect(edits).toEqual(['delete b', 'insert ab', 'insert bc', 'insert ce']);
  });

  it('join the flows of a step that is deleted', () => {
    const definitions = read();
    const { flows, downstream } = applyEdit(definitions, { kind: 'delete', id: 'b' });
    const process = definitions.rootElements.find((root) => is(root, 'bpmn:Process'));
    const left = process?.flowElements.filter((element) => is(element, 'bpmn:SequenceFlow'));
    expect(left?.map(({ id, targetRef }) => `${id} to ${targetRef?.id}`)).toEqual(['ab to c', 'ce to e']);
    expect(process?.laneSets[0]?.lanes[0]?.flowNodeRef.map(({ id }) => id)).toEqual(['a', 'c']);
    expect([...flows]).toEqual(['ab', 'bc']);
    expect([...downstream].sort()).toEqual(['b', 'c', 'e', 'late']);
  });

  it('put a step on a flow, in the lane of its source', () => {
    const definitions = read();
    applyEdit(definitions, { kind: 'insert', id: 'bc' });
    const process = definitions.rootElements.find((root) => is(root, 'bpmn:Process'));
    expect(process?.laneSets[0]?.lanes[0]?.flowNodeRef.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'inserted_step']);
    expect(process?.flowElements.at(-1)?.get('targetRef')).toMatchObject({ id: 'c' });
  });
});

/** A drawing of `read()`: places of a, b and c, and the way of a flow. */
function drawing(places: readonly (readonly [string, number, number])[], path: readonly (readonly [number, number])[]) {
  const process = read().rootElements.find((root) => is(root, 'bpmn:Process'));
  const named = (id: string) => process?.flowElements.find((element) => element.id === id);
  const shapes = places.map(([id, x, y]) =>
    createElement('bpmndi:BPMNShape', {
      bpmnElement: named(id),
      bounds: createElement('dc:Bounds', { x, y, width: 100, height: 80 }),
    }),
  );
  const waypoint = path.map(([x, y]) => createElement('dc:Point', { x, y }));
  const edge = createElement('bpmndi:BPMNEdge', { bpmnElement: named('bc'), waypoint });
  const plane = createElement('bpmndi:BPMNPlane', { bpmnElement: process, planeElement: [...shapes, edge] });
  return [createElement('bpmndi:BPMNDiagram', { plane })];
}

const counts = (before: BPMNDiagram[], after: BPMNDiagram[]): Record<keyof Stability, string> => {
  const { J, X, O, R } = stabilityOf(before, after, { flows: new Set(['ab']), downstream: new Set(['c']) });
  const text = ({ count, of }: Stability['J']) => `${count} of ${of}`;
  return { J: text(J), X: text(X), O: text(O), R: text(R) };
};

describe('Stability', () => {
  const before = drawing(
    [
      ['a', 100, 100],
      ['b', 300, 100],
      ['c', 500, 100],
    ],
    [
      [400, 140],
      [500, 140],
    ],
  );

  it('is whole where all moves up or down together, and what is behind the edit moves to the right', () => {
    const after = drawing(
      [
        ['a', 100, 70],
        ['b', 300, 70],
        ['c', 700, 70],
      ],
      [
        [400, 110],
        [700, 110],
      ],
    );
    expect(counts(before, after)).toEqual({ J: '0 of 3', X: '0 of 2', O: '0 of 3', R: '0 of 1' });
  });

  it('counts jumps, moves, flips and flows led otherwise', () => {
    const after = drawing(
      [
        ['a', 100, 100],
        ['b', 510, 220],
        ['c', 500, 100],
      ],
      [
        [560, 220],
        [560, 180],
      ],
    );
    expect(counts(before, after)).toEqual({ J: '1 of 3', X: '1 of 2', O: '1 of 3', R: '1 of 1' });
  });
});
