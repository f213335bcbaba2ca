/** The rules held against a document, text or XML. */
import { hasErrors } from '../base/problem.ts';
import { type ActiveRule, type Finding, lint, type PlaceOf } from '../lint/index.ts';
import { sourceOf } from '../model/index.ts';
import type { SourceDocument } from './source-document.ts';

/**
 * What the rules find in a document. Of a text with errors nothing: its model has holes where the mistakes are, and the
 * problems of the document say them. Elements of a text stand where the source map has them.
 */
export function lintDocument(document: SourceDocument, rules: readonly ActiveRule[]): Finding[] {
  const { kind, problems, definitions, cases, sourceMap } = document;
  if (kind === 'unreadable' || (kind === 'text' && hasErrors(problems))) return [];
  const ofText: PlaceOf = (element) => {
    const id = element.get('id');
    return typeof id === 'string' ? sourceMap?.rangeOf(id) : undefined;
  };
  const isText = kind === 'text';
  const options = { hasDrawing: !isText, placeOf: isText ? ofText : sourceOf };
  return [definitions, cases].flatMap((model) => (model ? lint(model, rules, options) : []));
}

export { activeRules, isInPreset, presetNames, readConfiguration, ruleNamed, rules } from '../lint/index.ts';
export { Configurations, configurationNames } from './lint-configuration.ts';
