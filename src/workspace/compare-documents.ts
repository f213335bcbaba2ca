/** Two documents, text or XML, side by side: what differs, and a picture of it. */
import { hasErrors, type Outcome, type Problem } from '../base/problem.ts';
import { type Change, diffModels, matchElements } from '../diff/index.ts';
import {
  asCmmn11,
  type CmmnDefinitions,
  createElement,
  type Definitions,
  is,
  ownPropertyOf,
  writeModel,
} from '../model/index.ts';
import type { Compared, MarkKind } from '../render/index.ts';
import { diagramsShowing } from './diagrams-showing.ts';
import { type DrawnDiagram, drawnDiagrams, type Notation } from './drawn-diagrams.ts';
import { drawnForNow, restoreAsRead } from './outputs.ts';
import type { SourceDocument } from './source-document.ts';

type Model = Definitions | CmmnDefinitions;

const notations: readonly Notation[] = ['bpmn', 'cmmn'];

/**
 * The changes from one document to another. A text and a model may be compared, and a text with errors as far as it is understood.
 * Where a file is on one side only, all in it was added, or removed.
 */
export function compareDocuments(before: SourceDocument | undefined, after: SourceDocument | undefined): Change[] {
  const changes = notations.flatMap((notation) => {
    const [one, other] = [modelOf(before, notation), modelOf(after, notation)];
    if (!one && !other) return [];
    const undo = [
      one && restoreAsRead(one, before?.asRead, notation),
      other && restoreAsRead(other, after?.asRead, notation),
    ];
    const all = diffModels(one ?? emptyModel(notation), other ?? emptyModel(notation));
    for (const take of undo) take?.();
    return one && other ? all : all.filter(({ kind }) => kind === 'added' || kind === 'removed');
  });
  return [...changes, ...pinsChanged(before, after)];
}

/** Why two documents cannot be compared, as a sentence; undefined: they can. */
export function whyNotComparable(before: SourceDocument, after: SourceDocument): string | undefined {
  const isShared = notations.some((notation) => modelOf(before, notation) && modelOf(after, notation));
  const isOneEmpty = [before, after].some((document) => document.kind === 'text');
  if (isShared || isOneEmpty) return undefined;
  return 'One is a file of processes and the other one of cases. Compare files of the same standard.';
}

function modelOf(document: SourceDocument | undefined, notation: Notation): Model | undefined {
  const model = notation === 'cmmn' && document?.kind === 'text' ? document.cases : document?.definitions;
  if (is(model, 'bpmn:Definitions')) return notation === 'bpmn' ? model : undefined;
  return is(model, 'cmmn:Definitions') && notation === 'cmmn' ? model : undefined;
}

function emptyModel(notation: Notation): Model {
  return notation === 'bpmn' ? createElement('bpmn:Definitions') : createElement('cmmn:Definitions');
}

/** A text has its places in the layout file. */
function pinsChanged(before: SourceDocument | undefined, after: SourceDocument | undefined): Change[] {
  if (before?.kind !== 'text' || after?.kind !== 'text') return [];
  const written = ({ pins }: SourceDocument) =>
    JSON.stringify([...(pins?.pins ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)));
  if (written(before) === written(after)) return [];
  const sentence = 'The drawing changed: the layout file has other places or looks.';
  return [
    {
      kind: 'drawing',
      element: null,
      before: null,
      after: null,
      sentence,
      group: '',
      marks: { before: [], after: [] },
    },
  ];
}

/** What stands above the two sides of a picture. */
export interface Titles {
  readonly before: string;
  readonly after: string;
}

/** One SVG with both, what differs marked. `undefined`: there is nothing to draw. */
export async function renderComparison(
  before: SourceDocument | undefined,
  after: SourceDocument | undefined,
  changes: readonly Change[],
  titles: Titles = { before: 'Before', after: 'After' },
): Promise<Outcome<string | undefined>> {
  const { renderComparison: draw } = await import('../render/index.ts');
  const [ours, theirs] = [drawable(before), drawable(after)];
  const marks = marksOf(changes);
  const left: Compared = { models: ours.models, title: titles.before, marks: marks.before };
  const right: Compared = { models: theirs.models, title: titles.after, marks: marks.after };
  const picture = await draw(left, right, samenessOf(before, after));
  const sides = [ours, theirs];
  for (const { restore } of sides.flatMap((side) => side.undrawn)) restore();
  return { value: picture.value, problems: [...sides.flatMap(({ problems }) => problems), ...picture.problems] };
}

/** A text without processes has a model of them all the same. */
function isEmpty(model: Model): boolean {
  return is(model, 'bpmn:Definitions') && model.rootElements.length === 0;
}

function drawable(document: SourceDocument | undefined) {
  const models = notations.flatMap((notation) => modelOf(document, notation) ?? []);
  const shown = models.filter((model) => !isEmpty(model));
  const undrawn = shown.map((model) => drawnForNow(model, document?.pins));
  const problems: Problem[] = undrawn.flatMap((one) => [...one.problems]);
  return { models: shown, undrawn, problems };
}

/** By id what to mark on each side. What was added is added, whatever else is said of it later. */
export function marksOf(changes: readonly Change[]): { before: Map<string, MarkKind>; after: Map<string, MarkKind> } {
  const [before, after] = [new Map<string, MarkKind>(), new Map<string, MarkKind>()];
  const isLast = ({ kind }: Change) => Number(kind === 'rerouted');
  for (const { kind, marks } of changes.toSorted((a, b) => isLast(a) - isLast(b))) {
    const mark = kind === 'added' || kind === 'removed' ? kind : 'changed';
    for (const id of marks.before) if (mark === 'removed' || !before.has(id)) before.set(id, mark);
    for (const id of marks.after) if (mark === 'added' || !after.has(id)) after.set(id, mark);
    // A flow that leads to something new is the same flow.
    if (kind === 'rerouted') for (const id of marks.after) after.set(id, mark);
  }
  return { before, after };
}

function samenessOf(before: SourceDocument | undefined, after: SourceDocument | undefined) {
  const partner = new Map<string, string>();
  for (const notation of notations) {
    const [one, other] = [modelOf(before, notation), modelOf(after, notation)];
    if (!one || !other) continue;
    for (const [element, its] of matchElements(one, other).afterOf) {
      const [id, otherId] = [ownPropertyOf(element, 'id'), ownPropertyOf(its, 'id')];
      if (typeof id === 'string' && typeof otherId === 'string') partner.set(id, otherId);
    }
  }
  return (id: string, other: string) => partner.get(id) === other;
}

/** Whether a text was understood as a whole. */
export function isSound(document: SourceDocument): boolean {
  return document.kind !== 'unreadable' && !(document.kind === 'text' && hasErrors(document.problems));
}

/** What there is to draw of a document, with a drawing; nothing of a notation that it does not have. */
export interface ComparedDrawing {
  readonly xml: string;
  readonly caseXml: string;
  readonly diagrams: readonly DrawnDiagram[];
  /** The diagram that shows an element, the first of several. */
  diagramOf(ids: readonly string[]): string | undefined;
}

/** Draws a document as a view shows it. The drawing stays in its model: compare before. */
export function comparedDrawing(document: SourceDocument | undefined): ComparedDrawing {
  const models = notations.flatMap((notation) => modelOf(document, notation) ?? []).filter((model) => !isEmpty(model));
  for (const model of models) drawnForNow(model, document?.pins);
  const written = (notation: Notation) => {
    const model = models.find((one) => one === modelOf(document, notation));
    return model ? writeModel(model) : '';
  };
  return {
    xml: written('bpmn'),
    caseXml: asCmmn11(written('cmmn')),
    diagrams: models.flatMap(drawnDiagrams),
    diagramOf: (ids) => diagramsShowing(models, ids)[0],
  };
}
