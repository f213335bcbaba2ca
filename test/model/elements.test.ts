import { describe, expect, it } from 'vitest';
import {
  allElements,
  append,
  createElement,
  type Definitions,
  elementsById,
  is,
  ownValuesOf,
  readModel,
  referenceText,
  setReferenceText,
  sourceOf,
  writeModel,
} from '../../src/model/index.ts';

function smallModel(): Definitions {
  const definitions = createElement('bpmn:Definitions', { id: 'd', targetNamespace: 'http://example.com' });
  const process = append(definitions, 'rootElements', createElement('bpmn:Process', { id: 'p', isExecutable: true }));
  const start = append(process, 'flowElements', createElement('bpmn:StartEvent', { id: 's' }));
  const task = append(process, 'flowElements', createElement('bpmn:UserTask', { id: 't', name: 'Pay <now>' }));
  const condition = createElement('bpmn:FormalExpression', { body: ' a < b ' });
  const flow = createElement('bpmn:SequenceFlow', {
    id: 'f',
    sourceRef: start,
    targetRef: task,
    conditionExpression: condition,
  });
  append(process, 'flowElements', flow);
  append(start, 'outgoing', flow);
  append(task, 'incoming', flow);
  const bounds = createElement('dc:Bounds', { x: 1, y: 2, width: 100, height: 80 });
  const shape = createElement('bpmndi:BPMNShape', { id: 't_di', bpmnElement: task, bounds });
  const waypoint = [createElement('dc:Point', { x: 1, y: 2 }), createElement('dc:Point', { x: 3, y: 4 })];
  const edge = createElement('bpmndi:BPMNEdge', { id: 'f_di', bpmnElement: flow, waypoint });
  const plane = createElement('bpmndi:BPMNPlane', { id: 'plane', bpmnElement: process, planeElement: [shape, edge] });
  append(definitions, 'diagrams', createElement('bpmndi:BPMNDiagram', { id: 'diagram', plane }));
  return definitions;
}

const WRITTEN = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="http://example.com">
  <bpmn:process id="p" isExecutable="true">
    <bpmn:startEvent id="s">
      <bpmn:outgoing>f</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:userTask id="t" name="Pay &lt;now&gt;">
      <bpmn:incoming>f</bpmn:incoming>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t">
      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression"> a &lt; b </bpmn:conditionExpression>
    </bpmn:sequenceFlow>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="p">
      <bpmndi:BPMNShape id="t_di" bpmnElement="t">
        <dc:Bounds x="1" y="2" width="100" height="80" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="f_di" bpmnElement="f">
        <di:waypoint x="1" y="2" />
        <di:waypoint x="3" y="4" />
      </bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;

describe('new elements', () => {
  it('are written under the customary prefixes, in the order of the schema', () => {
    expect(writeModel(smallModel())).toBe(WRITTEN);
  });

  it('have empty lists and defaults where nothing is set', () => {
    const event = createElement('bpmn:StartEvent');
    expect(event.outgoing).toEqual([]);
    expect(event.isInterrupting).toBe(true);
    expect(event.name).toBeUndefined();
    expect(ownValuesOf(createElement('bpmn:Task', { id: 't' }))).toEqual([['id', 't']]);
  });

  it('say nothing by what only other types have, and keep what code for other models puts there', () => {
    const [task, other] = [createElement('bpmn:Task'), createElement('bpmn:Task')];
    expect(Reflect.get(task, 'flowElements')).toBeUndefined();
    Reflect.set(task, 'flowElements', [other]);
    expect([Reflect.get(task, 'flowElements'), Reflect.get(other, 'flowElements')]).toEqual([[other], undefined]);
    expect(ownValuesOf(task)).toEqual([]);
  });

  it('know what they are and who contains them', () => {
    const task = createElement('bpmn:UserTask');
    const process = createElement('bpmn:Process', { flowElements: [task] });
    expect(task.$parent).toBe(process);
    expect([is(task, 'bpmn:Activity'), is(task, 'bpmn:Event'), task.$instanceOf('bpmn:BaseElement')]).toEqual([
      true,
      false,
      true,
    ]);
    expect(() => createElement('bpmn:Nothing' as 'bpmn:Task')).toThrow(/no type bpmn:Nothing/);
  });

  it('are found by id, the first of two', () => {
    const definitions = smallModel();
    const ids = [...elementsById(definitions).keys()];
    expect(ids).toEqual(['d', 'p', 's', 't', 'f', 'diagram', 'plane', 't_di', 'f_di']);
    expect([...allElements(definitions)]).toHaveLength(13);
  });
});

describe('a model that was read and changed', () => {
  const read = (xml: string): Definitions => readModel(xml).definitions as Definitions;
  const before = WRITTEN.replace('  <bpmn:process', '  <!-- kept --><bpmn:process')
    .replaceAll('bpmn:', 'b:')
    .replace('xmlns:bpmn', 'xmlns:b');

  it('keeps its prefixes for what is new, and places it by the schema', () => {
    const definitions = read(before);
    const process = elementsById(definitions).get('p');
    if (!is(process, 'bpmn:Process')) throw new Error('no process');
    process.flowElements.splice(1, 0, createElement('bpmn:ManualTask', { id: 'new' }));
    process.set('documentation', [createElement('bpmn:Documentation', { text: 'why' })]);
    const added = '<b:documentation>why</b:documentation>\n    <b:startEvent';
    expect(writeModel(definitions)).toBe(
      before
        .replace('<!-- kept --><', '<!-- kept -->\n  <')
        .replace('<b:startEvent', added)
        .replace('    <b:userTask', '    <b:manualTask id="new" />\n    <b:userTask'),
    );
  });

  it('writes what was changed and leaves out what was taken away', () => {
    const definitions = read(before);
    const flow = elementsById(definitions).get('f');
    const task = elementsById(definitions).get('t');
    if (!is(flow, 'bpmn:SequenceFlow') || !is(task, 'bpmn:UserTask')) throw new Error('not read');
    flow.conditionExpression?.set('body', 'c > d');
    task.set('name', undefined);
    task.incoming.pop();
    task.set('id', 'renamed');
    definitions.diagrams = [];
    const after = writeModel(definitions);
    expect(after).toContain('<b:conditionExpression xsi:type="b:tFormalExpression">c &gt; d</b:conditionExpression>');
    expect(after).toContain('<b:userTask id="renamed" />');
    expect(after).toContain('targetRef="renamed"');
    expect(after).not.toContain('BPMNDiagram');
  });

  it('takes new foreign attributes under the prefix that the file has for them', () => {
    const xml = WRITTEN.replace(' id="d"', ' xmlns:c="http://bpmn.io/schema/bpmn/biocolor/1.0" id="d"').replace(
      'id="t_di"',
      'id="t_di" c:fill="red"',
    );
    const definitions = read(xml);
    const shape = elementsById(definitions).get('t_di');
    expect(shape?.get('bioc:fill')).toBe('red');
    shape?.set('bioc:stroke', 'blue');
    expect(writeModel(definitions)).toContain('c:fill="red" bpmnElement="t" c:stroke="blue"');
    const fresh = smallModel();
    elementsById(fresh).get('t_di')?.set('color:border-color', '#000');
    expect(writeModel(fresh)).toContain('xmlns:color="http://www.omg.org/spec/BPMN/non-normative/color/1.0"');
  });

  it('leaves out new foreign attributes that no reader could read', () => {
    for (const model of [smallModel(), read(WRITTEN)]) {
      const before = writeModel(model);
      const task = elementsById(model).get('t');
      for (const name of ['nobody:knows', 'two words', ':a', 'a:', '1']) task?.set(name, 'x');
      expect(writeModel(model)).toBe(before);
    }
  });

  it('tells where things were, and what references to nothing say', () => {
    const definitions = read(
      WRITTEN.replace('sourceRef="s"', 'sourceRef="nobody"').replace('<bpmn:incoming>f', '<bpmn:incoming>g'),
    );
    const flow = elementsById(definitions).get('f');
    const task = elementsById(definitions).get('t');
    if (!flow || !task) throw new Error('not read');
    expect(sourceOf(flow)).toEqual({ start: { line: 9, character: 4 }, end: { line: 9, character: 63 } });
    expect([referenceText(flow, 'sourceRef'), referenceText(flow, 'targetRef')]).toEqual(['nobody', undefined]);
    expect(referenceText(task, 'incoming')).toBe('g');
    setReferenceText(flow, 'sourceRef', 'x:other');
    setReferenceText(task, 'incoming', undefined);
    expect(writeModel(definitions)).toContain('sourceRef="x:other"');
    expect(writeModel(definitions)).not.toContain('incoming');
  });

  it('shows foreign elements as moddle does', () => {
    const extension =
      '<bpmn:extensionElements><x:a xmlns:x="urn:x" k="1">t<x:b x:k="2" /></x:a></bpmn:extensionElements>';
    const definitions = read(WRITTEN.replace('<bpmn:incoming>f</bpmn:incoming>', extension));
    const task = elementsById(definitions).get('t');
    if (!is(task, 'bpmn:UserTask')) throw new Error('not read');
    const [foreign] = task.extensionElements?.values ?? [];
    expect(foreign).toMatchObject({
      $type: 'x:a',
      k: '1',
      $body: 't',
      $children: [{ $type: 'x:b', 'x:k': '2', $children: [] }],
    });
    expect(foreign?.$descriptor.ns).toEqual({ prefix: 'x', localName: 'a', uri: 'urn:x' });
    task.extensionElements?.values.pop();
    expect(writeModel(definitions)).toContain('<bpmn:extensionElements />');
  });
});

/** More children than a call takes arguments. */
it('130,000 steps are written and read', { timeout: 120_000 }, () => {
  const process = createElement('bpmn:Process', { id: 'p' });
  const definitions = createElement('bpmn:Definitions', { rootElements: [process] });
  for (let n = 0; n < 130_000; n++) append(process, 'flowElements', createElement('bpmn:Task', { id: `t${n}` }));
  const text = writeModel(definitions);
  const again = readModel(text).definitions as Definitions;
  expect(writeModel(again)).toBe(text);
  expect(elementsById(again).size).toBe(130_001);
});
