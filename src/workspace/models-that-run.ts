/** The models of a document that can be run. */
import { type CmmnDefinitions, type Definitions, is } from '../model/index.ts';
import type { SourceDocument } from './source-document.ts';

/** The processes of a document; none: it holds no process, or cannot be read. */
export function processesOf({ definitions }: SourceDocument): Definitions | undefined {
  if (!definitions || !is(definitions, 'bpmn:Definitions')) return undefined;
  return definitions.rootElements.some((root) => root.$type === 'bpmn:Process') ? definitions : undefined;
}

/** The cases of a document; none: it holds no case, or cannot be read. */
export function casesOf({ definitions, cases }: SourceDocument): CmmnDefinitions | undefined {
  const found = cases ?? (definitions && is(definitions, 'cmmn:Definitions') ? definitions : undefined);
  return found && found.cases.length > 0 ? found : undefined;
}

/** All models of a document that run. */
export function modelsOf(document: SourceDocument): (Definitions | CmmnDefinitions)[] {
  return [processesOf(document) ?? [], casesOf(document) ?? []].flat();
}
