/** What has changed in a model goes into its file as edits, and nothing else of the file changes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withEdits } from '../../src/base/text-edit.ts';
import {
  allElements,
  type CmmnDefinitions,
  createElement,
  type Definitions,
  decodeXml,
  elementsById,
  is,
  type ModelElement,
  modelEdits,
  readModel,
  removeElements,
  retype,
  writeModel,
} from '../../src/model/index.ts';
import { typeNamed } from '../../src/schema/index.ts';
import { rowsOrOne, shared } from '../shared.ts';
import { xmlTree } from './xml-tree.ts';

const fixtures = join(import.meta.dirname, '../fixtures/model/kept');
const kept = readdirSync(fixtures).map((name) => [name, readFileSync(join(fixtures, name), 'utf8')] as const);

function read(text: string): Definitions | CmmnDefinitions {
  const { definitions, problems } = readModel(text);
  if (!definitions) throw new Error(problems[0]?.message);
  return definitions;
}

describe('a model that nobody has changed needs no edit', () => {
  it.each(kept)('%s', (_, text) => expect(modelEdits(read(text))).toEqual([]));

  const folder = shared('corpus/bpmn');
  const files = folder ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const some = files.filter((name) => /\.(bpmn|cmmn)$/.test(name)).filter((_, index) => index % 20 === 0);
  it.skipIf(!folder).each(rowsOrOne(some, 'none'))('%s', (name) => {
    const text = decodeXml(readFileSync(join(folder ?? '', name))).value ?? '';
    const { definitions } = readModel(text);
    if (definitions) expect(modelEdits(definitions)).toEqual([]);
  });
});

/** Changes of any model, each at the element with a number. */
const acts: Readonly<Record<string, (element: ModelElement, root: ModelElement) => void>> = {
  name: (element) => element.set('name', 'A "new" <name>\nin two lines'),
  id: (element) => element.set('id', `${element.get('id')}-new`),
  nameless: (element) => element.set('name', undefined),
  foreign: (element) => element.set('xmlns:new', 'urn:new'),
  documented: (element) => {
    if (is(element, 'bpmn:BaseElement'))
      element.documentation = [...element.documentation, createElement('bpmn:Documentation', { text: 'One\n  two' })];
  },
  conditional: (element) => {
    if (is(element, 'bpmn:SequenceFlow'))
      element.set('conditionExpression', createElement('bpmn:FormalExpression', { body: 'a < b' }));
  },
  reversed: (element) => {
    if (is(element, 'bpmn:FlowNode')) element.set('incoming', element.outgoing);
  },
  retyped: (element, root) => {
    const type = typeNamed('bpmn:ExclusiveGateway');
    if (type && is(element, 'bpmn:FlowNode')) retype(root, element, type);
  },
  removed: (element, root) => {
    if (element !== root) removeElements(root, [element]);
  },
};

const changes = fc.array(fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.nat()), { minLength: 1, maxLength: 4 });

/** Text where none may be has no place of its own, and what is new comes before it. */
const wellPlaced = kept.filter(([name]) => name !== 'unknown-and-misplaced-elements.bpmn');

it('says what the model says', () => {
  fc.assert(
    fc.property(fc.constantFrom(...wellPlaced), changes, ([, text], list) => {
      const definitions = read(text);
      for (const [act, number] of list) {
        const elements = [...allElements(definitions)];
        const element = elements[number % elements.length];
        if (element) acts[act]?.(element, definitions);
      }
      const edited = withEdits(text, modelEdits(definitions));
      // What is gone takes its comments along when the model is written anew; the file keeps them, where they are.
      const comments = /<!--[\s\S]*?-->|<\?(?!xml )[\s\S]*?\?>/g;
      expect(xmlTree(edited.replace(comments, ''))).toEqual(xmlTree(writeModel(definitions).replace(comments, '')));
      expect(edited.match(/<!--[\s\S]*?-->/g)).toEqual(text.match(/<!--[\s\S]*?-->/g));
    }),
    { numRuns: 300 },
  );
});

const process = (inside: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">${inside}</process></definitions>`;

/** What stands in a process, what is changed, what stands there then. */
const rows: readonly [string, string, (at: (id: string) => ModelElement, root: ModelElement) => void, string][] = [
  [
    'an attribute keeps its place',
    `\n  <task name='A' id="t"/>\n`,
    (at) => at('t').set('name', 'B'),
    `\n  <task name="B" id="t"/>\n`,
  ],
  [
    'an attribute goes with the blanks before it',
    `<task\n  id="t"\n  name="A"\n/>`,
    (at) => at('t').set('name', undefined),
    `<task\n  id="t"\n/>`,
  ],
  ['a new attribute comes last', `<task id="t" />`, (at) => at('t').set('name', 'A'), `<task id="t" name="A" />`],
  [
    'an id comes first',
    `<task name="A"/>`,
    (_, root) => [...allElements(root)].at(-1)?.set('id', 't'),
    `<task id="t" name="A"/>`,
  ],
  [
    'an element goes with its line',
    `\n  <task id="t"/>\n  <task id="u"/>\n`,
    (at, root) => removeElements(root, [at('t')]),
    `\n  <task id="u"/>\n`,
  ],
  [
    'an element goes from a line that others are on',
    `<task id="t"/> <task id="u"/>`,
    (at, root) => removeElements(root, [at('t')]),
    ` <task id="u"/>`,
  ],
  [
    'comments in what goes stay',
    `\n  <task id="t"><!-- why --></task>\n`,
    (at, root) => removeElements(root, [at('t')]),
    `\n  <!-- why -->\n`,
  ],
  [
    'comments before and behind what goes stay',
    `\n  <!-- a -->\n  <task id="t"/> <!-- b -->\n`,
    (at, root) => removeElements(root, [at('t')]),
    `\n  <!-- a -->\n   <!-- b -->\n`,
  ],
  [
    'a new element has the indentation of its siblings',
    `\n\t<task id="t"/> <!-- t -->\n\t<task id="u"/>\n`,
    insertBehindT,
    `\n\t<task id="t"/> <!-- t -->\n\t<task id="n"/>\n\t<task id="u"/>\n`,
  ],
  [
    'a new element stands on the line that its siblings are on',
    `<task id="t"/><task id="u"/>`,
    insertBehindT,
    `<task id="t"/><task id="n"/><task id="u"/>`,
  ],
  [
    'lines end as in the file',
    `\r\n  <task id="t"/>\r\n`,
    insertBehindT,
    `\r\n  <task id="t"/>\r\n  <task id="n"/>\r\n`,
  ],
  [
    'an empty element is opened',
    `\n  <task id="t"/>\n`,
    (at) => at('t').set('documentation', [createElement('bpmn:Documentation', { text: 'Why' })]),
    `\n  <task id="t">\n    <documentation>Why</documentation>\n  </task>\n`,
  ],
  [
    'a text is replaced',
    `<task id="t"><documentation textFormat="a">Old</documentation></task>`,
    (at) => at('t').set('documentation', changedText(at('t'))),
    `<task id="t"><documentation textFormat="a">New</documentation></task>`,
  ],
  ['tags end as in the file', `\n  <task id="t" />\n`, insertBehindT, `\n  <task id="t" />\n  <task id="n" />\n`],
  [
    'an element of another type has other tags, and all else as it was',
    `\n  <inclusiveGateway\n    id='t' default="f"><!-- why -->\n  <incoming>f</incoming></inclusiveGateway >\n  <sequenceFlow id="f" targetRef="t"/>`,
    (at, root) => retyped(root, at('t')),
    `\n  <parallelGateway\n    id='t'><!-- why -->\n  <incoming>f</incoming></parallelGateway >\n  <sequenceFlow id="f" targetRef="t"/>`,
  ],
  [
    'an element that has lost all that was in it is closed',
    `<task id="t"><documentation>Old</documentation></task>`,
    (at) => at('t').set('documentation', []),
    `<task id="t" />`,
  ],
];

function insertBehindT(at: (id: string) => ModelElement) {
  const scope = at('p');
  if (is(scope, 'bpmn:Process')) {
    const made = createElement('bpmn:Task', { id: 'n' });
    scope.set(
      'flowElements',
      scope.flowElements.flatMap((one) => (one.id === 't' ? [one, made] : [one])),
    );
  }
}

function retyped(root: ModelElement, element: ModelElement) {
  const type = typeNamed('bpmn:ParallelGateway');
  if (type) retype(root, element, type);
}

function changedText(task: ModelElement) {
  if (!is(task, 'bpmn:Task')) return [];
  task.documentation[0]?.set('text', 'New');
  return task.documentation;
}

it('binds a namespace that is new at the root, once', () => {
  const text = process(`\n  <task id="t" />\n  <task id="u" />\n`);
  const definitions = read(text);
  const plane = createElement('bpmndi:BPMNPlane', { id: 'plane' });
  if (is(definitions, 'bpmn:Definitions')) definitions.diagrams = [createElement('bpmndi:BPMNDiagram', { plane })];
  const edited = withEdits(text, modelEdits(definitions));
  expect(edited.match(/xmlns:/g)).toHaveLength(1);
  expect(edited.replace(/ xmlns:bpmndi="[^"]*"/, '').replace(/<bpmndi.*<.bpmndi:BPMNDiagram>/s, '')).toBe(text);
});

it.each(rows)('%s', (_, before, change, after) => {
  const definitions = read(process(before));
  const elements = elementsById(definitions);
  change((id) => elements.get(id) ?? definitions, definitions);
  const text = process(before);
  expect(withEdits(text, modelEdits(definitions))).toBe(process(after));
});
