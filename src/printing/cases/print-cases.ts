/** A model of cases as text, the reverse of `src/mapping/cases`. */
import type { CmmnDefinitions, ModelElement } from '../../model/index.ts';
import { chooseIds, type TextIds } from '../ids.ts';
import type { PrintedText } from '../print-text.ts';
import { renderText } from '../render-text.ts';
import { defineStatement, headStatements, namespaceStatements } from '../statements/definitions.ts';
import { statisticsOf } from '../statistics.ts';
import type { Statement } from '../tree.ts';
import { CasePrintContext } from './case-context.ts';
import { caseStatement, decisionStatement } from './cases.ts';

/** The text of a CMMN model, in the canonical form. */
export function printCases(definitions: CmmnDefinitions): PrintedText {
  const nameless = new Set<ModelElement>();
  for (;;) {
    const context = new CasePrintContext(definitions, nameless);
    const statements = statementsOf(context);
    const ids = chooseIds(statements);
    // What refers to something that no line stands for is not said; the text without it may lack more.
    const missing = ids.missing.filter((element) => !nameless.has(element));
    if (missing.length === 0) return printed(context, statements, ids);
    for (const element of missing) nameless.add(element);
  }
}

function printed(context: CasePrintContext, statements: readonly Statement[], ids: TextIds): PrintedText {
  const text = renderText(statements, ids);
  const prefixes = namespaceStatements(context, text);
  const whole = prefixes.length === 0 ? text : renderText([...prefixes, ...statements], ids);
  return {
    text: whole,
    ids,
    keyOf: (element: ModelElement) => context.keyOf(element, ids.idOf),
    drawn: new Map(),
    statistics: () => statisticsOf(context.definitions, statements, whole),
  };
}

function statementsOf(context: CasePrintContext): Statement[] {
  const { caseFileItemDefinitions, processes, decisions, cases } = context.definitions;
  const head = headStatements(context);
  const roots = [
    ...[...caseFileItemDefinitions, ...processes].flatMap((root) => defineStatement(context, root) ?? []),
    ...decisions.map((decision) => decisionStatement(context, decision)),
  ];
  const [first, ...others] = roots;
  const block = first ? [{ ...first, apart: true }, ...others] : [];
  return [...head, ...block, ...cases.map((one) => caseStatement(context, one, one === cases[0]))];
}
