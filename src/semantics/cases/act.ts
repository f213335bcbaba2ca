/** What can be done to cases, as plain values: what a person does, a scenario says, or an analysis tries. */
import type { Value } from '../expressions/expression.ts';
import type { FileTransition, TransitionName } from './life-cycles.ts';

type Variables = Readonly<Record<string, Value>>;

export type CaseAct =
  /** A case begins, by its id or that of its plan model. */
  | { readonly do: 'open'; readonly case: string; readonly set?: Variables }
  /** Somebody asks for a transition of an instance: of the case, a stage, task, milestone or listener. */
  | {
      readonly do: 'transition';
      readonly at: number;
      readonly transition: TransitionName;
      readonly role?: string;
      readonly set?: Variables;
    }
  /** A discretionary item is added; `at`: the stage, case or human task that offers it. */
  | {
      readonly do: 'plan';
      readonly at: number;
      readonly item: string;
      readonly role?: string;
      readonly set?: Variables;
    }
  /** Something happens to a case file item; `at`: the case. */
  | {
      readonly do: 'file';
      readonly at: number;
      readonly item: string;
      readonly transition: FileTransition;
      readonly set?: Variables;
    }
  /** Whether a rule or the condition of a criterion holds, where it could not be known. */
  | {
      readonly do: 'choose';
      readonly at: number;
      readonly rule: 'required' | 'manual' | 'repetition';
      readonly holds: boolean;
    }
  | { readonly do: 'choose'; readonly at: number; readonly criterion: string; readonly holds: boolean }
  /** What rests goes on. */
  | { readonly do: 'advance'; readonly at: number }
  /** Variables of a case change. */
  | { readonly do: 'set'; readonly at: number; readonly set: Variables };
