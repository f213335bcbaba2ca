/** Model to XML text: the public face of writing. */
import { ModelObject } from './element-class.ts';
import type { Definitions } from './generated/bpmn.ts';
import type { Definitions as CmmnDefinitions } from './generated/cmmn.ts';
import { ModelWriter } from './model-writer.ts';

/**
 * The XML of a model, in UTF-8 and with LF. What was read is written as it was, but for the white space between
 * elements; what is new comes where the schema has it, under the customary prefixes.
 */
export function writeModel(definitions: Definitions | CmmnDefinitions): string {
  if (!(definitions instanceof ModelObject))
    throw new TypeError('Only what createElement or readModel made can be written.');
  return new ModelWriter().write(definitions);
}
