/** What holds for all models and all edits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffModels, isSameModel, matchElements } from '../../src/diff/index.ts';
import { addVerbatim, isElement, type ModelElement, ownPropertyOf, writeModel, xmlOf } from '../../src/model/index.ts';
import { typeNamed } from '../../src/schema/index.ts';
import { elementsOf, type Model, modelFiles, plainProperties, read, readFixture } from './models.ts';

const runs = Number(process.env.PROCEDO_RUNS ?? 100);

describe.each(modelFiles)('%s', (name) => {
  it('matches every element of itself, and has no change', () => {
    const [before, after] = [readFixture(name), readFixture(name)];
    const { afterOf, beforeOf } = matchElements(before, after);
    const others = elementsOf(after);
    elementsOf(before).forEach((element, index) => {
      expect(afterOf.get(element)?.$type).toBe(element.$type);
      expect(afterOf.get(element)).toBe(others[index]);
    });
    expect(beforeOf.size).toBe(others.length);
    expect(diffModels(before, after)).toEqual([]);
    const ids = elementsOf(before).flatMap((one) => ownPropertyOf(one, 'id') ?? []);
    // Which of two a reference means is not said by the elements alone.
    expect(isSameModel(before, after)).toBe(new Set(ids).size === ids.length);
  });

  it('is followed where every id is another', () => {
    const [before, after] = [readFixture(name), readFixture(name)];
    for (const [index, element] of elementsOf(after).entries()) {
      if (typeof ownPropertyOf(element, 'id') === 'string') element.set('id', `other_${index}`);
    }
    const changes = diffModels(before, after).filter(({ kind }) => kind !== 'id' && kind !== 'file');
    expect(changes.map(({ sentence }) => sentence)).toEqual([]);
  });
});

/** An edit of a model in place, by a number; nothing where it cannot be made. */
type Edit = (element: ModelElement, model: Model, pick: number) => void;

const edits: Readonly<Record<string, Edit>> = {
  'says something else'(element, _, pick) {
    const names = plainProperties(element);
    const name = names[pick % names.length];
    if (name === undefined) return;
    const value = ownPropertyOf(element, name);
    const values = { string: `${value} more`, boolean: !value, number: Number(value) + 1 };
    element.set(name, values[typeof value as keyof typeof values]);
  },
  'has a name of another namespace'(element) {
    element.set('other', 'value');
  },
  'lacks a part'(element, _, pick) {
    removeOne(element, pick, false);
  },
  'lacks a reference'(element, _, pick) {
    removeOne(element, pick, true);
  },
  'refers to another'(element, model, pick) {
    const references = (typeNamed(element.$type)?.properties ?? []).filter(
      ({ isReference, isMany, isVirtual, name }) =>
        isReference && !isMany && !isVirtual && ownPropertyOf(element, name),
    );
    const property = references[pick % references.length];
    if (!property) return;
    const old = ownPropertyOf(element, property.name);
    const others = elementsOf(model).filter((one) => isElement(old) && one.$type === old.$type && one !== old);
    const other = others[pick % others.length];
    if (other) element.set(property.name, other);
  },
};

function removeOne(element: ModelElement, pick: number, isReference: boolean): void {
  const properties = (typeNamed(element.$type)?.properties ?? []).filter((property) => {
    const value = ownPropertyOf(element, property.name);
    const hasValue = isElement(value) || (Array.isArray(value) && value.length > 0);
    return property.isReference === isReference && hasValue && !['diagrams', 'CMMNDI'].includes(property.name);
  });
  const property = properties[pick % properties.length];
  if (!property) return;
  const value = ownPropertyOf(element, property.name);
  if (Array.isArray(value)) value.splice(pick % value.length, 1);
  else element.set(property.name, undefined);
}

/** The model with one edit, as it is when it was written and read: nothing in it refers to what is not there. */
function edited(name: string, edit: Edit, at: number, pick: number): Model {
  const model = readFixture(name);
  const elements = elementsOf(model);
  const element = elements[at % elements.length];
  if (element) edit(element, model, pick);
  return read(writeModel(model));
}

describe.each(Object.entries(edits))('an element that %s', (_, edit) => {
  it('is told, by elements that are there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...modelFiles), fc.nat(), fc.nat(), (name, at, pick) => {
        const [before, after] = [readFixture(name), edited(name, edit, at, pick)];
        if (withoutDrawing(before) === withoutDrawing(after)) return;
        for (const [from, to] of [
          [before, after],
          [after, before],
        ] as const) {
          expect(isSameModel(from, to)).toBe(false);
          const changes = diffModels(from, to);
          expect(changes.length).toBeGreaterThan(0);
          const ids = new Set([...elementsOf(from), ...elementsOf(to)].map((one) => ownPropertyOf(one, 'id')));
          for (const { element: id, marks, sentence } of changes) {
            expect(sentence).toMatch(/^\S.*\.$/s);
            for (const each of [id, ...marks.before, ...marks.after]) expect(each === null || ids.has(each)).toBe(true);
          }
        }
      }),
      { numRuns: runs },
    );
  });

  it('leaves the same pairs the other way round', () => {
    fc.assert(
      fc.property(fc.constantFrom(...modelFiles), fc.nat(), fc.nat(), (name, at, pick) => {
        const [before, after] = [readFixture(name), edited(name, edit, at, pick)];
        const there = matchElements(before, after);
        const back = matchElements(after, before);
        expect(back.afterOf.size).toBe(there.afterOf.size);
        for (const [one, other] of there.afterOf) expect(back.afterOf.get(other)).toBe(one);
      }),
      { numRuns: runs },
    );
  });
});

function withoutDrawing(model: Model): string {
  const copy = model.get('diagrams') ?? model.get('CMMNDI');
  const property = model.$type === 'bpmn:Definitions' ? 'diagrams' : 'CMMNDI';
  model.set(property, property === 'diagrams' ? [] : undefined);
  const text = writeModel(model);
  model.set(property, copy);
  return text;
}

describe('flows without ids', () => {
  const flow = (source: string, target: string) => `<sequenceFlow sourceRef="${source}" targetRef="${target}"/>`;
  const model = (...flows: readonly string[]) =>
    read(
      `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><task id="a"/><task id="b"/>${flows.join('')}</process></definitions>`,
    );

  it('are the same by their ends, wherever they stand', () => {
    const [there, back] = [flow('a', 'b'), flow('b', 'a')];
    expect(isSameModel(model(there, back, there), model(there, there, back))).toBe(true);
    expect(isSameModel(model(there, back, there), model(back, there, back))).toBe(false);
    expect(isSameModel(model(there), model(flow('a', 'c')))).toBe(false);
    expect(isSameModel(model(flow('a', 'c')), model(flow('a', 'c')))).toBe(true);
  });
});

describe('an attribute of a name space that has a prefix by custom', () => {
  const xsi = 'http://www.w3.org/2001/XMLSchema-instance';
  const model = () =>
    read(
      `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="${xsi}" xsi:schemaLocation="a b"/>`,
    );

  it('is the same where a made model does not bind the prefix, as the writer does', () => {
    const made = model();
    made.set('xmlns:xsi', undefined);
    expect(isSameModel(model(), made)).toBe(true);
    made.set('xmlns:xsi', 'other');
    expect(isSameModel(model(), made)).toBe(false);
  });
});

describe('an element that is held as the XML that it was read from', () => {
  it('counts as the same only where it is read as that', () => {
    let proved = 0;
    for (const name of modelFiles) {
      const before = readFixture(name);
      for (let index = 1; index < elementsOf(before).length; index += 7) {
        const after = readFixture(name);
        const element = elementsOf(after)[index];
        const owner = element?.$parent;
        if (!element || !owner || !isElement(owner) || !holdAsXml(owner, element)) continue;
        if (!isSameModel(before, after)) continue;
        proved++;
        expect(diffModels(before, read(writeModel(after)))).toEqual([]);
      }
    }
    expect(proved).toBeGreaterThan(0);
  });
});

/** Puts the XML of a part in its place; false where it is not one of a property. */
function holdAsXml(owner: ModelElement, part: ModelElement): boolean {
  const xml = xmlOf(part);
  const property = (typeNamed(owner.$type)?.properties ?? []).find(({ isReference, name }) => {
    const value = ownPropertyOf(owner, name);
    return !isReference && (value === part || (Array.isArray(value) && value.includes(part)));
  });
  if (!property || xml === undefined) return false;
  const value = ownPropertyOf(owner, property.name);
  owner.set(property.name, Array.isArray(value) ? value.filter((one) => one !== part) : undefined);
  return addVerbatim(owner, xml) === property.name;
}
