/** What the editor shows of a change: two models and the list of what differs, from the server through the extension to the page. */
import { isRecord } from '../base/is-record.ts';
import type { Range } from '../base/range.ts';
import { type DiagramName, diagramName } from './server.ts';
import { count, list, oneOf, optional, range, record, type Shape, text } from './shape.ts';

/** Request. `CompareParams` → `Comparison`, or `null` where one of the two cannot be read. */
export const compareRequest = 'procedo/compare';

export interface CompareParams {
  /** The document, which must be open: its text is what there is after the change. */
  readonly uri: string;
  /** What there was before: the files by their names in the folder of the document; its own is among them, unless the document is new. */
  readonly before: Readonly<Record<string, string>>;
}

/** What there is to draw of one side. */
export interface ComparedModel {
  readonly xml: string;
  readonly caseXml: string;
  readonly diagrams: readonly DiagramName[];
}

export type MarkKind = 'added' | 'removed' | 'changed';

/** Where a change is to be seen at one side. */
export interface ChangedPlace {
  /** What to mark, by id; what the change is about first. */
  readonly ids: readonly string[];
  /** The diagram that shows it; absent where none does. */
  readonly diagram?: string;
  /** Its text; absent where it has none. */
  readonly range?: Range;
}

/** A change as the list has it. */
export interface ListedChange {
  readonly mark: MarkKind;
  readonly sentence: string;
  /** The process or case that it is about, as a heading. */
  readonly group: string;
  readonly before: ChangedPlace;
  readonly after: ChangedPlace;
}

export interface Comparison {
  readonly before: ComparedModel;
  readonly after: ComparedModel;
  readonly changes: readonly ListedChange[];
}

/** The extension to the page. */
export type ToComparisonView =
  /** Another comparison; the change that was chosen stays chosen if it is still there. */
  | ({ readonly type: 'comparison'; readonly seq: number; readonly titles: ComparisonTitles } & Comparison)
  /** Go to the next change (1), or the one before (-1). */
  | { readonly type: 'step'; readonly by: number };

export interface ComparisonTitles {
  readonly before: string;
  readonly after: string;
}

/** The page to the extension. */
export type FromComparisonView =
  /** The page hears what it is sent. */
  | { readonly type: 'ready' }
  /** All of a message is on the screen. */
  | { readonly type: 'drawn'; readonly seq: number }
  | { readonly type: 'failed'; readonly seq: number; readonly message: string }
  /** A change was chosen: its text is to be shown. */
  | { readonly type: 'go'; readonly change: number };

const model = record({ xml: text, caseXml: text, diagrams: list(diagramName) });
const place = record({ ids: list(text), diagram: optional(text), range: optional(range) });
const change = record({
  mark: oneOf('added', 'removed', 'changed'),
  sentence: text,
  group: text,
  before: place,
  after: place,
});
const fields = { before: model, after: model, changes: list(change) };
const comparison = record(fields);

export function isComparison(value: unknown): value is Comparison {
  return comparison(value);
}

const toView: Readonly<Record<ToComparisonView['type'], Shape>> = {
  comparison: record({ ...fields, seq: count, titles: record({ before: text, after: text }) }),
  step: record({ by: (value) => value === 1 || value === -1 }),
};

const fromView: Readonly<Record<FromComparisonView['type'], Shape>> = {
  ready: record({}),
  drawn: record({ seq: count }),
  failed: record({ seq: count, message: text }),
  go: record({ change: count }),
};

/** Guard of the page. */
export function isToComparisonView(value: unknown): value is ToComparisonView {
  return isRecord(value) && Object.entries(toView).some(([type, shape]) => value.type === type && shape(value));
}

/** Guard of the extension. */
export function isFromComparisonView(value: unknown): value is FromComparisonView {
  return isRecord(value) && Object.entries(fromView).some(([type, shape]) => value.type === type && shape(value));
}
