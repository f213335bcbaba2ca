/** What can be done to a run, as plain values: what a person does, a scenario says, or an analysis tries. */
import type { Value } from '../expressions/expression.ts';

export type Variables = Readonly<Record<string, Value>>;

export type Act = OneAct & {
  /** Messages stay under way in this step, until an act delivers them: a network may take its time. */
  readonly holds?: true;
};

type OneAct =
  /** A process begins: by its id, or by that of a start event or of an event behind a gateway at the start; an activity of an ad-hoc sub-process begins: `scope` says where. `trigger`: by which of those that a start event needs, by its place. */
  | {
      readonly do: 'start';
      readonly node: string;
      readonly scope?: number;
      readonly trigger?: number;
      readonly set?: Variables;
    }
  /** A task is done. */
  | { readonly do: 'finish'; readonly at: number; readonly set?: Variables }
  /** A task fails with an error. */
  | { readonly do: 'fault'; readonly at: number; readonly error: string }
  /**
   * An event happens to what waits for it; `at`: the instance that waits or has the boundary event, or the scope with the event sub-process;
   * `trigger`: which of its triggers, by its place, else the first that may still happen.
   */
  | {
      readonly do: 'fire';
      readonly at: number;
      readonly event: string;
      readonly trigger?: number;
      readonly set?: Variables;
    }
  /** A signal comes from outside. */
  | { readonly do: 'signal'; readonly name: string; readonly set?: Variables }
  /** A way is chosen, a number of items, or whether once more. */
  | { readonly do: 'choose'; readonly at: number; readonly flows: readonly string[] }
  | { readonly do: 'choose'; readonly at: number; readonly count: number }
  | { readonly do: 'choose'; readonly at: number; readonly again: boolean }
  /** A token that rests goes on. */
  | { readonly do: 'advance'; readonly scope: number; readonly flow: string }
  /** An ad-hoc sub-process is declared done. */
  | { readonly do: 'complete'; readonly at: number }
  /** A message that is under way reaches who waits for it; `from`: the process instance that sent it. */
  | { readonly do: 'deliver'; readonly flow: string; readonly from: number }
  /** Variables change, seen from the scope instance. */
  | { readonly do: 'set'; readonly scope: number; readonly set: Variables };
