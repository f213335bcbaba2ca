import type { Model } from '../language/index.ts';
import {
  allElements,
  type CmmnDefinitions,
  type Definitions,
  is,
  type ModelElement,
  readModel,
  writeModel,
} from '../model/index.ts';
import { modelsOf } from './models-that-run.ts';
import type { SourceDocument } from './source-document.ts';

type AnyDefinitions = Definitions | CmmnDefinitions;

/** A file that holds what another one calls. */
export interface CalledFile {
  /** Copies of its models, without drawings, in which no id is one of another model of the run. */
  readonly models: readonly AnyDefinitions[];
  /** Of a text: its syntax tree. */
  readonly text?: Model;
  /** Ids in these models by ids of the file. */
  readonly idOf: (id: string) => string;
}

/** The models of a file that is called, as XML. */
export function xmlOf({ models }: CalledFile): string[] {
  return models.map(writeModel);
}

/** Ids of the processes and cases in a model: what can be called. */
export function idsIn(model: AnyDefinitions): string[] {
  const roots: readonly ModelElement[] = is(model, 'bpmn:Definitions') ? model.rootElements : model.cases;
  return roots.flatMap((root) => (is(root, 'bpmn:Process') || is(root, 'cmmn:Case') ? (idOf(root) ?? []) : []));
}

/** All ids in a model. */
export function takenIn(model: AnyDefinitions): string[] {
  return [...allElements(model)].flatMap((element) => idOf(element) ?? []);
}

/**
 * Takes a file into a run. An id that something else in the run has is followed by `#` and the name of the file, as no id of a file is.
 * @param called by which id it is called
 * @param taken ids of the run so far; those of the file are added
 */
export function calledFile(document: SourceDocument, called: string, taken: Set<string>): CalledFile {
  const ids = new Map<string, string>();
  const callable = new Map<string, string>();
  const known = document.scenarios?.idOf(called) ?? called;
  const models = modelsOf(document).flatMap((model) => {
    const copy = readModel(writeModel(model)).definitions as AnyDefinitions | undefined;
    return copy ? [copy] : [];
  });
  const suffix = `#${stemOf(document.path)}`;
  for (const model of models) {
    dropDrawings(model);
    for (const element of allElements(model)) {
      const id = idOf(element);
      // A definition of a process elsewhere is looked up by its id.
      if (id === undefined || is(element, 'cmmn:Process')) continue;
      const wanted = id === known && is(element, 'bpmn:Process') ? called : id;
      const given = taken.has(wanted) ? freeId(`${wanted}${suffix}`, taken) : wanted;
      taken.add(given);
      if (given !== id) element.set('id', given);
      ids.set(id, given);
      if (is(element, 'bpmn:Process') || is(element, 'cmmn:Case')) callable.set(id, given);
    }
  }
  for (const model of models) for (const element of allElements(model)) followCall(element, callable);
  const { scenarios } = document;
  const idOfFile = (id: string) => {
    const inFile = scenarios?.idOf(id) ?? id;
    return ids.get(inFile) ?? inFile;
  };
  return { models, idOf: idOfFile, ...(scenarios && { text: scenarios.model }) };
}

function idOf(element: ModelElement): string | undefined {
  const id = element.get('id');
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  for (let count = 2, id = wanted; ; id = `${wanted}${count++}`) if (!taken.has(id)) return id;
}

function dropDrawings(model: AnyDefinitions): void {
  if (is(model, 'bpmn:Definitions')) model.set('diagrams', []);
  else model.set('CMMNDI', undefined);
}

const namesOfCalled = ['calledElement', 'caseRef', 'processRef', 'externalRef'] as const;

/** What is called is named by text: it follows an id that is another one now. */
function followCall(element: ModelElement, ids: ReadonlyMap<string, string>): void {
  if (!is(element, 'bpmn:CallActivity') && !is(element, 'cmmn:Task') && !is(element, 'cmmn:Process')) return;
  for (const property of namesOfCalled) {
    const name = element.get(property);
    const given = typeof name === 'string' ? ids.get(name.slice(name.indexOf(':') + 1)) : undefined;
    if (given !== undefined && given !== name) element.set(property, given);
  }
}

/** `/models/loan.check.bpmn` → `loan.check`. */
function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/\.(procedo|mmd|bpmn|bpmn2|bpmn20\.xml|cmmn|cmmn\.xml|xml)$/i, '');
}
