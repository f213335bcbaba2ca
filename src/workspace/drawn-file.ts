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

/** What an element of an XML file calls. */
export interface FileCall {
  /** The id that it names, without a prefix. */
  readonly called: string;
  /** Whether that is a process or a case of the same file. */
  readonly isHere: boolean;
}

/** What the elements of an XML file call, by the ids of the call activities and plan items. */
export function callsInFile(definitions: Definitions | CmmnDefinitions): ReadonlyMap<string, FileCall> {
  const elements = elementsById(definitions);
  const calls = new Map<string, FileCall>();
  for (const element of allElements(definitions)) {
    const name = calledBy(element);
    const id = element.get('id');
    if (name === undefined || typeof id !== 'string') continue;
    const called = name.slice(name.indexOf(':') + 1);
    const target = elements.get(called);
    calls.set(id, { called, isHere: is(target, 'bpmn:Process') || is(target, 'cmmn:Case') });
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
