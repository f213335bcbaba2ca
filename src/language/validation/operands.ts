/**
 * Operands that the grammar leaves out of need (a half-typed line then costs nothing but itself) and that a whole statement has.
 * One line each: the node, the word that asks for the operand, when it is missing, and what to do.
 */
import type { AstNode, ValidationAcceptor } from 'langium';
import { isWithoutNamespace } from '../details/references.ts';
import type { Each } from '../generated/ast.ts';
import {
  BLOCK,
  hasKeyword,
  ID_AFTER_AS,
  ITEM_AFTER_COLON,
  NAME_OR_LABEL,
  type Operand,
  operand,
  unnamed,
} from './operand.ts';
import { caseOperands } from './operands-cases.ts';
import { scenarioOperands } from './operands-scenarios.ts';
import { report } from './report.ts';

const operands: readonly Operand[] = [
  // core, head of the file
  operand(
    'Expression',
    'language',
    (n) => n.languageWord && n.language === undefined,
    'Write the language in double quotes after `language`.',
  ),
  operand('Detail', ':', (n) => n.colon && !n.value, 'Write the value after `:`.'),
  operand(
    'Extension',
    '@',
    (n) => n.prefix === undefined || (n.tag === undefined && !isWithoutNamespace(n)),
    'Write the prefix of the vendor and the name after `@`: `@prefix:name(…)`, or `@prefix:name = "…"`.',
  ),
  operand(
    'Extension',
    '@',
    (n) => n.tag !== undefined && !n.parenthesis && !n.value && !hasKeyword(n, '='),
    'Go on with `(…)` for an element, or with `= "…"` for an attribute.',
  ),
  operand('Extension', '=', (n) => !n.value && !n.parenthesis && hasKeyword(n, '='), 'Write the value after `=`.'),
  operand(
    'Extension',
    ',',
    (n) => n.commas.length >= Math.max(1, n.parts.length),
    'Write one more part, or remove the comma.',
  ),
  operand('ExtensionAttribute', ':', (n) => !n.value, 'Write a value: `name: "…"`. A text stands in double quotes.'),
  operand(
    'Namespace',
    'namespace',
    (n) => n.uri === undefined,
    'Write the address of the name space in double quotes.',
  ),
  operand(
    'ExpressionLanguage',
    'language',
    (n) => n.uri === undefined,
    'Write the language in double quotes, such as "FEEL".',
  ),
  operand(
    'Import',
    'import',
    (n) => n.kind === undefined || (n.location === undefined && !hasKeyword(n, 'namespace')),
    'Write what is imported and from where, both in double quotes.',
  ),
  operand(
    'Import',
    'namespace',
    (n) => n.uri === undefined && hasKeyword(n, 'namespace'),
    'Write the address of the name space in double quotes.',
  ),
  // definitions
  operand('Message', 'message', unnamed, NAME_OR_LABEL),
  operand('Message', ':', (n) => n.typed && !n.item, ITEM_AFTER_COLON),
  operand('ErrorType', 'error', unnamed, NAME_OR_LABEL),
  operand('ErrorType', ':', (n) => n.typed && !n.item, ITEM_AFTER_COLON),
  operand(
    'ErrorType',
    'code',
    (n) => n.codeWord && n.code === undefined,
    'Write the code in double quotes, or remove `code`.',
  ),
  operand('Signal', 'signal', unnamed, NAME_OR_LABEL),
  operand('Signal', ':', (n) => n.typed && !n.item, ITEM_AFTER_COLON),
  operand('Escalation', 'escalation', unnamed, NAME_OR_LABEL),
  operand('Escalation', ':', (n) => n.typed && !n.item, ITEM_AFTER_COLON),
  operand(
    'Escalation',
    'code',
    (n) => n.codeWord && n.code === undefined,
    'Write the code in double quotes, or remove `code`.',
  ),
  operand('Item', 'item', unnamed, NAME_OR_LABEL),
  operand('Item', ':', (n) => n.typed && !n.structure, 'Write the type after `:`, or remove it.'),
  operand('Decision', 'decision', unnamed, NAME_OR_LABEL),
  operand(
    'Define',
    'define',
    (n) => n.kind === undefined,
    'Write what is defined: `interface`, `resource`, `category` …',
  ),
  // collaboration
  operand('Pool', 'pool', (n) => unnamed(n) && !n.process, NAME_OR_LABEL),
  operand('Pool', 'runs', (n) => n.runs && !n.process, 'Name the process that the pool runs.'),
  operand(
    'Pool',
    '[',
    (n) => n.multiple && n.min === undefined && n.max === undefined,
    'Write how many there are, such as `[2..5]`.',
  ),
  operand(
    'Pool',
    '..',
    (n) => n.multiple && n.max === undefined && hasKeyword(n, '..'),
    'Write how many there are at most after `..`.',
  ),
  operand(
    'OwnPool',
    '[',
    (n) => n.multiple && n.min === undefined && n.max === undefined,
    'Write how many there are, such as `[2..5]`.',
  ),
  operand(
    'OwnPool',
    '..',
    (n) => n.multiple && n.max === undefined && hasKeyword(n, '..'),
    'Write how many there are at most after `..`.',
  ),
  operand('MessageFlow', '~>', (n) => !n.pool, 'Name the pool that the message goes to, or `pool.step`.'),
  operand('MessageFlow', '.', (n) => n.dot && !n.step, 'Name the step that the message arrives at after `.`.'),
  operand('MessageFlow', ':', (n) => n.typed && !n.message, 'Name the message after `:`, or remove it.'),
  operand('MessageFlow', 'as', (n) => n.asWord && !n.name, ID_AFTER_AS),
  operand('Process', 'as', (n) => n.asWord && !n.own, 'Write `pool` after `as`: the process is its own pool then.'),
  operand('Process', 'process', (n) => !n.body, BLOCK),
  // activities
  operand('Runs', 'runs', (n) => !n.runs, 'Name the process or the decision that is called.'),
  operand('Carries', 'message', (n) => !n.message, 'Name the message.'),
  operand('Loop', 'while', (n) => n.whileWord && !n.while, 'Write the condition in backticks after `while`.'),
  operand(
    'Loop',
    'max',
    (n) => n.maxWord && n.max === undefined,
    'Write how many rounds there are at most after `max`.',
  ),
  operand(
    'Each',
    'for',
    (n) => !n.eachWord && !n.timesWord,
    'Go on with `each name of` a list, or with `times` and a number in backticks.',
  ),
  operand('Each', 'each', (n) => n.eachWord && !n.variable && !isSaidInWith(n), 'Name what each one is called.'),
  operand('Each', 'of', (n) => n.ofWord && !n.collection && !n.data, 'Name the data, or write the list in backticks.'),
  operand('Each', 'times', (n) => n.timesWord && !n.times, 'Write how many in backticks after `times`.'),
  operand('Each', 'until', (n) => n.untilWord && !n.until, 'Write the condition in backticks after `until`.'),
  operand('SubProcess', '', (n) => !n.body, BLOCK),
  operand(
    'EventSubProcess',
    'event',
    (n) => !n.subprocess,
    'Write `event subprocess`. (An event is `start`, `catch`, `throw` or `end`.)',
  ),
  operand('EventSubProcess', 'event', (n) => !n.body, BLOCK),
  // events
  operand(
    'Event',
    'on',
    (n) => n.on && n.triggers.length === 0,
    'Write what it waits for: `message`, `timer after`, `signal`, `condition` …',
    'warning',
  ),
  operand(
    'Event',
    'catch',
    (n) => n.kind === 'catch' && !n.on,
    'Write what it waits for: `on message`, `on timer after` …',
    'warning',
  ),
  operand(
    'Event',
    '',
    (n) => n.joint.length >= Math.max(1, n.triggers.length),
    'Write one more trigger, or remove the word before it.',
  ),
  operand(
    'Handler',
    'on',
    (n) => n.triggers.length === 0,
    'Write what happens: `message`, `timer after`, `error`, `escalation` …',
    'warning',
  ),
  operand(
    'Handler',
    '',
    (n) => n.joint.length >= Math.max(1, n.triggers.length),
    'Write one more trigger, or remove the word before it.',
  ),
  operand('Handler', 'as', (n) => n.asWord && !n.name, ID_AFTER_AS),
  operand('TimerTrigger', '', (n) => n.mode !== undefined && !n.value, 'Write the time in backticks, such as `PT48H`.'),
  operand('ConditionTrigger', 'condition', (n) => !n.condition, 'Write the condition in backticks.', 'warning'),
  operand(
    'LinkTrigger',
    'link',
    (n) => n.link === undefined,
    'Write the name that the two ends of the link share, in double quotes.',
    'warning',
  ),
  // flow
  operand(
    'Flow',
    '->',
    (n) => !n.target && !n.next && !n.none && !n.body,
    'Name the step that the flow goes to, or write `none`.',
  ),
  operand('Flow', 'as', (n) => n.asWord && !n.name, ID_AFTER_AS),
  operand('Flow', 'if', (n) => n.ifWord && !n.condition, 'Write the condition in backticks after `if`.'),
  operand(
    'Join',
    'as',
    (n) => n.asWord && !n.kind,
    'Write the kind after `as`: `xor`, `or`, `parallel`, `complex` or `none`.',
  ),
  operand('Branch', 'as', (n) => n.asWord && !n.name, ID_AFTER_AS),
  // lanes
  operand('InLane', 'in', unnamed, 'Name the lane.'),
  operand('Lane', 'lane', unnamed, NAME_OR_LABEL),
  // data
  operand('Data', 'data', unnamed, NAME_OR_LABEL),
  operand('Data', 'for', (n) => n.forWord && !n.of, 'Name the data that this is another state of.'),
  operand(
    'Data',
    '[',
    (n) => n.stated && n.state === undefined,
    'Write the state in double quotes between the brackets.',
  ),
  operand('Data', ':', (n) => n.typed && !n.item, ITEM_AFTER_COLON),
  operand('Store', 'store', unnamed, NAME_OR_LABEL),
  operand('Store', 'for', (n) => n.forWord && !n.of, 'Name the store that this is another state of.'),
  operand(
    'Store',
    '[',
    (n) => n.stated && n.state === undefined,
    'Write the state in double quotes between the brackets.',
  ),
  operand('Store', ':', (n) => n.typed && !n.item, ITEM_AFTER_COLON),
  operand('UseClause', '', (n) => n.commas.length >= n.uses.length, 'Name the data. Several are joined by `,`.'),
  operand(
    'Use',
    '',
    (n) => n.direction !== undefined && !n.port,
    'Name the input or output that the data is mapped to.',
  ),
  operand('Note', 'note', (n) => n.label === undefined, 'Write the text of the note in double quotes.'),
  operand('Note', 'about', (n) => n.aboutWord && n.commas.length >= n.about.length, 'Name what the note is about.'),
  operand('Association', 'association', (n) => !n.from, 'Name the two ends: `association fix -> undo`.'),
  operand('Association', '', (n) => n.direction !== undefined && !n.to, 'Name the other end.'),
  operand('Association', 'as', (n) => n.asWord && !n.name, ID_AFTER_AS),
  ...caseOperands,
  ...scenarioOperands,
];

/** A vendor's list, or whatever else `with` says of the rounds, needs no name. */
function isSaidInWith({ $container }: Each): boolean {
  return 'with' in $container && $container.with;
}

const byType = new Map<string, Operand[]>();
for (const one of operands) {
  const same = byType.get(one.type);
  if (same) same.push(one);
  else byType.set(one.type, [one]);
}

/** Reports the operands that a node lacks, at the word that asks for them. */
export function checkOperands(node: AstNode, accept: ValidationAcceptor): void {
  for (const { keyword, missing, message, severity } of byType.get(node.$type) ?? []) {
    if (!missing(node)) continue;
    // Without that word in the text, the whole node is marked.
    const word = keyword || String('kind' in node ? node.kind : '');
    report(accept, severity, 'missing-operand', message, node, { keyword: word });
  }
}

/** Types of nodes that may lack an operand. */
export const typesWithOperands: readonly string[] = [...byType.keys()];
