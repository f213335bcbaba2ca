/** What happened in a step, in order; views show it, tests read it. Elements by id, instances by number. */
import type { FileTransition, ItemState, TransitionName } from './life-cycles.ts';

export type CaseTraceEntry =
  /** An instance goes from state to state; `by`: the criterion that was met. Without `from` it is new. */
  | {
      readonly what: 'went';
      readonly element: string;
      readonly instance: number;
      readonly transition: TransitionName;
      readonly from?: ItemState;
      readonly to: ItemState;
      readonly by?: string;
    }
  /** A part of a criterion has occurred, by its place. */
  | { readonly what: 'heard'; readonly element: string; readonly instance: number; readonly part: number }
  | { readonly what: 'planned'; readonly element: string; readonly instance: number }
  | {
      readonly what: 'filed';
      readonly element: string;
      readonly instance: number;
      readonly transition: FileTransition;
    }
  /** Somebody has to decide; `element`: the item, or the criterion. */
  | { readonly what: 'asked'; readonly element: string; readonly instance: number; readonly about: string }
  /** It would go on for ever, and waits to be told. */
  | { readonly what: 'rested'; readonly element: string; readonly instance: number };
