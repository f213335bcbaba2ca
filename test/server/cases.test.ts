/** Cases along the road of the editor: in a text beside processes, and as files of CMMN. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ProtocolConnection, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import type {
  CalledElement,
  DiagramModel,
  ExportResult,
  LocatedElements,
  LocatedRange,
} from '../../src/protocol/server.ts';
import { changeText, connectInMemory, initialize, next, openText, withoutFindings } from './server-client.ts';

const uri = 'file:///claim.procedo';
const text = `process payment "Payment" {
  start
  call look "Look into it" runs claim
  end
}
case claim "Claim" {
  file letter "Letter"
  human check "Check the claim" reads letter
    enter arrived "Arrived" when letter added
  process pay "Pay" runs payment
    enter when check completes
  stage more "More" {
    task ask "Ask"
  }
}
`;

let client: ProtocolConnection;
let version: number;
beforeEach(async () => {
  client = connectInMemory();
  version = 1;
  // Findings of rules come later than the problems told of here, and would be counted with them.
  await initialize(client, undefined, withoutFindings);
});
afterEach(() => client.dispose());

const model = (of = uri) => client.sendRequest<DiagramModel>('procedo/model', { uri: of });
const at = (place: string, of = text) => {
  const before = of.slice(0, of.indexOf(place)).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
};
const locate = (position: { line: number; character: number }, of = uri) =>
  client.sendRequest<LocatedElements>('procedo/locate', { uri: of, position });

async function type(changed: string): Promise<DiagramModel> {
  const wanted = ++version;
  const told = next<DiagramModel>(client, 'procedo/modelChanged', (one) => one.version === wanted);
  await changeText(client, uri, wanted, changed);
  return told;
}

describe('a text with a process and a case', () => {
  beforeEach(() => openText(client, uri, text));

  test('has a model of each, and the diagrams of both', async () => {
    const { xml, caseXml, diagrams, problems } = await model();
    expect(problems).toEqual([]);
    expect(diagrams.map(({ name, notation }) => [name, notation])).toEqual([
      ['Payment', 'bpmn'],
      ['Claim', 'cmmn'],
    ]);
    expect(xml).toContain('bpmnElement="look"');
    expect(caseXml).toContain('cmmnElementRef="check"');
  });

  test('is located in both, with the diagram that shows the place', async () => {
    const { diagrams } = await model();
    const [ofProcess, ofCase] = diagrams.map(({ id }) => id);
    expect(await locate(at('check "Check'))).toMatchObject({
      ids: expect.arrayContaining(['check']),
      diagrams: [ofCase],
    });
    expect(await locate(at('case claim'))).toMatchObject({ ids: ['claim', 'claim_plan'], diagrams: [ofCase] });
    expect(await locate(at('call look'))).toMatchObject({ ids: ['look', 'payment'], diagrams: [ofProcess] });
    expect(await locate(at('process payment'))).toMatchObject({ ids: ['payment'], diagrams: [ofProcess] });
    const found = await client.sendRequest<LocatedRange>('procedo/locate', { uri, id: 'arrived' });
    expect(found.range.start).toEqual(at('enter arrived'));
  });

  test('says what calls something, and where that stands', async () => {
    const { calls } = await model();
    expect(calls).toEqual(['look', 'pay']);
    const called = (id: string) => client.sendRequest<CalledElement | null>('procedo/called', { uri, id });
    expect(await called('look')).toMatchObject({ uri, id: 'claim', range: { start: at('claim "Claim"') } });
    expect(await called('pay')).toMatchObject({ uri, id: 'payment', range: { start: at('payment "Payment"') } });
    expect(await called('check')).toBeNull();
  });

  test('says what is called in another file', async () => {
    const other = 'file:///other.procedo';
    await openText(client, other, 'process p { start  call c runs claim  end }');
    expect((await model(other)).calls).toEqual(['c']);
    const called = await client.sendRequest<CalledElement>('procedo/called', { uri: other, id: 'c' });
    expect(called).toMatchObject({ uri, id: 'claim', range: { start: at('claim "Claim"') } });
  });

  test.each([
    ['the word of an item', 'human check', 'hum check', ['check']],
    ['the word of a stage', 'stage more', 'sta more', ['more']],
    ['the word of a criterion', 'enter arrived', 'ente arrived', ['arrived']],
  ])('keeps the last good form of a line while it is half-typed: %s', async (_, before, after, ids) => {
    await model();
    const held = await type(text.replace(before, after));
    expect(held.held?.line).toBe(at(before).line);
    expect(held.held?.ids).toEqual(expect.arrayContaining(ids));
    for (const id of ids) expect(held.caseXml).toContain(`cmmnElementRef="${id}"`);
    expect((await type(text)).held).toBeUndefined();
  });

  test('is drawn as it is while the word of a case is half-typed', async () => {
    await model();
    const half = await type(text.replace('case claim', 'cas claim'));
    expect(half.held).toBeUndefined();
    expect(half.caseXml).toContain('cmmnElementRef="claim_plan"');
  });

  test('has the problems of its cases at their elements, while typing', async () => {
    await model();
    const diagnosed = next<PublishDiagnosticsParams>(
      client,
      'textDocument/publishDiagnostics',
      (params) => params.version === 2,
    );
    const wrong = next<DiagramModel>(client, 'procedo/modelChanged', (one) => one.problems.length > 0);
    await changeText(client, uri, 2, text.replace('when check completes', 'when chek completes'));
    expect((await diagnosed).diagnostics.map(({ code }) => code)).toContain('unknown-reference');
    expect((await wrong).problems).toMatchObject([{ code: 'unknown-reference', element: 'pay_enter' }]);
  });

  test('tells while typing what only the model of its cases shows', async () => {
    await model();
    const diagnosed = next<PublishDiagnosticsParams>(
      client,
      'textDocument/publishDiagnostics',
      (params) => params.version === 2,
    );
    const said = 'case claim "Claim" autocomplete with { casePlanModel { autoComplete: false } }';
    await changeText(client, uri, 2, text.replace('case claim "Claim"', said));
    const { diagnostics } = await diagnosed;
    expect(diagnostics).toMatchObject([{ code: 'repeated-detail', range: { start: { line: at('case claim').line } } }]);
  });

  test('is exported as the file of the notation that is shown', async () => {
    const file = (more: object) => client.sendRequest<ExportResult>('procedo/export', { uri, format: 'xml', ...more });
    expect(await file({})).toMatchObject({ notation: 'bpmn', content: expect.stringContaining('<bpmn:process') });
    expect(await file({ notation: 'cmmn' })).toMatchObject({
      notation: 'cmmn',
      content: expect.stringContaining('CMMNDiagram'),
    });
    const { diagrams } = await model();
    const picture = { uri, format: 'svg', diagram: diagrams[1]?.id };
    const { content } = await client.sendRequest<ExportResult>('procedo/export', picture);
    expect(content).toContain('Check the');
  });
});

test('a text with cases alone has one model, and one file', async () => {
  await openText(client, uri, text.slice(text.indexOf('case claim')).replace(' runs payment', ''));
  expect(await model()).toMatchObject({ xml: '', diagrams: [{ notation: 'cmmn' }] });
  const { notation } = await client.sendRequest<ExportResult>('procedo/export', { uri, format: 'xml' });
  expect(notation).toBe('cmmn');
});

describe('a file of CMMN', () => {
  const file = 'file:///claim.cmmn';
  const undrawn = (version: '20131201' | '20151109') =>
    `<definitions xmlns="http://www.omg.org/spec/CMMN/${version}/MODEL" id="d" targetNamespace="t">
  <case id="c" name="Claim"><casePlanModel id="plan">
    <planItem id="i" definitionRef="h"/>
    <planItem id="j" definitionRef="k"/>
    <humanTask id="h" name="Look"/>
    <caseTask id="k" name="Once more" caseRef="c"/>
  </casePlanModel></case>
</definitions>`;

  test('is shown as it stands where it has a drawing, and followed', async () => {
    await openText(client, uri, text);
    const { caseXml } = await model();
    await openText(client, file, caseXml, 'xml');
    expect(await model(file)).toMatchObject({ xml: '', caseXml, diagrams: [{ notation: 'cmmn' }], problems: [] });
    // A shape in the file stands for what it shows.
    expect((await locate(at('<cmmndi:CMMNShape id="check_di"', caseXml), file)).ids[0]).toBe('check');
    const changed = next<DiagramModel>(client, 'procedo/modelChanged', (one) => one.uri === file);
    await changeText(client, file, 2, '<nonsense');
    expect(await changed).toMatchObject({ version: 2, caseXml: '', diagrams: [] });
  });

  test.each(['20131201', '20151109'] as const)('of %s without a drawing gets one', async (year) => {
    await openText(client, file, undrawn(year), 'xml');
    const first = await model(file);
    expect(first).toMatchObject({ xml: '', problems: [], calls: ['j'] });
    expect(first.diagrams).toMatchObject([{ name: 'Claim', notation: 'cmmn' }]);
    expect(first.caseXml).toContain('cmmnElementRef="i"');
    // What viewers read is CMMN 1.1.
    expect(first.caseXml).toContain('http://www.omg.org/spec/CMMN/20151109/MODEL');
    expect(first.caseXml).not.toContain('20131201');
    expect(await model(file)).toEqual(first);
    const { ids, diagrams } = await locate(at('<planItem id="i"', undrawn(year)), file);
    expect([ids[0], diagrams]).toEqual(['i', first.diagrams.map(({ id }) => id)]);
    const called = await client.sendRequest<CalledElement>('procedo/called', { uri: file, id: 'j' });
    expect(called).toMatchObject({ uri: file, id: 'c', range: { start: { line: 1 } } });
  });

  test('says what it calls that a text of the workspace has', async () => {
    const text = 'file:///claim.procedo';
    await openText(client, text, 'process claim "Claim" {\n  start\n  end\n}\n');
    const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
<process id="p"><callActivity id="known" calledElement="claim" /><callActivity id="unknown" calledElement="other" /></process>
</definitions>`;
    const file = 'file:///caller.bpmn';
    await openText(client, file, xml, 'xml');
    expect((await client.sendRequest<DiagramModel>('procedo/model', { uri: file })).calls).toEqual(['known']);
    const called = (id: string) => client.sendRequest<CalledElement | null>('procedo/called', { uri: file, id });
    expect(await called('known')).toMatchObject({ uri: text, id: 'claim', range: { start: { line: 0 } } });
    expect(await called('unknown')).toBeNull();
  });

  test('has the problems of the reader as diagnostics until it is closed', async () => {
    const told = (count: number) =>
      next<PublishDiagnosticsParams>(
        client,
        'textDocument/publishDiagnostics',
        (params) => params.uri === file && params.diagnostics.length === count,
      );
    const first = told(1);
    await openText(client, file, undrawn('20151109').replace('definitionRef="h"', 'definitionRef="nobody"'), 'xml');
    const [problem] = (await first).diagnostics;
    expect(problem).toMatchObject({ source: 'procedo', range: { start: { line: 2 } } });
    const mended = told(0);
    await changeText(client, file, 2, undrawn('20151109'));
    await mended;
    const wrong = told(1);
    await changeText(client, file, 3, '<nonsense');
    await wrong;
    const closed = told(0);
    await client.sendNotification('textDocument/didClose', { textDocument: { uri: file } });
    await closed;
  });

  test('is exported as it stands', async () => {
    await openText(client, file, undrawn('20151109'), 'xml');
    const xml = await client.sendRequest<ExportResult>('procedo/export', { uri: file, format: 'xml' });
    expect(xml).toMatchObject({ notation: 'cmmn', content: expect.stringContaining('<humanTask id="h"') });
    const svg = await client.sendRequest<ExportResult>('procedo/export', { uri: file, format: 'svg' });
    expect(svg.content).toContain('<svg');
  });
});
