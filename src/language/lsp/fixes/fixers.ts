import { isCase } from '../../generated/ast.ts';
import { fixThrough, fixTransition, writeCriterionOut } from './criterion-fixes.ts';
import * as detail from './detail-fixes.ts';
import { closeJuel, fixFeel, fixMultiplicity, fixOperator, fixTimer, removeExpression } from './expression-fixes.ts';
import type { Fixer } from './fix.ts';
import * as flow from './flow-fixes.ts';
import { changeDuplicate, changeInvalid, writeReferredId } from './id-fixes.ts';
import { changeSpelling, fixReference, fixRootWord } from './name-fixes.ts';
import { fixOperand } from './operand-fixes.ts';
import * as plan from './plan-fixes.ts';
import { fixStart, fixTarget } from './scenario-fixes.ts';
import * as text from './text-fixes.ts';
import * as word from './word-fixes.ts';

/** A problem that processes and cases have, each with statements of its own. */
function inCase(ofCase: Fixer, ofProcess: Fixer): Fixer {
  return (place) => (place.around(isCase) ? ofCase : ofProcess)(place);
}

/** What can be done about each kind of problem, by its code. */
export const fixers: Readonly<Record<string, Fixer>> = {
  // text
  'unexpected-character': text.fixCharacter,
  'unclosed-text': text.closeText,
  'unclosed-block': text.closeBlock,
  'unopened-block': text.openBlock,
  'extra-brace': text.removeMarked,
  'stray-documentation': text.makeComment,
  'foreign-notation': text.removePart,
  syntax: text.fixSyntax,
  'case-phrase': text.writePhrase,
  'clause-before-item': text.writePhrase,
  // names and words
  'unknown-reference': fixReference,
  'unknown-callable': fixReference,
  'root-word': fixRootWord,
  'unknown-word': word.fixUnknownWord,
  'unknown-transition': fixTransition,
  'duplicate-id': changeDuplicate,
  'unquoted-text': changeSpelling,
  'word-as-name': changeSpelling,
  'invalid-id': changeInvalid,
  'fragile-id': writeReferredId,
  // the schema and vendors
  'unknown-prefix': detail.declarePrefix,
  'duplicate-prefix': detail.removeNamespace,
  'unknown-detail': detail.fixDetail,
  'detail-value': changeSpelling,
  'abstract-detail': detail.chooseKind,
  'repeated-detail': detail.removeDetail,
  'detail-form': detail.removeNameOrLabel,
  'mapping-direction': detail.turnMapping,
  'unknown-port': detail.choosePort,
  'data-origin': detail.fixOrigin,
  'read-twice': detail.removeUse,
  'mapped-subprocess': detail.removeMapping,
  'mapped-task': detail.removeMapping,
  'unclosed-parenthesis': detail.closeParenthesis,
  // operands and clauses
  'missing-operand': fixOperand,
  clause: inCase(plan.fixPlanClause, word.fixClause),
  'repeated-clause': text.removeMarked,
  block: inCase(plan.fixPlanBlock, word.makeSubProcess),
  multiplicity: fixMultiplicity,
  'two-pools': word.removeRuns,
  // places
  'misplaced-in-gateway': word.fixWay,
  'steps-in-lane': changeSpelling,
  'branch-outside-gateway': word.wrapInGateway,
  misplaced: inCase(plan.fixMisplacedItem, word.fixMisplaced),
  'empty-lane': word.removeStatement,
  'stray-block': flow.fixStrayBlock,
  // triggers and handlers
  trigger: word.fixTrigger,
  'missing-trigger': word.addTrigger,
  'non-interrupting': text.removeMarked,
  joint: word.fixJoint,
  'cancel-outside-transaction': word.makeTransaction,
  'handler-does-nothing': flow.fillHandler,
  'handler-without-host': flow.makeCatch,
  'handler-rejoins': flow.endHandler,
  'nothing-undone': flow.undoAll,
  'not-for-compensation': flow.markCompensation,
  'link-without-catch': flow.catchLink,
  // gateways and jumps
  'no-ways': flow.addWays,
  'repeated-otherwise': flow.makeWhen,
  'missing-condition': flow.makeOtherwise,
  condition: word.removeCondition,
  'nothing-to-stop': detail.endWay,
  'nothing-before': flow.unwrapJumps,
  'no-target': flow.jumpBehindStart,
  'message-within-pool': flow.makeJump,
  'leaves-an-end': flow.fixEnd,
  'leads-nowhere': flow.endStep,
  'repeated-default': text.removeMarked,
  'lone-default': text.removeMarked,
  'jump-with-block': flow.removeBlock,
  'no-next': flow.removeJump,
  'none-and-more': flow.removeJump,
  // cases
  'wrong-reference': plan.fixCalledKind,
  'stray-text': text.removeMarked,
  'not-discretionary': plan.fixDiscretionary,
  'flow-in-case': plan.fixArrow,
  through: fixThrough,
  'sentry-scope': writeCriterionOut,
  'missing-sentry': detail.removeDetail,
  'empty-sentry': detail.removeSentry,
  'default-control': detail.removeDetail,
  'nothing-run': plan.chooseRun,
  'missing-time': plan.writeTimer,
  'waits-for-people': plan.makeAutocomplete,
  // scenarios
  'scenario-target': fixTarget,
  'scenario-start': fixStart,
  'no-such-way': changeSpelling,
  'unknown-state': changeSpelling,
  // expressions
  'feel-operator': fixOperator,
  'feel-syntax': fixFeel,
  'juel-syntax': closeJuel,
  'empty-expression': removeExpression,
  'timer-value': fixTimer,
};

/** Kinds of problem that only a person can solve: what is meant is not in the text. */
export const withoutFix: ReadonlySet<string> = new Set([
  'crosses-subprocess',
  'definition-scope',
  'empty-plan',
  'recursion',
  'repeated-role',
  'table-rule',
  'unnamed',
  'on-part-source',
  'detail-has-word',
  'half-name',
  'invalid-name',
  'message-direction',
  'misplaced-extension',
  'nested-too-deep',
  'no-sender',
  'decision-beside-processes',
  'port-direction',
  'repeated-link',
  'duplicate-scenario',
  'scenario-act',
  'scenario-expectation',
  'unreachable',
]);

/** The fixes of a code: those of its own, else the spelling that its check suggests. */
export function fixerOf(code: string): Fixer {
  return fixers[code] ?? changeSpelling;
}
