/**
 * Reference models of the BPMN Model Interchange Working Group (CC BY 3.0) as text: what we export is the same model.
 * Drawing and exporter apart, every attribute and child is compared, those of vendors too.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type Definitions,
  decodeXml,
  type ForeignElement,
  type ModelElement,
  readModel,
} from '../../src/model/index.ts';
import { typeNamed } from '../../src/schema/index.ts';
import { exportXml, type Files, open } from '../../src/workspace/index.ts';

const folder = 'test/fixtures/miwg';
const names = readdirSync(folder).flatMap((file) =>
  file.endsWith('.procedo') ? [file.replace(/\.procedo$/, '')] : [],
);

const files: Files = {
  read: async (path) => readFileSync(path),
  siblings: async () => [],
};

const left = new Set(['exporter', 'exporterVersion', 'diagrams']);

/** Lists whose order says nothing (the standard gives them no meaning, and tools write them in any). */
const sets = new Set(['rootElements', 'participants', 'messageFlows', 'flowElements', 'artifacts', 'flowNodeRef']);

/** Defaults of the schema that the meta-model does not have. */
const moreDefaults: Readonly<Record<string, string>> = {
  'bpmn:Process processType': 'None',
  'bpmn:ServiceTask implementation': '##WebService',
};

/** An element as plain data: all that differs from the schema's defaults; references by id. */
function plain(element: ModelElement): unknown {
  const properties = typeNamed(element.$type)?.properties ?? [];
  const facts = properties.flatMap(({ name, default: known, isReference }) => {
    const value = element.get(name);
    const usual = known ?? moreDefaults[`${element.$type} ${name}`];
    if (left.has(name) || value === undefined || value === usual || (Array.isArray(value) && value.length === 0))
      return [];
    const items = (Array.isArray(value) ? value : [value]).map((item) => (isReference ? idOf(item) : plainItem(item)));
    return [[name, sets.has(name) ? items.toSorted(byJson) : items]];
  });
  const attributes = Object.entries(element.$attrs).filter(([name]) => !name.startsWith('xmlns'));
  return { $type: element.$type, ...Object.fromEntries([...facts, ...attributes]) };
}

function plainItem(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item;
  return '$children' in item ? plainForeign(item as ForeignElement) : plain(item as ModelElement);
}

/** A vendor's element: its name, attributes, text and children. */
function plainForeign({ $descriptor, $body, $children, ...rest }: ForeignElement): unknown {
  const attributes = Object.entries(rest).filter(([name]) => !name.startsWith('$'));
  const { uri, localName } = $descriptor.ns;
  return { name: [uri, localName], attributes, text: $body, children: $children.map(plainForeign) };
}

function idOf(target: ModelElement): unknown {
  return target.get('id');
}

function byJson(a: unknown, b: unknown): number {
  return JSON.stringify(a).localeCompare(JSON.stringify(b));
}

function read(bytes: Uint8Array): Definitions {
  const { definitions } = readModel(decodeXml(bytes).value ?? '');
  if (!definitions) throw new Error('The reference cannot be read.');
  return definitions as Definitions;
}

describe('a text stands for a reference model', () => {
  test.each(names)('%s', async (name) => {
    const document = await open(`${folder}/${name}.procedo`, readFileSync(`${folder}/${name}.procedo`), files);
    expect(document.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    const exported = read(new TextEncoder().encode(exportXml(document)));
    expect(plain(exported)).toEqual(plain(read(readFileSync(`${folder}/${name}.reference.bpmn`))));
  });

  test('there are six of them', () => {
    expect(names.toSorted()).toEqual(['A.1.0', 'A.2.0', 'A.2.1', 'A.3.0', 'B.1.0', 'C.1.0']);
  });
});
