/**
 * What the extension (or any other client) asks the language server about the findings of a document, and the commands that the
 * server's code actions and code lenses send: a client that knows them does what they say.
 */
import { isRecord } from '../base/is-record.ts';
import { list, oneOf, record, text } from './shape.ts';

/** Command. Arguments: the document's URI, the rule and the element of the finding. Plays the run that shows it (`findingRunRequest`). */
export const playRunCommand = 'procedo.playRun';

/** Command. Argument: the name of a rule. Opens its page. */
export const openRuleCommand = 'procedo.openRule';

/** Request. Params `FindingRunParams`, result `FindingRun`, or `null` where there is no such finding any more. */
export const findingRunRequest = 'procedo/findingRun';

export interface FindingRunParams {
  readonly uri: string;
  readonly rule: string;
  /** Id of the element that it is about. */
  readonly element: string;
}

/** A run that shows something. */
export interface FindingRun {
  /** What it shows at its end: what is wrong, why, and what to do. */
  readonly message: string;
  /** What is done from the beginning, in order. */
  readonly acts: readonly PlayedAct[];
}

/** An act of the execution core, with the side that it belongs to. */
export interface PlayedAct {
  readonly in: 'processes' | 'cases';
  readonly act: object;
}

export const playedAct = record({ in: oneOf('processes', 'cases'), act: isRecord });

const findingRun = record({ message: text, acts: list(playedAct) });

export function isFindingRun(value: unknown): value is FindingRun {
  return findingRun(value);
}
