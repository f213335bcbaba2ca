import type { Cmmn, CmmnDefinitions, ForeignElement, ModelElement } from '../../model/index.ts';
import type { Expression } from '../expressions/expression.ts';

/** What the readers of parts need to know of the whole. */
export interface Source {
  /** CMMN 1.0: a task without a rule for it is started by hand, and criteria are references. */
  readonly isVersion10: boolean;
  readonly definitions: CmmnDefinitions;
  /** An expression ready to be evaluated; undefined: there is none, or it is empty. */
  conditionOf(expression: Cmmn.Expression | undefined): Expression | undefined;
  itemOf(element: ModelElement | undefined): number;
  fileOf(element: ModelElement | undefined): number;
  /** Of a file of CMMN 1.0, where some references are plain text. */
  elementOf(id: string): ModelElement | undefined;
  /** The events of a file of CMMN 1.0. */
  readonly oldEvents: ReadonlyMap<string, ForeignElement>;
}
