/** The operands of scenarios. */
import { BLOCK, hasKeyword, NAME_OR_LABEL, type Operand, operand, unnamed } from './operand.ts';

const A_STEP: Readonly<Record<string, string>> = {
  complete: 'Name the task that is done.',
  timer: 'Name the event whose time has come.',
  occur: 'Name the event that happens.',
  plan: 'Name the discretionary item that is added.',
};

export const scenarioOperands: readonly Operand[] = [
  operand('Scenario', 'scenario', unnamed, NAME_OR_LABEL),
  operand('Scenario', 'scenario', (n) => !n.body, BLOCK),
  operand('Scenario', 'for', (n) => n.forWord && !n.of, 'Name the process, the case or the collaboration that runs.'),
  ...Object.entries(A_STEP).map(([kind, message]) => operand('Act', '', (n) => n.kind === kind && !n.node, message)),
  operand('Act', '', (n) => n.kind !== 'start' && !A_STEP[n.kind] && !n.node, 'Name the item.'),
  operand('Act', 'on', (n) => n.on && !n.by, 'Say by what it occurs: `on signal Stop`.'),
  operand('MessageAct', 'message', (n) => !n.told, 'Name the message, or the step that it comes to.'),
  operand('SignalAct', 'signal', (n) => !n.signal, 'Name the signal.'),
  operand('FailAct', 'fail', (n) => !n.node, 'Name the task that fails.'),
  operand('FailAct', 'error', (n) => n.errorWord && !n.error, 'Name the error that it fails with.'),
  operand('FileAct', 'file', (n) => !n.item, 'Name the item of the case file.'),
  operand('FileAct', '.', (n) => n.dots.length > n.path.length, 'Name the item after `.`.'),
  operand(
    'FileAct',
    'file',
    (n) => n.item !== undefined && !n.transition,
    'Write what it does: `created`, `updated`, `deleted` …',
  ),
  operand(
    'ChooseAct',
    'choose',
    (n) => n.ways.length === 0 && !n.itemsWord && !n.again && !n.done,
    'Say what is chosen: the gateway and the label of its way in double quotes.',
  ),
  operand(
    'ChooseAct',
    ',',
    (n) => n.ways.length > 0 && n.commas.length >= n.ways.length,
    'Name one more way, or remove the comma.',
  ),
  operand('ChooseAct', 'items', (n) => n.itemsWord && n.count === undefined, 'Write how many items there are.'),
  operand('Way', '->', (n) => n.arrow && !n.target, 'Name the step that the way leads to.'),
  operand('Way', 'way', (n) => n.wayWord && n.place === undefined, 'Write which way it is, from 1.'),
  operand('SetAct', 'set', (n) => !n.values, 'Write the variables and their values: `{ amount: 100 }`.'),
  operand(
    'Entry',
    '',
    (n) => !n.colon || !n.value,
    'Write a value behind the name: `amount: 100`. A text stands in double quotes.',
  ),
  operand('NodesExpected', '', (n) => n.commas.length >= n.nodes.length, 'Name a step. Several are joined by `,`.'),
  operand('VisitedExpected', 'visited', (n) => !n.node, 'Name the step, and how often it was executed.'),
  operand(
    'StateExpected',
    'state',
    (n) => !n.item || n.commas.length >= n.states.length,
    'Name the item and its state: `state check completed`.',
  ),
  operand('SentExpected', 'sent', (n) => !n.message, 'Name the message that was sent.'),
  operand('WithinExpected', 'within', (n) => !n.limit, 'Write the longest time in backticks, such as `P5D`.'),
  operand(
    'ExpectLine',
    'expect',
    (n) => n.expectWord && n.expectations.length === 0,
    'Say what is expected: `active check`, `end done`, `never book` …',
  ),
  operand(
    'ExpectLine',
    '',
    (n) => !n.expectWord && !hasKeyword(n, 'expect'),
    'Write `expect` before what is expected.',
  ),
];
