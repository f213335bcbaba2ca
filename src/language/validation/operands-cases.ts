/** The operands of cases. */
import { type AstNode, GrammarUtils } from 'langium';
import { BLOCK, hasKeyword, ITEM_AFTER_COLON, NAME_OR_LABEL, type Operand, operand, unnamed } from './operand.ts';

export const caseOperands: readonly Operand[] = [
  operand('Case', 'case', (n) => !n.body, BLOCK),
  operand('Role', 'role', unnamed, NAME_OR_LABEL),
  operand('FileItem', 'file', unnamed, NAME_OR_LABEL),
  operand(
    'FileItem',
    '[',
    (n) => n.multiple && n.min === undefined && hasKeyword(n, '..'),
    'Write how many there are at least before `..`.',
  ),
  operand(
    'FileItem',
    '..',
    (n) => n.multiple && n.max === undefined && hasKeyword(n, '..') && !n.unbounded,
    'Write how many there are at most after `..`: `1`, or `*` for any number.',
  ),
  operand('FileItem', ':', (n) => n.typed && !n.definition, ITEM_AFTER_COLON),
  operand(
    'FileItem',
    'targets',
    (n) => n.targetsWord && n.commas.length >= n.targets.length,
    'Name the items that this one refers to.',
  ),
  operand('By', 'by', (n) => n.commas.length >= n.roles.length, 'Name the role.'),
  operand('Applies', 'if', (n) => !n.condition, 'Write the condition in backticks after `if`.'),
  operand(
    'PlanItem',
    'user',
    (n) => n.kind === 'user' && !n.event,
    'Write `user event`. (Work of a person is `human`.)',
  ),
  operand('ItemRule', 'if', (n) => n.ifWord && !n.condition, 'Write the condition in backticks after `if`.'),
  operand(
    'Criterion',
    '',
    (n) => !n.whenWord && !n.ifWord,
    'Go on with `when` and what happens, as `enter when check completes`, or with `if` and a condition.',
  ),
  operand(
    'Criterion',
    'when',
    (n) => n.whenWord && n.on.length === 0,
    'Name an item and what it does, as `check completes`.',
  ),
  operand(
    'Criterion',
    'and',
    (n) => n.on.length > 0 && joints(n) >= n.on.length,
    'Name one more item and what it does, or remove `and`.',
  ),
  operand('Criterion', 'if', (n) => n.ifWord && !n.condition, 'Write the condition in backticks after `if`.'),
  operand('OnPart', '.', (n) => n.dots.length > n.path.length, 'Name the item after `.`.'),
  operand('OnPart', 'through', (n) => n.throughWord && !n.criterion, 'Name the exit criterion after `through`.'),
  operand('TimerValue', '', (n) => !n.value, 'Write the time in backticks, such as `PT48H`.'),
  operand('TimerStart', 'from', (n) => !n.start, 'Name an item and what it does, as `ask completes`.'),
  operand(
    'FileUseClause',
    '',
    (n) => n.commas.length >= n.uses.length,
    'Name the case file item. Several are joined by `,`.',
  ),
  operand('FileUse', '.', (n) => n.dots.length > n.path.length, 'Name the item after `.`.'),
  operand(
    'FileUse',
    '',
    (n) => n.direction !== undefined && !n.port,
    'Name the input or output that the item is mapped to.',
  ),
];

function joints(node: AstNode): number {
  return GrammarUtils.findNodesForKeyword(node.$cstNode, 'and').length;
}
