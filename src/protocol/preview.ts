/**
 * The messages between the extension (host) and the preview page (view). Neither side trusts the other's: each reads
 * what comes through its guard, and a message that is not whole is dropped.
 */
import { isRecord } from '../base/is-record.ts';
import type { Range } from '../base/range.ts';
import type { TextChange } from '../base/text-change.ts';
import { type FindingRun, playedAct } from './findings.ts';
import { bounds, type Extent, extent, type MoveParams } from './layout-edits.ts';
import { type DiagramName, diagramName, type ViewProblem, viewProblem } from './server.ts';
import { count, either, flag, list, optional, range, record, type Shape, text } from './shape.ts';

/** A text as it is, or how the text of an earlier model became it: a large text takes long on its way. */
export type SentText = string | TextChange;

/** What to draw. A newer `seq` replaces an older one that is not drawn yet. */
export interface ModelMessage {
  readonly type: 'model';
  readonly seq: number;
  /** The document shown; the page keeps it in its state, so that the preview survives a reload of the window. */
  readonly uri: string;
  readonly diagrams: readonly DiagramName[];
  /** Id of the diagram to show, whose `notation` says which XML it is in; empty: the first. */
  readonly shown: string;
  /** BPMN XML with the drawings of the processes; empty: there are none. */
  readonly xml: SentText;
  /** CMMN XML with the drawings of the cases; empty: there are none. Both empty: nothing to draw, the last picture stays. */
  readonly caseXml: SentText;
  /**
   * The `seq` of the model whose texts the changes in this one start from, if any is sent as a change. A page that has not
   * received that one says that it is `ready`, and gets all anew.
   */
  readonly base?: number;
  readonly problems: readonly ViewProblem[];
  /** Ids of the elements that call something whose text is known: the page offers to `follow` them. */
  readonly calls?: readonly string[];
  /** Ids of elements that are shown although the text no longer says them, because their line is half-typed. */
  readonly held?: readonly string[];
  /** Whether a hand may move what is drawn: of a text, whose layout file keeps that. */
  readonly isMovable?: boolean;
}

/** The elements at the caret, innermost first: the first that is drawn is marked, and brought into view if `reveal`. */
export interface SelectMessage {
  readonly type: 'select';
  readonly ids: readonly string[];
  readonly reveal: boolean;
}

export type ToView =
  | ModelMessage
  | SelectMessage
  /** Switch to the simulation, if that is not what is shown. */
  | { readonly type: 'simulate' }
  /** Switch to the simulation and play this run from the beginning; at its end say what it shows. */
  | ({ readonly type: 'play' } & FindingRun)
  /** A run that is played stops where one of these elements is reached. Replaces what was sent before. */
  | { readonly type: 'breakpoints'; readonly ids: readonly string[] }
  /** What the document calls in other files, as BPMN and CMMN XML: a simulation runs it too. */
  | { readonly type: 'called'; readonly texts: readonly string[] }
  /** Put the diagram into the clipboard as a picture, as if a person had pressed the button for it. */
  | { readonly type: 'copy' }
  /** The picture that was asked for, as PNG in base64; empty: there is none, of which the extension has told. */
  | { readonly type: 'picture'; readonly png: string };

export type ToHost =
  /** The page is loaded (at first, after a reload, or after it was hidden): it knows nothing yet. */
  | { readonly type: 'ready' }
  /** The model `seq` is on the screen. */
  | { readonly type: 'drawn'; readonly seq: number }
  /** The model `seq` could not be drawn; the page still shows the last good picture. */
  | { readonly type: 'failed'; readonly seq: number; readonly message: string }
  /** A person chose this element: select its text, the focus stays in the picture. */
  | { readonly type: 'select'; readonly id: string }
  /** A person wants to edit this element: go to its text. */
  | { readonly type: 'open'; readonly id: string }
  /**
   * A person wants to see what this element (one of `calls`) calls: go to its text, here or in another file, and show its
   * diagram. Where that is another diagram of this document, a `model` with that one `shown` follows, then the usual `select`.
   */
  | { readonly type: 'follow'; readonly id: string }
  /** A person chose a problem: go to its place in the text. */
  | { readonly type: 'openRange'; readonly range: Range }
  /** A person set a break point on the picture, or removed one: the text gets it too, if the element has a place there. */
  | { readonly type: 'breakpoint'; readonly id: string; readonly isSet: boolean }
  /** What is simulated calls something in another file: `called` is wanted. */
  | { readonly type: 'called' }
  /** A person wants what was done in the simulation written down as a scenario: acts of the execution core, in their order. */
  | { readonly type: 'record'; readonly acts: readonly object[] }
  /** A person put the shape of this element, or the text beside it, elsewhere, or gave the shape another size. */
  | ({ readonly type: 'move' } & Omit<MoveParams, 'uri'>)
  /** A person wants what was placed by hand laid out again. `id` is empty where all is meant. */
  | { readonly type: 'tidy'; readonly extent: Extent; readonly id: string }
  /** A person takes the last move back, or does it again. */
  | { readonly type: 'undo' | 'redo' }
  /** A person wants the diagram that is shown in the clipboard: `picture` is wanted. */
  | { readonly type: 'picture' }
  /** The clipboard did not take the picture. */
  | { readonly type: 'notCopied'; readonly message: string }
  /** A person chose another diagram of the document. */
  | { readonly type: 'show'; readonly diagram: string };

/** What the page keeps through a reload (VS Code's `setState`), and gets back with the revived panel. */
export interface ViewState {
  readonly uri: string;
  readonly shown: string;
}

const textChange = record({ at: list(count), removed: list(count), added: list(text) });

const toView: Readonly<Record<ToView['type'], Shape>> = {
  model: record({
    seq: count,
    uri: text,
    diagrams: list(diagramName),
    shown: text,
    xml: either(text, textChange),
    caseXml: either(text, textChange),
    base: optional(count),
    problems: list(viewProblem),
    calls: optional(list(text)),
    held: optional(list(text)),
    isMovable: optional(flag),
  }),
  select: record({ ids: list(text), reveal: flag }),
  simulate: record({}),
  play: record({ message: text, acts: list(playedAct) }),
  breakpoints: record({ ids: list(text) }),
  called: record({ texts: list(text) }),
  copy: record({}),
  picture: record({ png: text }),
};

const toHost: Readonly<Record<ToHost['type'], Shape>> = {
  ready: record({}),
  drawn: record({ seq: count }),
  failed: record({ seq: count, message: text }),
  select: record({ id: text }),
  open: record({ id: text }),
  follow: record({ id: text }),
  openRange: record({ range }),
  breakpoint: record({ id: text, isSet: flag }),
  called: record({}),
  record: record({ acts: list(isRecord) }),
  move: record({ id: text, bounds, isLabel: optional(flag), diagram: text }),
  tidy: record({ extent, id: text }),
  undo: record({}),
  redo: record({}),
  picture: record({}),
  notCopied: record({ message: text }),
  show: record({ diagram: text }),
};

/** Guard of the page. */
export function isToView(value: unknown): value is ToView {
  return isMessage(value, toView);
}

/** Guard of the extension. */
export function isToHost(value: unknown): value is ToHost {
  return isMessage(value, toHost);
}

const viewState = record({ uri: text, shown: text });

/** Guard of the extension: a state may come from an older version of the page. */
export function isViewState(value: unknown): value is ViewState {
  return viewState(value);
}

function isMessage(value: unknown, shapes: Readonly<Record<string, Shape>>): boolean {
  if (!isRecord(value) || typeof value.type !== 'string' || !Object.hasOwn(shapes, value.type)) {
    return false;
  }
  return shapes[value.type]?.(value) === true;
}
