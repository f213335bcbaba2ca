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

test('layout draws XML anew; of a case it says that it cannot yet', async () => {
  expect(layoutXml(await open('a.bpmn', bytes(undrawn), noFiles)).value).toContain('BPMNShape');
  const outcome = layoutXml(await open('a.cmmn', bytes(cmmn), noFiles));
  expect(outcome.value).toBeUndefined();
  expect(outcome.problems[0]?.code).toBe('not-supported-yet');
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
  expect(document.problems[0]?.message).toContain('p.procedo.layout:3: ');
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
