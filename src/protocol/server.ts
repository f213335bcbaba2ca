/**
 * What the extension (or any other client) asks the language server beyond LSP: the model to draw, the way between
 * text and picture, and pictures as files. Documents are those the client keeps in sync: language `procedo` (any URI
 * scheme), and `*.bpmn` and `*.cmmn` files, which carry the language id `xml`; all are read from the synced text, not from disk.
 */
import type { Severity } from '../base/problem.ts';
import type { Position, Range } from '../base/range.ts';
import { count, list, oneOf, optional, range, record, text } from './shape.ts';

/**
 * Request. Params `ModelParams`, result `DiagramModel`, or `null` when the document is not open.
 * It subscribes: from now on each change of the document is followed by `modelChangedNotification`, until
 * `closeNotification` or until the document is closed. Asking again is harmless.
 */
export const modelRequest = 'procedo/model';

/** Notification of the server, params `DiagramModel`: only for documents asked for by `modelRequest`. */
export const modelChangedNotification = 'procedo/modelChanged';

/**
 * Notification of the server, params `ChangedProblems`, in place of `modelChangedNotification` where the model is the one that was sent last:
 * only for clients that said so when they asked for it.
 */
export const problemsChangedNotification = 'procedo/problemsChanged';

/** Notification of the client, params `DocumentParams`: no preview shows this document any more. */
export const closeNotification = 'procedo/close';

/**
 * Notification of the client, params `DocumentParams`: the caret has left the line that is held (`DiagramModel.held`), so
 * the model is to be shown as it stands.
 */
export const releaseNotification = 'procedo/release';

/** Request. `LocateElementParams` → `LocatedRange` or `null`; `LocatePositionParams` → `LocatedElements`. */
export const locateRequest = 'procedo/locate';

/** Request. Params `LocateElementParams`, result `CalledElement`, or `null` where the element calls nothing whose text is known. */
export const calledRequest = 'procedo/called';

/** Request. Params `LocateLinesParams`, result `LocatedLines`: what begins in these lines and is drawn. */
export const locateLinesRequest = 'procedo/locateLines';

/** Request. `ExportParams` → `ExportResult`, or `null` when the document is not open. */
export const exportRequest = 'procedo/export';

export interface DocumentParams {
  readonly uri: string;
}

export interface ModelParams extends DocumentParams {
  /** Whether the client takes problems alone (`problemsChangedNotification`): a large model takes long on its way. */
  readonly takesProblems?: boolean;
}

/** What is wrong with a document whose model is still the one that was sent last. */
export interface ChangedProblems {
  readonly uri: string;
  /** The version of the text document (LSP) in which they were found. */
  readonly version: number;
  readonly problems: readonly ViewProblem[];
}

/** What there is to draw of a document, at one version of its text. */
export interface DiagramModel {
  readonly uri: string;
  /** The version of the text document (LSP) that this was made from. */
  readonly version: number;
  /** BPMN 2.0 XML with a drawing of all processes. What could be read of a text with errors is in it; empty: no process is drawn. */
  readonly xml: string;
  /** CMMN 1.1 XML with a drawing of all cases, likewise. Where both are empty there is nothing to draw, and a view keeps its last picture. */
  readonly caseXml: string;
  /** The drawings in `xml`, then those in `caseXml`, each in its order. No two have the same id. */
  readonly diagrams: readonly DiagramName[];
  /** All problems of the document, worst first is not promised. */
  readonly problems: readonly ViewProblem[];
  /** Ids of the drawn elements that call a process, case or decision whose text is known: a person can go there from the picture. */
  readonly calls?: readonly string[];
  /** While a line is half-typed, `xml` and `caseXml` are the last model in which it was whole. */
  readonly held?: HeldForm;
}

/** What is shown although the text no longer says it, because a line of it is at work. */
export interface HeldForm {
  /** The broken line, from 0. */
  readonly line: number;
  /** Ids of the elements that the text no longer has. */
  readonly ids: readonly string[];
}

export interface DiagramName {
  /** That of the BPMNDiagram or CMMNDiagram element. */
  readonly id: string;
  /** What a person calls it: the diagram's name, or that of the process, collaboration or case it shows. */
  readonly name: string;
  /** Which XML it is in: `bpmn` is `xml`, `cmmn` is `caseXml`. */
  readonly notation: Notation;
}

export type Notation = 'bpmn' | 'cmmn';

/** A problem as views show it: a `Problem` of src/base, in the shape that travels. */
export interface ViewProblem {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly range?: Range;
  /** Id of the element it is about, or that stands at its place: the picture may mark it. */
  readonly element?: string;
}

export interface LocateElementParams {
  readonly uri: string;
  readonly id: string;
}

export interface LocatePositionParams {
  readonly uri: string;
  readonly position: Position;
}

/** Where an element stands in the text: the range to select, its id or label rather than its whole block. */
export interface LocatedRange {
  readonly range: Range;
}

/** What an element calls: where its text stands, in this document or another. */
export interface CalledElement extends LocatedRange {
  readonly uri: string;
  /** Its id in the model of that document. */
  readonly id: string;
}

/** The elements around a position, innermost first; empty when the place belongs to none. */
export interface LocatedElements {
  readonly ids: readonly string[];
  /** Ids of the diagrams to choose from to see them, empty if none shows them: those that show the innermost that is shown at all. */
  readonly diagrams: readonly string[];
}

export interface LocateLinesParams {
  readonly uri: string;
  /** From 0. */
  readonly lines: readonly number[];
}

export interface LocatedLines {
  readonly ids: readonly string[];
}

export type ExportFormat = 'svg' | 'png' | 'xml';

export interface ExportParams {
  readonly uri: string;
  readonly format: ExportFormat;
  /** Which drawing (`svg`, `png`): a `DiagramName.id`; the first where it is left out. */
  readonly diagram?: string;
  /** Which of the two files that a text may be (`xml`); by default that of its processes, if it has any. */
  readonly notation?: Notation;
}

/** The file's content, or why there is none: a text with errors has no export. */
export interface ExportResult {
  /** `svg`, `xml`: the text as such; `png`: base64. Absent when `problems` holds an error. */
  readonly content?: string;
  /** What `xml` is written in. */
  readonly notation?: Notation;
  readonly problems: readonly ViewProblem[];
}

const notation = oneOf('bpmn', 'cmmn');

export const diagramName = record({ id: text, name: text, notation });

export const viewProblem = record({
  severity: oneOf('error', 'warning', 'info'),
  code: text,
  message: text,
  range: optional(range),
  element: optional(text),
});

const diagramModel = record({
  uri: text,
  version: count,
  xml: text,
  caseXml: text,
  diagrams: list(diagramName),
  problems: list(viewProblem),
  calls: optional(list(text)),
  held: optional(record({ line: count, ids: list(text) })),
});

/** Whether `value` is a whole `DiagramModel`. */
export function isDiagramModel(value: unknown): value is DiagramModel {
  return diagramModel(value);
}

const changedProblems = record({ uri: text, version: count, problems: list(viewProblem) });

export function isChangedProblems(value: unknown): value is ChangedProblems {
  return changedProblems(value);
}

const locatedRange = record({ range });

export function isLocatedRange(value: unknown): value is LocatedRange {
  return locatedRange(value);
}

const calledElement = record({ uri: text, id: text, range });

export function isCalledElement(value: unknown): value is CalledElement {
  return calledElement(value);
}

const locatedElements = record({ ids: list(text), diagrams: list(text) });

export function isLocatedElements(value: unknown): value is LocatedElements {
  return locatedElements(value);
}

const exportResult = record({ content: optional(text), notation: optional(notation), problems: list(viewProblem) });

export function isExportResult(value: unknown): value is ExportResult {
  return exportResult(value);
}

const locatedLines = record({ ids: list(text) });

export function isLocatedLines(value: unknown): value is LocatedLines {
  return locatedLines(value);
}
