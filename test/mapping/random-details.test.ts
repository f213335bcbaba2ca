/** Law: whatever the schema allows in `with` and `define` is in the exported XML, at its place, and is read back the same. */
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { definableKinds } from '../../src/language/details/define-kinds.ts';
import { definedType } from '../../src/language/index.ts';
import { compile } from '../../src/mapping/index.ts';
import { readModel, writeModel } from '../../src/model/index.ts';
import { typeNamed } from '../../src/schema/index.ts';
import { readText } from '../language/read-text.ts';
import { DetailMaker, declared, type Tree } from './random-details.ts';

/** The element of an id, without what the words of the text make. */
function elementOf(xml: string, id: string): Tree | undefined {
  const open: { name: string; attributes: Record<string, string>; text: string; children: Tree[] }[] = [];
  let found: Tree | undefined;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const { 'xsi:type': _, ...others } = attributes;
    open.push({ name: name.replace('bpmn:', ''), attributes: others, text: '', children: [] });
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element) return;
    const text = element.children.length > 0 ? element.text.trim() : element.text;
    const closed = { ...element, text };
    open.at(-1)?.children.push(closed);
    if (element.attributes.id === id) found = closed;
  });
  parser.write(xml).close();
  return found;
}

/** Children sorted by name, those of one name in their order: the schema decides between names. */
function sorted({ name, attributes, text, children }: Tree): Tree {
  const inOrder = children.map(sorted).sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  return { name, attributes, text, children: inOrder };
}

async function check(text: string, expected: Tree): Promise<void> {
  const { model, problems } = await readText(text);
  expect(problems.filter(({ severity, code }) => severity === 'error' && !code.startsWith('feel'))).toEqual([]);
  const { value, problems: found } = compile(model);
  expect(found).toEqual([]);
  const xml = writeModel(value.definitions);
  const element = elementOf(xml, 'thing');
  expect(element && sorted(element), text).toEqual(sorted(expected));
  const read = readModel(xml);
  expect(read.problems.filter(({ code }) => code !== 'bad-value')).toEqual([]);
  expect(read.definitions && writeModel(read.definitions)).toBe(xml);
}

const kinds = definableKinds().flatMap((kind) => {
  const type = definedType(kind);
  // What cases define is no part of a BPMN file.
  return type?.name.startsWith('bpmn:') && type.propertiesByName.has('id') ? [[kind, type] as const] : [];
});

test.each(kinds)('define %s', async (kind, type) => {
  const law = fc.asyncProperty(fc.gen(), async (g) => {
    const { text, attributes, children } = new DetailMaker(g).block(type, 'Define', 3);
    const expected = { name: kind, attributes: { id: 'thing', ...attributes }, text: '', children };
    await check(`${declared}define ${kind} thing ${text}\n`, expected);
  });
  await fc.assert(law, { numRuns: 8 });
});

test('with on a task', async () => {
  const type = typeNamed('bpmn:UserTask');
  if (!type) throw new Error('no user task');
  const law = fc.asyncProperty(fc.gen(), async (g) => {
    const { text, attributes, children } = new DetailMaker(g).block(type, 'Activity', 3);
    const expected = { name: 'userTask', attributes: { id: 'thing', ...attributes }, text: '', children };
    await check(`${declared}process p {\n  user thing with ${text}\n}\n`, expected);
  });
  await fc.assert(law, { numRuns: 30 });
});
