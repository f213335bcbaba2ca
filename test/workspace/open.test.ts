import { describe, expect, test } from 'vitest';
import { exportXml, layoutXml, noFiles, open, render } from '../../src/workspace/index.ts';
import { memoryFiles } from './memory-files.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = 'process p "P" { start user "Check" end }';
const undrawn =
  '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="p"><task id="a"/></process></definitions>';
const cmmn =
  '<definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" targetNamespace="t"><case id="c"><casePlanModel id="m"/></case></definitions>';

describe('what a file is', () => {
  test.each([
    ['a.procedo', text, 'text'],
    ['a.bpmn', undrawn, 'bpmn'],
    ['anything.xml', cmmn, 'cmmn'],
    ['-', text, 'text'],
    ['-', undrawn, 'bpmn'],
    ['a.bpmn', 'no XML', 'unreadable'],
    ['a.bpmn', '<html/>', 'unreadable'],
  ])('%s with %s is %s', async (path, content, kind) => {
    expect((await open(path, bytes(content), noFiles)).kind).toBe(kind);
  });

  test('standard input in UTF-16 is XML', async () => {
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${undrawn}`, 'utf16le'));
    expect((await open('-', utf16, noFiles)).kind).toBe('bpmn');
  });
});

describe('export', () => {
  test('a text gets a drawing', async () => {
    expect(exportXml(await open('a.procedo', bytes(text), noFiles))).toContain('BPMNShape');
  });

  test('XML without a drawing stays without', async () => {
    expect(exportXml(await open('a.bpmn', bytes(undrawn), noFiles))).not.toContain('BPMNShape');
  });

  test('a text with errors has no export, and says where', async () => {
    const document = await open('a.procedo', bytes('process p { task a -> nowhere }'), noFiles);
    expect(exportXml(document)).toBeUndefined();
    expect(document.problems[0]).toMatchObject({ severity: 'error', code: 'unknown-reference' });
  });
});

test('layout draws XML anew, processes and cases', async () => {
  expect(layoutXml(await open('a.bpmn', bytes(undrawn), noFiles)).value).toContain('BPMNShape');
  expect(layoutXml(await open('a.cmmn', bytes(cmmn), noFiles)).value).toContain('CMMNShape');
});

test('render lays out a case that has no drawing, and leaves the document as it was', async () => {
  const document = await open('a.cmmn', bytes(cmmn), noFiles);
  const { value } = await render(document);
  expect(value[0]?.svg).toContain('data-element-id="m"');
  expect(exportXml(document)).not.toContain('CMMNDI');
});

test('render lays out what has no drawing, and leaves the document as it was', async () => {
  const document = await open('a.bpmn', bytes(undrawn), noFiles);
  const { value } = await render(document);
  expect(value).toHaveLength(1);
  expect(value[0]?.svg).toContain('data-element-id="a"');
  expect(exportXml(document)).not.toContain('BPMNShape');
});

test('names of other files are known, and what they declare comes along', async () => {
  const files = memoryFiles({ 'messages.procedo': 'message Order "An order"', 'p.procedo': '' });
  const document = await open('p.procedo', bytes('process p { start on message Order end }'), files);
  expect(document.problems).toEqual([]);
  expect(exportXml(document)).toContain('<bpmn:message id="Order" name="An order"');
});

test('the layout file beside a text keeps ids; what is wrong in it is told with its line', async () => {
  const files = memoryFiles({ 'p.procedo.layout': 'layout 1 bpmn\ncheck id Activity_1\nbad line\n' });
  const document = await open('p.procedo', bytes('process p { user "Check" }'), files);
  expect(exportXml(document)).toContain('id="Activity_1"');
  expect(document.problems[0]?.message).toContain('p.procedo.layout:3:5: ');
});

test('a place in XML has an element, and the element its place', async () => {
  const lines = [
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">',
    '  <process id="p">',
    '    <task id="a"',
    '          name="A"/>',
    '  </process>',
    '</definitions>',
  ];
  const { sourceMap } = await open('a.bpmn', bytes(lines.join('\n')), noFiles);
  expect(sourceMap?.rangeOf('a')?.start).toEqual({ line: 2, character: 4 });
  expect(sourceMap?.idsAt({ line: 3, character: 12 })).toEqual(['a', 'p']);
  expect(sourceMap?.idsAt({ line: 1, character: 4 })).toEqual(['p']);
});

describe('the layout file beside a text', () => {
  const pinned = (lines: string) => memoryFiles({ 'a.procedo': text, 'a.procedo.layout': `layout 1 bpmn${lines}` });
  const steps = 'process p { start task a "A" subprocess s "S" { start task b "B" end } end }';

  test('says where things stand', async () => {
    const document = await open('a.procedo', bytes(text), pinned('\nstart 300,400 36x36\ncheck 500,378 100x80\n'));
    const xml = exportXml(document);
    expect(document.problems).toEqual([]);
    expect(xml).toContain('<dc:Bounds x="300" y="400" width="36" height="36" />');
    expect(xml).toContain('<dc:Bounds x="500" y="378" width="100" height="80" />');
  });

  test('warns of what is not in the text any more, and leaves it out', async () => {
    const document = await open('a.procedo', bytes(text), pinned('\ngone 300,400 36x36\n'));
    expect(document.problems).toMatchObject([{ severity: 'warning', code: 'layout-drift' }]);
    expect(exportXml(document)).toBe(exportXml(await open('a.procedo', bytes(text), noFiles)));
  });

  test('without a drawing: none is exported, one is shown', async () => {
    const document = await open('a.procedo', bytes(text), pinned(' nodrawing\n'));
    expect(exportXml(document)).not.toContain('BPMNShape');
    expect((await render(document)).value).toHaveLength(1);
  });

  test('puts the inside of what is collapsed onto a plane of its own, and adds further diagrams', async () => {
    const files = memoryFiles({
      'a.procedo': steps,
      'a.procedo.layout': 'layout 1 bpmn\na in Overview 10,20 100x80\np diagram Overview "At a glance"\ns collapsed\n',
    });
    const document = await open('a.procedo', bytes(steps), files);
    const { value } = await render(document, { all: true });
    expect(document.problems).toEqual([]);
    expect(value.map(({ svg }) => [...svg.matchAll(/data-element-id="(a|b|s)"/g)].map(([, id]) => id))).toEqual([
      ['a', 's'],
      ['b'],
      ['a'],
    ]);
    expect(value.at(-1)).toMatchObject({ id: 'Overview', name: 'At a glance' });
  });
});

test('laid out anew, what is collapsed stays so, and colours stay', async () => {
  const shape = (id: string, facts: string) =>
    `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}" ${facts}><dc:Bounds x="7" y="7" width="100" height="80"/></bpmndi:BPMNShape>`;
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
    xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0" targetNamespace="t"><process id="p">
    <subProcess id="s"><task id="a"/></subProcess></process><bpmndi:BPMNDiagram id="d"><bpmndi:BPMNPlane id="e" bpmnElement="p">
    ${shape('s', 'isExpanded="false" bioc:fill="#eef"')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>`;
  const { value = '' } = layoutXml(await open('a.bpmn', bytes(xml), noFiles));
  expect(value.match(/<bpmndi:BPMNPlane [^>]*bpmnElement="(\w+)"/g)).toHaveLength(2);
  expect(value).toContain('isExpanded="false"');
  expect(value).toContain('bioc:fill="#eef"');
  expect(value).not.toContain('x="7"');
});
