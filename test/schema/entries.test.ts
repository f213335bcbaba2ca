import { expect, test } from 'vitest';
import { types } from '../../src/schema/generated/meta-model.ts';
import { concreteTypes, entriesOf, entryNamed, type TypeDescriptor, typeNamed } from '../../src/schema/index.ts';

const all = Object.keys(types).flatMap((name) => typeNamed(name) ?? []);

function type(name: string): TypeDescriptor {
  const found = typeNamed(name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

test('each name that a type lists is found again, and stands for the same', () => {
  for (const owner of all) {
    for (const entry of entriesOf(owner)) expect(entryNamed(owner, entry.name)).toEqual(entry);
  }
});

test('all that a file may hold has a name', () => {
  for (const owner of all) {
    const listed = new Set(entriesOf(owner).map(({ property }) => property));
    for (const property of owner.properties) {
      const isForeign = property.type === 'Element' && !property.isReference;
      const isElsewhere = !property.type.startsWith(`${owner.package.prefix}:`) && property.type.includes(':');
      if (property.isVirtual || isForeign || isElsewhere || listed.has(property)) continue;
      // Named by the type of its value, and every such name is taken by a property before it.
      const names = concreteTypes(property.type, owner.package.prefix).map(({ localName }) => localName);
      expect([owner.name, property.name, names]).toEqual([owner.name, property.name, []]);
    }
  }
});

test('a name is that of the schema, or the plural that the text of the standard has for references', () => {
  const process = type('bpmn:Process');
  expect(entryNamed(process, 'property')?.property.name).toBe('properties');
  expect(entryNamed(process, 'properties')).toBeUndefined();
  expect(entryNamed(process, 'supportedInterfaceRefs')?.property.name).toBe('supportedInterfaceRef');
  expect(entryNamed(process, 'definitionalCollaborationRefs')).toBeUndefined();
  expect(entryNamed(process, 'incoming')).toBeUndefined();
  expect(entryNamed(type('bpmn:Documentation'), 'text')?.property.isBody).toBe(true);
});

test('a child stands for the property that takes its type', () => {
  const event = type('bpmn:StartEvent');
  expect(entryNamed(event, 'timerEventDefinition')?.type?.name).toBe('bpmn:TimerEventDefinition');
  expect(entryNamed(event, 'eventDefinition')?.type?.isAbstract).toBe(true);
  expect(entriesOf(event).map(({ name }) => name)).not.toContain('eventDefinition');
});
