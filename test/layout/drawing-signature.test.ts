/** Models with one signature have one drawing: the editor draws on what it has where only words change. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawingSignature, layout } from '../../src/layout/index.ts';
import { allElements, type Definitions, readModel, writeModel } from '../../src/model/index.ts';

const folder = 'test/fixtures/mapping';
const files = readdirSync(folder).filter((name) => name.endsWith('.bpmn'));

function read(file: string): Definitions {
  return readModel(readFileSync(`${folder}/${file}`, 'utf8')).definitions as Definitions;
}

function drawingOf(definitions: Definitions): string {
  definitions.set('diagrams', layout(definitions).value);
  const xml = writeModel(definitions);
  definitions.set('diagrams', []);
  return xml.slice(xml.indexOf('<bpmndi:BPMNDiagram'));
}

const edits: Readonly<Record<string, (name: string) => string>> = {
  'another letter': (name) => `${name}i`,
  'a long text': (name) => `${name} and a good deal of words behind it`,
  nothing: () => '',
};

describe.each(Object.entries(edits))('a label becomes %s', (_, edit) => {
  test.each(files)('%s', (file) => {
    const before = { signature: drawingSignature(read(file)), drawing: drawingOf(read(file)) };
    const names = [...allElements(read(file))].filter((element) => typeof element.get('name') === 'string').length;
    for (let index = 0; index < names; index++) {
      const changed = read(file);
      const element = [...allElements(changed)].filter((one) => typeof one.get('name') === 'string')[index];
      element?.set('name', edit(String(element.get('name'))));
      if (drawingSignature(changed) === before.signature) expect(drawingOf(changed)).toBe(before.drawing);
    }
  });
});

test('the words of a task are no part of it, its place in the flow is', () => {
  const xml = (name: string, target: string) =>
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><task id="a" name="${name}"/><task id="b"/><task id="c"/>
     <sequenceFlow id="f" sourceRef="a" targetRef="${target}"/></process></definitions>`;
  const signature = (text: string) => drawingSignature(readModel(text).definitions as Definitions);
  expect(signature(xml('A', 'b'))).toBe(signature(xml('Another', 'b')));
  expect(signature(xml('A', 'b'))).not.toBe(signature(xml('A', 'c')));
});
