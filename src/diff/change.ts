/** What a reviewer is told. */
import type { ModelElement } from '../model/index.ts';

/** What kind of change it is. `attribute` and `extension` are all that has no kind of its own. */
export type ChangeKind =
  | 'added'
  | 'removed'
  | 'renamed'
  | 'retyped'
  | 'moved'
  | 'rerouted'
  | 'condition'
  | 'default'
  | 'order'
  | 'trigger'
  | 'marker'
  | 'data'
  | 'documentation'
  | 'sentry'
  | 'planning'
  | 'role'
  | 'attribute'
  | 'extension'
  | 'id'
  | 'drawing'
  | 'file';

/** One change, as a sentence and in parts. */
export interface Change {
  readonly kind: ChangeKind;
  /** Id of what changed: in the model after, of what was removed in the model before; null: the file as a whole, or it has no id. */
  readonly element: string | null;
  /** What was said before, in words; null: nothing. */
  readonly before: string | null;
  readonly after: string | null;
  /** What a reviewer reads: whole, with a full stop. */
  readonly sentence: string;
  /** What it belongs to, as a heading: `Process "Order"`. */
  readonly group: string;
  /** What to mark in the two drawings, by id. */
  readonly marks: { readonly before: readonly string[]; readonly after: readonly string[] };
}

/** A change while it is made: about elements instead of ids. */
export interface Told {
  readonly kind: ChangeKind;
  readonly sentence: string;
  /** What the sentence says behind the name of its first element, without a full stop: the same may be said of others. */
  readonly statement?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** What it is about, in the one model, the other, or both; the first is named as its element. */
  readonly before: readonly ModelElement[];
  readonly after: readonly ModelElement[];
}
