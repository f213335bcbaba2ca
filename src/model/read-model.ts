/** XML text to model: the public face of reading. */
import type { Problem } from '../base/problem.ts';
import type { Definitions } from './generated/bpmn.ts';
import type { Definitions as CmmnDefinitions } from './generated/cmmn.ts';
import { ModelReader } from './model-reader.ts';

/** The model of an XML text, and what is wrong with the text. */
export interface ModelRead {
  /** Undefined if the text cannot be read; an error among the problems says why. */
  readonly definitions?: Definitions | CmmnDefinitions;
  readonly problems: readonly Problem[];
}

/**
 * Reads BPMN 2.0 or CMMN (1.0, 1.1) XML. Nothing is lost: what the standards do not know stays as it is, and is a
 * warning; so are ids that come twice and references to nothing. Errors: `unreadable-xml`, `unreadable-entity`,
 * `not-a-model`, `nested-too-deep`.
 */
export function readModel(text: string): ModelRead {
  return new ModelReader(text).read();
}
