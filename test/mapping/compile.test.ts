/**
 * Each text in test/fixtures/mapping stands beside the model that it means, as `.bpmn` without a drawing.
 * To add a case, write the text and run `npm run test:update`; then read the model.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { compile } from '../../src/mapping/index.ts';
import { allElements, childrenOf, type FlowNode, type SequenceFlow, writeModel } from '../../src/model/index.ts';
import { readText } from '../language/read-text.ts';
import { parseFile, parseText } from './text.ts';

const folder = 'test/fixtures/mapping';
const cases = readdirSync(folder).filter((name) => name.endsWith('.procedo'));

test.each(cases.filter((name) => name !== 'half-typed.procedo'))('%s says what it means to say', async (name) => {
  const { problems } = await readText(readFileSync(`${folder}/${name}`, 'utf8'));
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('a text means a model', () => {
  test.each(cases)('%s', async (name) => {
    const { value, problems } = compile(await parseFile(`${folder}/${name}`));
    expect(problems).toEqual([]);
    await expect(writeModel(value.definitions)).toMatchFileSnapshot(
      `../../${folder}/${name.replace(/procedo$/, 'bpmn')}`,
    );
  });
});

describe('what holds for every model', () => {
  test.each(cases)('%s: ids are unique, ways have two ends that know them', async (name) => {
    const { definitions } = compile(await parseFile(`${folder}/${name}`)).value;
    const ids = [...allElements(definitions)].map((element) => element.get('id')).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    for (const element of allElements(definitions)) {
      if (element.$type !== 'bpmn:SequenceFlow') continue;
      const flow = element as SequenceFlow;
      expect(flow.sourceRef?.outgoing).toContain(flow);
      expect(flow.targetRef?.incoming).toContain(flow);
    }
  });

  test.each(cases)('%s: every element knows what contains it', async (name) => {
    const { definitions } = compile(await parseFile(`${folder}/${name}`)).value;
    for (const element of allElements(definitions)) {
      for (const child of childrenOf(element)) expect(child.$parent, child.$type).toBe(element);
    }
  });

  test.each(cases)('%s: every drawn element has a place in the text, and the place has the element', async (name) => {
    const { definitions, sourceMap } = compile(await parseFile(`${folder}/${name}`)).value;
    for (const element of allElements(definitions)) {
      if (!element.$instanceOf('bpmn:FlowNode')) continue;
      const id = String(element.get('id'));
      const place = sourceMap.rangeOf(id);
      expect(place, id).toBeDefined();
      if (place) expect(sourceMap.idsAt(place.start)).toContain(id);
    }
  });
});

test('the innermost element at a place comes first', async () => {
  const text = 'process p {\n  subprocess outer {\n    task inner "Inner"\n  }\n}\n';
  const { sourceMap } = compile(await parseText(text)).value;
  expect(sourceMap.idsAt({ line: 2, character: 10 })).toEqual(['inner', 'outer', 'p']);
});

test('the place of an element is its head: no block, nothing of `with` or of vendors', async () => {
  const text = `namespace v "urn:v"
process p "P" @v:a = "1" {
  @v:b = "2"
  start "Begun"
    @v:form(
      id: "f"
    )
  user check "Check" with { isForCompensation: false }
  service pay "Pay" @v:topic = "pay"
  subprocess sub "Sub" {
    task t "T"
  }
  end "Done"
}
`;
  const { definitions, sourceMap } = compile(await parseText(text)).value;
  const document = TextDocument.create('', '', 0, text);
  const places = [...allElements(definitions)].flatMap((element) => {
    const place = sourceMap.rangeOf(String(element.get('id')));
    return place ? [document.getText(place)] : [];
  });
  expect(places).toEqual([
    'process p "P"',
    'start "Begun"',
    'user check "Check"',
    'service pay "Pay"',
    'subprocess sub "Sub"',
    'task t "T"',
    'end "Done"',
  ]);
});

test('the layout file gives the parts without a name their ids', async () => {
  const ids = new Map([
    ['checkIt', 'Activity_1'],
    ['start->checkIt', 'Flow_1'],
    ['q/join', 'Gateway_2'],
    ['checkItTimer/timer', 'Timer_1'],
  ]);
  const text =
    'process p { start user "Check it" on timer after `P1D` { task t } xor q { when `a` { task a } otherwise } end }';
  const xml = writeModel(compile(await parseText(text), { ids }).value.definitions);
  for (const id of ids.values()) expect(xml).toContain(`id="${id}"`);
  expect(xml).not.toContain('"checkIt"');
});

test('flows arrive in the order of the text, but for those whose place the layout file keeps', async () => {
  const text = 'process p { start task a xor q { when `x` -> a  when `y` -> b  otherwise }  task b }';
  const arriving = async (arrivals: ReadonlyMap<string, number>) => {
    const { definitions } = compile(await parseText(text), { arrivals }).value;
    const steps = [...allElements(definitions)].filter((element) => element.$instanceOf('bpmn:FlowNode')) as FlowNode[];
    return steps.map(({ incoming }) => incoming.map(({ sourceRef }) => sourceRef?.id));
  };
  expect(await arriving(new Map())).toEqual([[], ['start', 'q'], ['a'], ['q', 'q']]);
  expect(await arriving(new Map([['q->a', 1]]))).toEqual([[], ['q', 'start'], ['a'], ['q', 'q']]);
  // A place that there is not is the last one; a flow that is gone has none.
  expect(
    await arriving(
      new Map([
        ['start->a', 7],
        ['gone->a', 1],
      ]),
    ),
  ).toEqual([[], ['q', 'start'], ['a'], ['q', 'q']]);
});

test('a way out of a sub-process is an error that says what to do', async () => {
  const { problems } = compile(await parseText('process p { subprocess s { task a -> b } task b }'));
  expect(problems.map((problem) => problem.code)).toEqual(['jump-leaves-body']);
});
