/** What runs when a document calls processes and cases of other files. */
import { describe, expect, test } from 'vitest';
import { loadRuns, type ModelFiles, SourceReader } from '../../src/workspace/index.ts';
import { memoryFiles } from './memory-files.ts';

const { calledFiles, recordedScenario, readScenario, runScenario, runTextScenarios, simulateRuns } = await loadRuns();

function modelFiles(contents: Readonly<Record<string, string>>): ModelFiles {
  const models = async (path: string) =>
    Object.keys(contents).filter((name) => name !== path && /\.(bpmn|cmmn)$/.test(name));
  return { ...memoryFiles(contents), models };
}

/** A document of some files with what it calls in the others. */
async function opened(contents: Readonly<Record<string, string>>, path: string) {
  const files = modelFiles(contents);
  const reader = new SourceReader(files);
  const document = await reader.open(path, new TextEncoder().encode(contents[path]));
  return { document, called: await calledFiles([document], reader, files) };
}

async function failures(contents: Readonly<Record<string, string>>, path: string) {
  const { document, called } = await opened(contents, path);
  return runTextScenarios(document, called).map(({ failure }) => failure?.message);
}

const bpmn = (content: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:q="urn:procedo" targetNamespace="urn:procedo">${content}</definitions>`;
const bpmnProcess = (id: string, step: string) =>
  `<process id="${id}"><startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/>${step}</process>`;
const task = '<userTask id="t" name="Work"/>';
const calls = (name: string) => `<callActivity id="t" calledElement="${name}"/>`;

const cmmn = (content: string, tasks: string) => `<definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL">
  <case id="C"><casePlanModel id="P" autoComplete="true"><planItem id="i" definitionRef="d"/>${tasks}</casePlanModel></case>${content}</definitions>`;

/** The labels of what is waited for in the end, of a run that begins with the document. */
async function ends(contents: Readonly<Record<string, string>>, path: string) {
  const { document, called } = await opened(contents, path);
  const { ends: found = [], byHand = [] } = simulateRuns(document, called, 20, 1) ?? {};
  return { ends: found.map(({ end }) => end), byHand: byHand.map((each) => each.called), files: called.length };
}

const order = `process order "Order" {
  start
  user check "Check"
  call credit "Credit" runs creditCheck
  end done
}
`;
const creditCheck = `process creditCheck "Credit check" {
  start
  user check "Check the client"
  user rate "Rate"
  end done
}`;

describe('a text', () => {
  test('runs what it calls in another text, and its scenarios name what stands there', async () => {
    const scenario = `scenario rated for order {
      start
      complete check
      complete rate
      expect end done  ended
    }`;
    const own = scenario.replace('complete rate', 'expect active check\n complete rate');
    const [inTheWay] = await failures({ 'order.procedo': order + own, 'credit.procedo': creditCheck }, 'order.procedo');
    expect(inTheWay).toContain('check#credit');
    const other = creditCheck.replace('check "Check', 'look "Check');
    const [passed] = await failures(
      {
        'order.procedo': order + scenario.replace('complete rate', 'complete look  complete rate'),
        'credit.procedo': other,
      },
      'order.procedo',
    );
    expect(passed).toBeUndefined();
  });

  test('runs a case in another text, and that runs a process in a third', async () => {
    const contents = {
      'a.procedo': `process order { start  call examine runs Examination  end done }
        scenario all for order { start  complete inspect  expect active transfer  complete transfer  expect end done }`,
      'b.procedo':
        'case Examination autocomplete { human inspect required  process refund runs pay required enter when inspect completes }',
      'c.procedo': 'process pay { start  user transfer  end }',
    };
    expect(await failures(contents, 'a.procedo')).toEqual([undefined]);
  });

  test('runs a process of a BPMN file', async () => {
    const contents = {
      'a.procedo': 'process order { start  call x runs Pay  end done }',
      'b.bpmn': bpmn(bpmnProcess('Pay', task)),
    };
    expect(await ends(contents, 'a.procedo')).toEqual({ ends: ['completed'], byHand: [], files: 1 });
  });

  test('completes by hand what no file has, or only one with mistakes', async () => {
    const contents = { 'a.procedo': order, 'b.procedo': `${creditCheck} process other { user x -> nowhere }` };
    expect(await ends(contents, 'a.procedo')).toEqual({ ends: ['completed'], byHand: ['creditCheck'], files: 0 });
    expect((await ends({ 'a.procedo': order }, 'a.procedo')).byHand).toEqual(['creditCheck']);
  });

  test('stops files that call each other for ever', async () => {
    const contents = {
      'a.procedo': 'process ring { start  call x runs gnir  end }',
      'b.procedo': 'process gnir { start  call x runs ring  end }',
    };
    expect(await ends(contents, 'a.procedo')).toEqual({ ends: ['endless'], byHand: [], files: 1 });
  });

  test('records what was done in another file', async () => {
    const contents = { 'a.procedo': order, 'b.procedo': creditCheck.replace('check "Check', 'look "Check') };
    const { document, called } = await opened(contents, 'a.procedo');
    const acts = [
      { in: 'processes', act: { do: 'start', node: 'order' } },
      { in: 'processes', act: { do: 'finish', at: 2 } },
    ];
    expect(recordedScenario(document, acts, called).text).toContain('expect active look\n');
    const unlucky = await opened({ ...contents, 'b.procedo': creditCheck }, 'a.procedo');
    expect(recordedScenario(unlucky.document, acts, unlucky.called).message).toContain('check of b has a name that');
    // By hand, as a run of the document alone is.
    const alone = [...acts, { in: 'processes', act: { do: 'finish', at: 3 } }];
    expect(recordedScenario(document, alone, called).text).toContain('expect end done');
  });
});

describe('a file of BPMN or CMMN', () => {
  test('runs a process of a file beside it, whatever ids both have', async () => {
    const contents = { 'a.bpmn': bpmn(bpmnProcess('A', calls('q:B'))), 'b.bpmn': bpmn(bpmnProcess('B', task)) };
    expect(await ends(contents, 'a.bpmn')).toEqual({ ends: ['completed'], byHand: [], files: 1 });
    const { document, called } = await opened(contents, 'a.bpmn');
    const scenario = {
      ...{ name: 'all', kind: 'bpmn', model: 'a.bpmn', start: { process: 'A' } },
      steps: [{ do: { complete: 't#b' }, expect: { ended: true } }],
    };
    const { value } = readScenario(JSON.stringify(scenario));
    expect(value && runScenario(value, [document], called).failure).toBeUndefined();
  });

  test('takes the process of its own file first, then that of an imported one', async () => {
    const both = bpmn(bpmnProcess('A', calls('B')) + bpmnProcess('B', task.replace('"t"', '"u"')));
    expect((await ends({ 'a.bpmn': both, 'b.bpmn': bpmn(bpmnProcess('B', calls('nowhere'))) }, 'a.bpmn')).files).toBe(
      0,
    );
    const imports = bpmn(`<import importType="x" namespace="y" location="sub/z.bpmn"/>${bpmnProcess('A', calls('B'))}`);
    const contents = {
      '/a.bpmn': imports,
      '/b.bpmn': bpmn(bpmnProcess('B', calls('nowhere'))),
      '/sub/z.bpmn': bpmn(bpmnProcess('B', task)),
    };
    expect(await ends(contents, '/a.bpmn')).toEqual({ ends: ['completed'], byHand: [], files: 1 });
  });

  test('calls what it has itself, where another file has the same id', async () => {
    const contents = {
      'a.bpmn': bpmn(bpmnProcess('Process_1', calls('B'))),
      'b.bpmn': bpmn(bpmnProcess('B', calls('Process_1')) + bpmnProcess('Process_1', task)),
    };
    expect(await ends(contents, 'a.bpmn')).toEqual({ ends: ['completed'], byHand: [], files: 1 });
  });

  test('runs processes and cases of CMMN tasks', async () => {
    const process = '<processTask id="d" processRef="D"/>';
    const contents = {
      'a.cmmn': cmmn('<process id="D" externalRef="q:Pay"/>', process),
      'b.bpmn': bpmn(bpmnProcess('Pay', task)),
      'c.cmmn': cmmn('', '<caseTask id="d" caseRef="C2"/>'),
      'd.cmmn': cmmn('', '<humanTask id="d"/>').replace('case id="C"', 'case id="C2"'),
    };
    expect(await ends(contents, 'a.cmmn')).toMatchObject({ byHand: [], files: 1 });
    expect(await ends(contents, 'c.cmmn')).toMatchObject({ byHand: [], files: 1 });
  });

  test('runs a process of a text', async () => {
    const contents = { 'a.bpmn': bpmn(bpmnProcess('A', calls('creditCheck'))), 'b.procedo': creditCheck };
    expect(await ends(contents, 'a.bpmn')).toEqual({ ends: ['completed'], byHand: [], files: 1 });
  });

  test('leaves a global task to a person', async () => {
    const contents = { 'a.bpmn': bpmn(`<globalUserTask id="G"/>${bpmnProcess('A', calls('G'))}`) };
    expect(await ends(contents, 'a.bpmn')).toEqual({ ends: ['completed'], byHand: [], files: 0 });
  });
});
