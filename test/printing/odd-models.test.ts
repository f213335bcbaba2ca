/** Whatever vendors say, wherever in a model: it comes back, and the second import is the first. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readModel } from '../../src/model/index.ts';
import { exportXml, loadImport, open } from '../../src/workspace/index.ts';
import { plain } from '../mapping/plain-model.ts';

const folder = 'test/fixtures/import';
const models = readdirSync(folder)
  .filter((name) => name.endsWith('.bpmn'))
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
const { ModelImporter } = await loadImport();
const importer = new ModelImporter();

const prefixes = ['v', 'message', 'a.b-1', 'é', 'xsd'];
const names = ['odd', 'when', 'x.y', 'Größe', 'end'];
const texts = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '"""',
    '`a``b```',
    'two\nlines\n',
    '  ',
    '// no',
    '{ }',
    '\\n',
    ']]>',
    '<b/>',
    '\t',
    'true',
    '1.50',
    '[]',
  ),
);
const name = fc.tuple(fc.constantFrom(...prefixes), fc.constantFrom(...names)).map((parts) => parts.join(':'));
const attribute = fc.tuple(name, texts).map(([key, value]) => ` ${key}="${escaped(value)}"`);
const { foreign } = fc.letrec<{ foreign: string }>((tie) => ({
  foreign: fc
    .tuple(
      name,
      fc.option(attribute, { nil: '' }),
      fc.array(fc.oneof({ maxDepth: 3 }, texts.map(escaped), tie('foreign')), { maxLength: 3 }),
    )
    .map(([tag, own, inside]) => `<${tag}${own}>${inside.join('')}</${tag}>`),
}));

const STEP =
  /<((?:\w+:)?)(task|userTask|serviceTask|startEvent|endEvent|exclusiveGateway|sequenceFlow|subProcess)(\s[^<>]*?)(\/?)>/g;

function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/g, '')
    .replace(/[&<>"\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A model of which one step says more. */
function withMore(model: string, at: number, attributes: string, elements: string): string {
  const bindings = prefixes.map((prefix) => ` xmlns:${prefix}="urn:${prefix}"`).join('');
  const bound = model.replace(/<(\w+:)?definitions\b(?:[^>"]|"[^"]*")*>/, (head) => {
    const own = head.replace(/\sxmlns:(?:v|message|xsd)="[^"]*"/g, '');
    return own.replace(/>$/, `${bindings}>`);
  });
  const steps = [...bound.matchAll(STEP)];
  const step = steps[at % steps.length];
  if (!step) return bound;
  const [whole, prefix = '', tag = '', own = '', closing = ''] = step;
  const start = `<${prefix}${tag}${own}${attributes}`;
  const holder = `<${prefix}extensionElements>${elements}</${prefix}extensionElements>`;
  const after = bound.slice(step.index + whole.length);
  const isFree = !/^\s*<(?:\w+:)?(?:documentation|extensionElements)/.test(after);
  const made = closing === '/' ? `${start}>${holder}</${prefix}${tag}>` : `${start}>${isFree ? holder : ''}`;
  return bound.slice(0, step.index) + made + after;
}

test('what vendors say comes back', async () => {
  const odd = fc.record({
    model: fc.constantFrom(...models),
    at: fc.nat(40),
    attributes: fc.uniqueArray(attribute, { maxLength: 2, selector: (text) => text.split('=')[0] }),
    elements: fc.array(foreign, { minLength: 1, maxLength: 3 }),
  });
  const runs = fc.asyncProperty(odd, async ({ model, at, attributes, elements }) => {
    const xml = withMore(model, at, attributes.join(''), elements.join(''));
    const read = readModel(xml).definitions;
    const made = await importer.import(await openWith('odd.bpmn', xml, ''));
    if ('problems' in made || !read) throw new Error(`It is refused: ${JSON.stringify(made)}`);
    expect(made.lost).toEqual([]);
    const exported = exportXml(await openWith('odd.procedo', made.text, made.layout ?? '')) ?? '';
    expect(plain(readModel(exported).definitions as typeof read)).toEqual(plain(read));
    expect(await importer.import(await openWith('odd.bpmn', exported, ''))).toMatchObject({ text: made.text });
  });
  await fc.assert(runs, { numRuns: Number(process.env.PROCEDO_RUNS ?? 30) });
});

function openWith(path: string, content: string, layout: string) {
  return open(path, new TextEncoder().encode(content), {
    read: async (file) => (file.endsWith('.layout') ? new TextEncoder().encode(layout) : undefined),
    siblings: async () => [],
  });
}
