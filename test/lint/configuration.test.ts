/** What the schema of `procedo.config.json` says of a configuration, and what the linter says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isRecord } from '../../src/base/is-record.ts';
import { readConfiguration } from '../../src/lint/index.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const schema: Schema = JSON.parse(read('schemas/procedo.config.schema.json'));
const fixtures = 'test/fixtures/lint-configurations';
const filesOf = (folder: string) =>
  readdirSync(join(root, fixtures, folder)).map((name) => join(fixtures, folder, name));

/** What the schema uses of JSON Schema, draft 7. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema | readonly Schema[];
  readonly additionalItems?: false;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: false;
  readonly required?: readonly string[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const words = [
  '$ref',
  'type',
  'enum',
  'anyOf',
  'items',
  'additionalItems',
  'minItems',
  'properties',
  'patternProperties',
];
const others = [
  'additionalProperties',
  'required',
  'definitions',
  'description',
  'default',
  'title',
  '$schema',
  '$comment',
];

function accepts(by: Schema, value: unknown): boolean {
  expect([...words, ...others]).toEqual(expect.arrayContaining(Object.keys(by)));
  if (by.$ref !== undefined) return accepts(referred(by.$ref), value);
  if (by.type !== undefined && typeOf(value) !== by.type) return false;
  if (by.enum && !by.enum.includes(value)) return false;
  if (by.anyOf && !by.anyOf.some((one) => accepts(one, value))) return false;
  if (Array.isArray(value)) return acceptsItems(by, value);
  return !isRecord(value) || acceptsProperties(by, value);
}

function referred(reference: string): Schema {
  const steps = reference.replace('#/', '').split('/');
  return steps.reduce<Record<string, unknown>>(
    (at, step) => at[step] as Record<string, unknown>,
    schema as Record<string, unknown>,
  );
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value;
}

function acceptsItems({ items, additionalItems, minItems = 0 }: Schema, list: readonly unknown[]): boolean {
  if (list.length < minItems) return false;
  if (!items || !Array.isArray(items)) return !items || list.every((item) => accepts(items as Schema, item));
  const isTooLong = additionalItems === false && list.length > items.length;
  return !isTooLong && list.every((item, at) => !items[at] || accepts(items[at], item));
}

function acceptsProperties(by: Schema, value: Record<string, unknown>): boolean {
  const { properties = {}, patternProperties = {}, additionalProperties, required = [] } = by;
  if (!required.every((key) => key in value)) return false;
  return Object.entries(value).every(([key, one]) => {
    const fitting = Object.entries(patternProperties).filter(([pattern]) => new RegExp(pattern, 'u').test(key));
    const schemas = [...(properties[key] ? [properties[key]] : []), ...fitting.map(([, each]) => each)];
    return (schemas.length > 0 || additionalProperties !== false) && schemas.every((each) => accepts(each, one));
  });
}

test.each(filesOf('good'))('%s is accepted', (path) => {
  expect(readConfiguration(read(path), false).mistakes).toEqual([]);
  expect(accepts(schema, JSON.parse(read(path)))).toBe(true);
});

test.each(filesOf('bad'))('%s is refused', (path) => {
  expect(readConfiguration(read(path), false).mistakes).toHaveLength(1);
  expect(accepts(schema, JSON.parse(read(path)))).toBe(false);
});

test('the example of the documentation is accepted', () => {
  const [, example = ''] = /```json\n(.*?)```/s.exec(read('docs/lint.md')) ?? [];
  expect(readConfiguration(example, false).mistakes).toEqual([]);
  expect(accepts(schema, JSON.parse(example))).toBe(true);
});
