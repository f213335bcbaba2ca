/** What there is to draw of an XML file: its own text where it has a drawing, else one made here. */
import type { Problem } from '../base/problem.ts';
import { allElements, asCmmn11, type CmmnDefinitions, type Definitions, elementsById, is } from '../model/index.ts';
import { type DrawnDiagram, drawnDiagrams } from './drawn-diagrams.ts';
import { isDrawn, layoutXml } from './outputs.ts';
import type { SourceDocument } from './source-document.ts';

export interface DrawnFile {
  /** BPMN XML, or '' for a file of cases. */
  readonly xml: string;
  /** CMMN 1.1 XML, or '' for a file of processes. */
  readonly caseXml: string;
  readonly definitions: Definitions | CmmnDefinitions;
  readonly diagrams: readonly DrawnDiagram[];
  /** Of the drawing alone; what is wrong with the file is in the document. */
  readonly problems: readonly Problem[];
}

const drawnFiles = new WeakMap<SourceDocument, DrawnFile>();

/** Makes the drawing that is missing, in the model of the document, once. `undefined`: it could not be read, or is a text. */
export function drawnFile(document: SourceDocument): DrawnFile | undefined {
  const drawn = drawnFiles.get(document) ?? drawFile(document);
  if (drawn) drawnFiles.set(document, drawn);
  return drawn;
}

function drawFile(document: SourceDocument): DrawnFile | undefined {
  const { kind, definitions } = document;
  if (!definitions || (kind !== 'bpmn' && kind !== 'cmmn')) return undefined;
  const made = isDrawn(definitions) ? { value: document.text, problems: [] } : layoutXml(document);
  const xml = made.value ?? '';
  const written = kind === 'cmmn' ? { xml: '', caseXml: asCmmn11(xml) } : { xml, caseXml: '' };
  return { ...written, definitions, diagrams: drawnDiagrams(definitions), problems: made.problems };
}

/** What the elements of an XML file call in the same file: ids of call activities and plan items, with that of the process or case. */
export function callsInFile(definitions: Definitions | CmmnDefinitions): ReadonlyMap<string, string> {
  const elements = elementsById(definitions);
  const calls = new Map<string, string>();
  for (const element of allElements(definitions)) {
    const called = calledBy(element);
    const target = called === undefined ? undefined : elements.get(called.slice(called.indexOf(':') + 1));
    const id = element.get('id');
    if (typeof id === 'string' && target && (is(target, 'bpmn:Process') || is(target, 'cmmn:Case')))
      calls.set(id, String(target.get('id')));
  }
  return calls;
}

/** A qualified name; undefined for what calls nothing. */
function calledBy(element: unknown): string | undefined {
  if (is(element, 'bpmn:CallActivity')) return element.calledElement;
  if (!is(element, 'cmmn:PlanItem') && !is(element, 'cmmn:DiscretionaryItem')) return undefined;
  const { definitionRef } = element;
  return is(definitionRef, 'cmmn:CaseTask') ? definitionRef.caseRef : undefined;
}
