/**
 * Each operand that the grammar makes optional behind a keyword is read by a line of the table of operands, or may be left out for
 * a reason given here. Computed from the grammar, so that a new one without either fails; that the lines report is the fixtures' part
 * (operands-*.procedo).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AstUtils, GrammarAST } from 'langium';
import { expect, test } from 'vitest';
import { createProcedoServices } from '../../src/language/index.ts';

/** Operands that may be left out: the language says what their absence means. */
const MAY_BE_ABSENT = new Set([
  ...['MessageTrigger.message', 'SignalTrigger.signal', 'ErrorTrigger.error', 'EscalationTrigger.escalation'],
  'CompensationTrigger.activity', // all of the scope
  'Data.direction', // neither input nor output of the process
  'Extension.parts', // `()` is an empty element
  'Multiplicity.min', // with a `max`; both absent is told at the bracket
  'Data.name', // with a label
  'Store.name',
  'Item.name',
  'FileMultiplicity.min', // `[]` is any number
  'FileItem.name', // with a label
  'Each.eachWord', // with `times`; both absent is told at `for`
  'SetAct.number', // the only instance
  'ContextValue.entries', // `{}` has no variables
  'ListValue.items', // `[]` is an empty list
  'FailedExpected.error', // any error
  'TimerTrigger.mode', // "7 days" may stand in the label alone
]);

/** Names of optional features directly behind a keyword of their group: `'runs' (runs=…)?` is Runs.runs. */
function optionalOperands(): string[] {
  const { rules } = createProcedoServices().Procedo.Grammar;
  return rules.filter(GrammarAST.isParserRule).flatMap((rule) =>
    AstUtils.streamAllContents(rule.definition)
      .concat([rule.definition])
      .filter(GrammarAST.isGroup)
      .flatMap((group) => operandsIn(group).map((feature) => `${typeOf(group, rule)}.${feature}`))
      .toArray(),
  );
}

function typeOf(group: GrammarAST.Group, rule: GrammarAST.ParserRule): string {
  const action = group.elements.find(GrammarAST.isAction);
  return action?.inferredType?.name ?? rule.inferredType?.name ?? rule.name;
}

function operandsIn({ elements }: GrammarAST.Group): string[] {
  return elements.flatMap((element, index) => {
    const before = elements[index - 1];
    const word = before && GrammarAST.isAssignment(before) ? before.terminal : before;
    if (!word || before?.cardinality || !GrammarAST.isKeyword(word) || element.cardinality !== '?') return [];
    return [element, ...AstUtils.streamAllContents(element)]
      .filter(GrammarAST.isAssignment)
      .slice(0, 1)
      .map(({ feature }) => feature);
  });
}

test('each optional operand behind a keyword has a check or a reason', () => {
  const folder = join(import.meta.dirname, '../../src/language/validation');
  const files = ['operands.ts', 'operands-cases.ts', 'operands-scenarios.ts'].map((name) =>
    readFileSync(join(folder, name), 'utf8'),
  );
  const table = files.join('\n').replace(/\s+/g, ' ');
  const operands = [...new Set(optionalOperands())];
  expect(operands.length).toBeGreaterThan(25);
  const unchecked = operands.filter((operand) => {
    const feature = operand.split('.')[1] ?? '';
    const read = feature === 'name' ? /hasAs|unnamed/ : new RegExp(`\\bn\\.${feature}\\b`);
    return !MAY_BE_ABSENT.has(operand) && !read.test(table);
  });
  expect(unchecked).toEqual([]);
});
