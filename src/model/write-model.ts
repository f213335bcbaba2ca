import type { Definitions } from './generated/bpmn.ts';
import type { Definitions as CmmnDefinitions } from './generated/cmmn.ts';

/** The XML of a model. */
export function writeModel(definitions: Definitions | CmmnDefinitions): string {
  return definitions.$type;
}
