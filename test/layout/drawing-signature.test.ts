/** Models with one signature have one drawing: the editor draws on what it has where only words change. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawingSignature, layout, layoutCases } from '../../src/layout/index.ts';
import {
  allElements,
  type CmmnDefinitions,
  createElement,
  type Definitions,
  readModel,
  writeModel,
} from '../../src/model/index.ts';

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

describe('of cases', () => {
  const folders = ['test/fixtures/mapping/cases', 'test/fixtures/layout/cases'];
  const paths = folders.flatMap((name) =>
    readdirSync(name).flatMap((file) => (file.endsWith('.cmmn') ? [`${name}/${file}`] : [])),
  );

  /** Without the drawing that the file has: it says what is collapsed, as no text does. */
  function readCases(path: string): CmmnDefinitions {
    const definitions = readModel(readFileSync(path, 'utf8')).definitions as CmmnDefinitions;
    definitions.set('CMMNDI', undefined);
    return definitions;
  }

  function caseDrawingOf(definitions: CmmnDefinitions): string {
    definitions.set('CMMNDI', createElement('cmmndi:CMMNDI', { diagrams: layoutCases(definitions).value }));
    const xml = writeModel(definitions);
    return xml.slice(xml.search(/<(\w+:)?CMMNDI/));
  }

  const wordProperties = ['name', 'text'] as const;
  const worded = (definitions: CmmnDefinitions) =>
    [...allElements(definitions)].flatMap((element) =>
      wordProperties.flatMap((property) => (typeof element.get(property) === 'string' ? [{ element, property }] : [])),
    );

  describe.each(Object.entries(edits))('words become %s', (_, edit) => {
    test.each(paths)('%s', (path) => {
      const before = { signature: drawingSignature(readCases(path)), drawing: caseDrawingOf(readCases(path)) };
      // A drawing of a large case takes its time: all words that may change without another drawing change together.
      const changed = readCases(path);
      let kept = 0;
      for (const { element, property } of worded(changed)) {
        const words = String(element.get(property));
        element.set(property, edit(words));
        if (drawingSignature(changed) === before.signature) kept++;
        else element.set(property, words);
      }
      expect(caseDrawingOf(changed)).toBe(before.drawing);
      expect(kept).toBeGreaterThan(0);
    });
  });

  test.each(paths)('%s: the signature is not that of the model without an element', (path) => {
    const signature = drawingSignature(readCases(path));
    const changed = readCases(path);
    changed.cases[0]?.casePlanModel?.planItems.pop();
    expect(drawingSignature(changed)).not.toBe(signature);
  });
});
