/**
 * Reference models of the BPMN Model Interchange Working Group (CC BY 3.0) as text: what we export is the same model.
 * Drawing and exporter apart, every attribute and child is compared; flow elements as a set, all else in order.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Definitions, decodeXml, type ModelElement, readModel } from '../../src/model/index.ts';
import { exportXml, type Files, open } from '../../src/workspace/index.ts';

const folder = 'test/fixtures/miwg';
const names = readdirSync(folder).flatMap((file) =>
  file.endsWith('.procedo') ? [file.replace(/\.procedo$/, '')] : [],
);

const files: Files = {
  read: async (path) => readFileSync(path),
  siblings: async () => [],
};

/** The standard's defaults that the references spell out. */
const defaults: Readonly<Record<string, unknown>> = {
  completionQuantity: 1,
  startQuantity: 1,
  isForCompensation: false,
  gatewayDirection: 'Unspecified',
  triggeredByEvent: false,
  parallelMultiple: false,
  cancelActivity: true,
};

const left = new Set(['exporter', 'exporterVersion', 'diagrams']);

/** An element as plain data; references by id. */
function plain(value: unknown, property = ''): unknown {
  if (Array.isArray(value)) {
    const items: ModelElement[] = property === 'flowElements' ? value.toSorted(byId) : value;
    return items.map((item) => plain(item));
  }
  if (typeof value !== 'object' || value === null) return value;
  const element = value as ModelElement;
  const entries = Object.entries(element).filter(([key, content]) => !left.has(key) && content !== defaults[key]);
  const shown = entries.map(([key, content]) => [
    key,
    isReference(element, content) ? idsOf(content) : plain(content, key),
  ]);
  return { $type: element.$type, ...Object.fromEntries(shown) };
}

function byId(a: ModelElement, b: ModelElement): number {
  return String(a.get('id')).localeCompare(String(b.get('id')));
}

function isReference(owner: ModelElement, content: unknown): boolean {
  const first = Array.isArray(content) ? content[0] : content;
  return typeof first === 'object' && first !== null && (first as ModelElement).$parent !== owner;
}

function idsOf(content: unknown): unknown {
  return (Array.isArray(content) ? content : [content]).map((target: ModelElement) => target.get('id'));
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

  test('there are three of them', () => expect(names).toEqual(['A.1.0', 'A.2.0', 'A.3.0']));
});
