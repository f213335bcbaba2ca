import { type AstNode, AstUtils, type LangiumCoreServices, type ReferenceInfo } from 'langium';
import type { Severity } from '../../base/problem.ts';
import { closestTo } from '../../base/spelling.ts';
import { isCase, isMessageFlow, isOnPart, isProcess } from '../generated/ast.ts';
import { isNameSpace, processOf } from './scope-provider.ts';
import { SymbolTable } from './symbol-table.ts';

/** Why a reference resolves to nothing, and what may have been meant. */
export interface UnknownReference {
  readonly severity: Severity;
  readonly code: 'unknown-reference' | 'unknown-callable';
  readonly message: string;
  /** The kind of thing that was looked for, as the syntax tree names it. */
  readonly type: string;
  readonly suggestion?: string;
}

/** More names than this are not searched for one of like spelling: typing must not wait. */
const MOST_NAMES = 5000;

/**
 * Explains a reference that resolves to nothing. What is called may be in no file of the workspace: a warning.
 * @param suggests whether to search for a name of like spelling
 */
export function explainUnknown(info: ReferenceInfo, services: LangiumCoreServices, suggests = true): UnknownReference {
  const name = info.reference.$refText;
  const type = services.shared.AstReflection.getReferenceType(info);
  if (type === 'Callable') {
    const message = `No process, case or decision of this workspace is named \`${name}\`. It is drawn as a call all the same; check the name if it should be here.`;
    return {
      severity: 'warning',
      code: 'unknown-callable',
      message,
      type,
      ...(suggests ? suggest(name, info, services) : {}),
    };
  }
  const noun = NOUNS[type] ?? 'element';
  const other = nameOfOtherKind(info);
  const suggestion = other || !suggests ? {} : suggest(name, info, services);
  const hint = suggestion.suggestion ? ` Did you mean \`${suggestion.suggestion}\`?` : howToDeclare(type, name);
  const message = other
    ? `\`${name}\` is ${other}, not ${article(noun)}. Name ${article(noun)} here.`
    : `There is no ${noun} named \`${name}\`${where(info)}.${hint}`;
  return { severity: 'error', code: 'unknown-reference', message, type, ...suggestion };
}

const NOUNS: Readonly<Record<string, string>> = {
  Step: 'step',
  Node: 'element',
  DataNode: 'data or store',
  Participant: 'pool',
  Process: 'process',
  Message: 'message',
  Signal: 'signal',
  ErrorType: 'error',
  Escalation: 'escalation',
  Item: 'item',
  Lane: 'lane',
  InLane: 'lane',
  Data: 'data object',
  Store: 'store',
  Pool: 'pool',
  OwnPool: 'pool',
  Flow: 'flow',
  Branch: 'branch',
  PlanItem: 'plan item',
  FileItem: 'case file item',
  CaseNode: 'item',
  Role: 'role',
  Criterion: 'criterion',
  Case: 'case',
  Note: 'note',
  Group: 'group',
  Define: 'definition',
  Runnable: 'process, case or collaboration',
  ScenarioNode: 'step',
  Told: 'message or step',
};

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}

function suggest(name: string, info: ReferenceInfo, services: LangiumCoreServices): { suggestion?: string } {
  const names = services.references.ScopeProvider.getScope(info)
    .getAllElements()
    .limit(MOST_NAMES)
    .map((description) => description.name);
  const suggestion = closestTo(name, names);
  return suggestion === undefined ? {} : { suggestion };
}

function where({ container, property }: ReferenceInfo): string {
  if (isMessageFlow(container) && property === 'step') {
    const pool = container.pool?.$refText;
    return processOf(container.pool?.ref) ? ` in the process of \`${pool}\`` : `: \`${pool}\` has no process`;
  }
  if (isOnPart(container) && property === 'path') return ` in \`${container.source.$refText}\``;
  if (AstUtils.getContainerOfType(container, isCase))
    return property === 'runs' || property === 'definition' ? '' : ' in this case';
  return AstUtils.getContainerOfType(container, isProcess) &&
    ['target', 'activity', 'uses', 'data', 'of', 'about', 'from', 'to'].includes(property)
    ? ' in this process'
    : '';
}

function howToDeclare(type: string, name: string): string {
  const words: Readonly<Record<string, string>> = {
    Message: 'message',
    Signal: 'signal',
    ErrorType: 'error',
    Escalation: 'escalation',
    Item: 'item',
    Participant: 'pool',
  };
  const word = words[type];
  if (word) return ` Declare it at the top of the file: \`${word} ${name}\`.`;
  if (type === 'Define') return ` Declare it at the top of the file: \`define caseFileItemDefinition ${name}\`.`;
  if (type === 'DataNode') return ` Declare it in the process: \`data ${name}\`.`;
  if (type === 'Role' || type === 'FileItem')
    return ` Declare it in the case: \`${type === 'Role' ? 'role' : 'file'} ${name}\`.`;
  return type === 'Step' ? ` Give a step this name, or correct it.` : '';
}

/** What the name stands for in the process or the file, if it is something of another kind. */
function nameOfOtherKind({ container, reference, property }: ReferenceInfo): string | undefined {
  // Behind a dot it may be known, at another place.
  if (property === 'path') return undefined;
  const root = AstUtils.findRootNode(container);
  const symbols = AstUtils.getDocument(container).localSymbols;
  if (!(symbols instanceof SymbolTable)) return undefined;
  const places = [AstUtils.getContainerOfType(container, isNameSpace), root].filter((place) => place !== undefined);
  const found = places
    .flatMap((place) => symbols.find(place as AstNode, reference.$refText))
    .find(({ type }) => !isUnknown(type));
  const noun = found && (NOUNS[found.type] ?? found.type.toLowerCase());
  return noun && article(noun);
}

/** Whether it is a word that nobody knows, and so of no kind. */
function isUnknown(type: string): boolean {
  return type === 'Unknown' || type === 'UnknownItem';
}
