import type { AstNode, AstReflection, ValidationAcceptor } from 'langium';
import type { ProcedoAstType } from '../generated/ast.ts';
import { checkActivity, checkSubProcess } from './activities.ts';
import { checkBlock } from './blocks.ts';
import { checkRuns } from './calls.ts';
import {
  checkCase,
  checkCaseBlock,
  checkDiscretionary,
  checkPlanItem,
  checkStrayClause,
  checkStrayFlow,
} from './cases.ts';
import { checkClausesBefore } from './clause-before-item.ts';
import { checkMessageFlow, checkPool, checkSenders, checkSendersIn } from './collaborations.ts';
import { checkOnPart } from './criteria.ts';
import { checkOrigin, checkUseClause } from './data.ts';
import { checkDecision } from './decisions.ts';
import { checkDefine } from './define.ts';
import { checkDetail, checkRepeated, checkWith } from './details.ts';
import { checkExpression, checkTimerValue } from './expressions.ts';
import { checkExtension, checkExtensionValue, checkNamespaces, checkVendorAttributes } from './extensions.ts';
import { checkBranch, checkGateway } from './gateways.ts';
import { checkHandlers } from './handlers.ts';
import { checkIds } from './ids.ts';
import { checkItem } from './items.ts';
import { checkJumps } from './jumps.ts';
import { checkLinks } from './links.ts';
import { checkOperands } from './operands.ts';
import { checkContents, checkMultiplicity, checkPlanOf } from './plan-contents.ts';
import { checkCaseDetails, checkFileDefinition, checkItemDetails } from './plan-details.ts';
import { checkReach } from './reach.ts';
import { checkAct, checkActOfProcess, checkChoose, checkFileAct } from './scenario-acts.ts';
import { checkExpectation } from './scenario-expectations.ts';
import { checkScenario, checkScenarioNames, checkUnknownAct } from './scenarios.ts';
import { checkFileUse, checkTask } from './tasks-of-cases.ts';
import { checkEvent } from './triggers.ts';
import { checkUnknown, checkUnknownItem, checkUnknownRoot } from './unknown.ts';
import { checkWordAsName } from './word-as-name.ts';

/** A check looks at one node and waits for nothing. */
type Check<Node extends AstNode> = (node: Node, accept: ValidationAcceptor) => void;

type Checks = {
  readonly [Type in keyof ProcedoAstType]?: Check<ProcedoAstType[Type]> | readonly Check<ProcedoAstType[Type]>[];
};

/** What is checked of each kind of node, beside its operands, and what its `with` says twice. */
const checks: Checks = {
  Model: [checkIds, checkSenders, checkNamespaces, checkScenarioNames],
  Collaboration: checkSenders,
  Process: [checkReach, checkLinks],
  Pool: checkPool,
  OwnPool: checkPool,
  Block: [checkBlock, checkHandlers, checkJumps, checkSendersIn],
  Activity: [checkActivity, checkWordAsName],
  SubProcess: checkSubProcess,
  Event: checkEvent,
  Gateway: checkGateway,
  Branch: checkBranch,
  MessageFlow: checkMessageFlow,
  Expression: checkExpression,
  TimerTrigger: checkTimerValue,
  Runs: checkRuns,
  TimerValue: checkTimerValue,
  Case: [checkCase, checkPlanOf, checkCaseDetails],
  CaseBlock: checkCaseBlock,
  PlanItem: [checkPlanItem, checkClausesBefore, checkContents, checkTask, checkItemDetails, checkWordAsName],
  FileItem: [checkMultiplicity, checkFileDefinition],
  FileUse: checkFileUse,
  Discretionary: checkDiscretionary,
  OnPart: checkOnPart,
  StrayFlow: checkStrayFlow,
  StrayClause: checkStrayClause,
  Scenario: checkScenario,
  Act: checkAct,
  MessageAct: checkActOfProcess,
  SignalAct: checkActOfProcess,
  FailAct: checkActOfProcess,
  FileAct: checkFileAct,
  ChooseAct: checkChoose,
  Expectation: checkExpectation,
  UnknownAct: checkUnknownAct,
  Unknown: checkUnknown,
  UnknownItem: checkUnknownItem,
  UnknownRoot: checkUnknownRoot,
  Define: checkDefine,
  Decision: checkDecision,
  Item: checkItem,
  Data: checkOrigin,
  Store: checkOrigin,
  Detail: checkDetail,
  Extension: checkExtension,
  ExtensionValue: checkExtensionValue,
  UseClause: checkUseClause,
};

const byType = new Map<string, readonly Check<AstNode>[]>();

/** The checks of a type of node, with those of the types that it belongs to. */
export function checksOf(type: string, reflection: AstReflection): readonly Check<AstNode>[] {
  const known = byType.get(type);
  if (known) return known;
  const own = Object.entries(checks).filter(([one]) => reflection.isSubtype(type, one));
  // The table says for each check that the nodes of its type are what it takes.
  const found = [...own.flatMap(([, some]) => some as Check<AstNode> | readonly Check<AstNode>[]), checkAnyNode];
  byType.set(type, found);
  return found;
}

function checkAnyNode(node: AstNode, accept: ValidationAcceptor): void {
  checkOperands(node, accept);
  checkWith(node, accept);
  checkRepeated(node, accept);
  checkVendorAttributes(node, accept);
}
