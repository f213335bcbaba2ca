/** Law: any model that the meta-model allows is the same after writing and reading. */
import fc, { type GeneratorValue } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  append,
  createElement,
  createForeignElement,
  type Definitions,
  type ForeignElement,
  type ModelElement,
  ownValuesOf,
  readModel,
  type TypeMap,
  writeModel,
} from '../../src/model/index.ts';
import { types } from '../../src/schema/generated/meta-model.ts';
import {
  childRule,
  elementOfType,
  type PropertyDescriptor,
  type TypeDescriptor,
  typeNamed,
} from '../../src/schema/index.ts';

const concrete = Object.keys(types)
  .map((name) => typeNamed(name))
  .filter((type) => type && !type.isAbstract) as TypeDescriptor[];

/** What reading must keep: all that text can hold in XML, with the characters that need care more often than chance has it. */
const text = fc.string({
  minLength: 1,
  maxLength: 8,
  unit: fc.oneof(
    fc.constantFrom('\n', '\r', '\t', '&', '<', '>', '"', "'", ' ', ']]>', '\u2028'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
});

const anyText = () => text;

const VENDOR = 'urn:vendor';

/** Types whose elements a parent takes as children of a property. */
function childTypes(parent: TypeDescriptor, property: PropertyDescriptor): TypeDescriptor[] {
  const fitting = concrete.filter((type) => type.allTypes.has(property.type));
  if (property.element !== '') return fitting;
  return fitting.filter((type) => childRule(parent, type.package.prefix, elementOfType(type))?.property === property);
}

class ModelMaker {
  readonly made: ModelElement[] = [];
  readonly g: GeneratorValue;

  constructor(g: GeneratorValue) {
    this.g = g;
  }

  element(type: TypeDescriptor, depth: number): ModelElement {
    const element: ModelElement = createElement(type.name as keyof TypeMap);
    if (type.propertiesByName.has('id')) element.set('id', `id_${this.made.push(element)}`);
    for (const property of type.properties) {
      if (property.isId || property.isVirtual || this.g(fc.nat, { max: 3 }) > 0) continue;
      if (property.type === 'Element') this.#addForeign(element, property);
      else if (property.isReference) this.#refer(element, property);
      else if (property.isAttr || !property.type.includes(':')) element.set(property.name, this.#value(property));
      else if (depth > 0) this.#contain(element, type, property, depth);
    }
    if (this.g(fc.nat, { max: 5 }) === 0) element.$attrs['v:attribute'] = this.g(anyText);
    return element;
  }

  #addForeign(element: ModelElement, property: PropertyDescriptor): void {
    if (property.isReference || !property.isMany) return;
    element.set(property.name, [this.#foreign(2), this.#foreign(1)]);
  }

  /** A vendor's element, under the prefix that the file binds or one that it does not. */
  #foreign(depth: number): ForeignElement {
    const name = this.g(fc.boolean)
      ? { prefix: 'v', localName: 'known', uri: VENDOR }
      : { prefix: 'w', localName: 'own', uri: 'urn:w' };
    const attributes = new Map([['a', this.g(anyText)]]);
    if (this.g(fc.boolean)) attributes.set('v:b', this.g(anyText));
    const parts = Array.from({ length: depth === 0 ? 0 : this.g(fc.nat, { max: 3 }) }, () =>
      this.g(fc.boolean) ? this.#foreign(depth - 1) : this.g(anyText),
    );
    return createForeignElement(name, attributes, parts);
  }

  #oneOf<T>(list: readonly T[]): T | undefined {
    return list[this.g(fc.nat, { max: Math.max(list.length - 1, 0) })];
  }

  #value(property: PropertyDescriptor): unknown {
    if (property.type === 'Boolean') return this.g(fc.boolean);
    if (property.type === 'Integer') return this.g(fc.integer);
    return property.type === 'Real' ? this.g(fc.double, { noNaN: true, noDefaultInfinity: true }) + 0 : this.g(anyText);
  }

  #refer(element: ModelElement, property: PropertyDescriptor): void {
    const target = this.#oneOf(this.made) ?? element;
    if (target.get('id') === undefined) return;
    if (property.isMany) append(element, property.name as never, target as never);
    else element.set(property.name, target);
  }

  #contain(element: ModelElement, type: TypeDescriptor, property: PropertyDescriptor, depth: number): void {
    const choices = childTypes(type, property);
    const count = property.isMany ? this.g(fc.nat, { max: 3 }) : 1;
    for (let n = 0; n < count; n++) {
      const chosen = this.#oneOf(choices);
      if (!chosen) return;
      const child = this.element(chosen, depth - 1);
      if (property.isMany) append(element, property.name as never, child as never);
      else element.set(property.name, child);
    }
  }
}

/** A model as plain data: references as ids, nothing for what is empty. */
function plain(value: unknown, isReference = false): unknown {
  if (Array.isArray(value)) return value.map((one) => plain(one, isReference));
  if (typeof value !== 'object' || value === null) return value;
  const element = value as ModelElement;
  if (isReference) return element.get('id');
  const type = typeNamed(element.$type);
  // Foreign elements are made when someone looks at them.
  for (const property of type?.properties ?? []) if (property.type === 'Element') element.get(property.name);
  const said = type ? ownValuesOf(element) : Object.entries(element);
  const own = said.filter(([, one]) => one !== undefined && !(Array.isArray(one) && one.length === 0));
  const pairs = own.map(([name, one]) => [name, plain(one, type?.propertiesByName.get(name)?.isReference)]);
  const foreign = '$attrs' in element && element.$attrs['v:attribute'];
  return { $type: element.$type, ...(foreign && { foreign }), ...Object.fromEntries(pairs) };
}

describe('any model is the same after writing and reading', () => {
  it.each(['bpmn:Definitions', 'cmmn:Definitions'])('%s', (root) => {
    const type = typeNamed(root);
    if (!type) throw new Error(`no ${root}`);
    const law = fc.property(fc.gen(), (g) => {
      const model = new ModelMaker(g).element(type, 4) as Definitions;
      model.$attrs['xmlns:v'] = VENDOR;
      const { definitions, problems } = readModel(writeModel(model));
      expect(problems).toEqual([]);
      expect(plain(definitions)).toEqual(plain(model));
    });
    fc.assert(law, { numRuns: 200 });
  });
});
