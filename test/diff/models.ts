import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CmmnDefinitions,
  childrenOf,
  type Definitions,
  is,
  type ModelElement,
  ownPropertyOf,
  readModel,
} from '../../src/model/index.ts';
import { typeNamed } from '../../src/schema/index.ts';

const fixtures = join(import.meta.dirname, '../fixtures');

/** Models of both standards, each with much in it. */
export const modelFiles = globSync(['mapping/**/*.bpmn', 'mapping/**/*.cmmn', 'model/kept/*'], {
  cwd: fixtures,
}).sort();

export type Model = Definitions | CmmnDefinitions;

/** A model of its own each time, read anew. */
export function readFixture(name: string): Model {
  return read(readFileSync(join(fixtures, name), 'utf8'));
}

export function read(xml: string): Model {
  const { definitions, problems } = readModel(xml);
  if (!definitions) throw new Error(problems[0]?.message);
  return definitions;
}

/** All elements but those of the drawing, in the order of the schema. */
export function elementsOf(root: ModelElement): ModelElement[] {
  const found: ModelElement[] = [root];
  // A list grows while it is walked.
  for (const element of found) {
    for (const child of childrenOf(element)) {
      if (!is(child, 'bpmndi:BPMNDiagram') && !is(child, 'cmmndi:CMMNDI')) found.push(child);
    }
  }
  return found;
}

/** The names of the attributes and texts that an element has. */
export function plainProperties(element: ModelElement): string[] {
  return (typeNamed(element.$type)?.properties ?? [])
    .filter(({ name, isId, isReference, isVirtual, type }) => {
      const isText = !isId && !isReference && !isVirtual && type !== 'Element';
      return isText && ['string', 'boolean', 'number'].includes(typeof ownPropertyOf(element, name));
    })
    .map(({ name }) => name);
}
