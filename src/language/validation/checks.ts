import type { AstNode, LangiumCoreServices, ValidationAcceptor, ValidationChecks } from 'langium';
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
import { checkMessageFlow, checkPool, checkSenders, checkSendersIn } from './collaborations.ts';
import { checkOnPart } from './criteria.ts';
import { checkOrigin, checkUseClause } from './data.ts';
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
import { checkDecision } from './not-supported.ts';
import { checkOperands } from './operands.ts';
import { checkContents, checkMultiplicity, checkPlanOf } from './plan-contents.ts';
import { checkCaseDetails, checkFileDefinition, checkItemDetails } from './plan-details.ts';
import { checkReach } from './reach.ts';
import { checkFileUse, checkTask } from './tasks-of-cases.ts';
import { checkEvent } from './triggers.ts';
import { checkUnknown, checkUnknownItem, checkUnknownRoot } from './unknown.ts';
import { checkWordAsName } from './word-as-name.ts';

/** What is checked of each kind of node, beside its operands, and what its `with` says twice. */
const checks: ValidationChecks<ProcedoAstType> = {
  Model: [checkIds, checkSenders, checkNamespaces],
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
  PlanItem: [checkPlanItem, checkContents, checkTask, checkItemDetails],
  FileItem: [checkMultiplicity, checkFileDefinition],
  FileUse: checkFileUse,
  Discretionary: checkDiscretionary,
  OnPart: checkOnPart,
  StrayFlow: checkStrayFlow,
  StrayClause: checkStrayClause,
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

/** Puts all checks into the registry of the services. */
export function registerChecks(services: LangiumCoreServices): void {
  const registry = services.validation.ValidationRegistry;
  registry.register<ProcedoAstType>(checks);
  registry.register<ProcedoAstType>({ AstNode: checkAnyNode });
}

function checkAnyNode(node: AstNode, accept: ValidationAcceptor): void {
  checkOperands(node, accept);
  checkWith(node, accept);
  checkRepeated(node, accept);
  checkVendorAttributes(node, accept);
}
