import { type AstNode, AstUtils } from 'langium';
import { isActivity, isEvent, isGateway, isHandler, isSubProcess, type SubProcess } from '../generated/ast.ts';
import { FITTING } from '../validation/triggers.ts';

/** What most often happens to an activity of each kind, and what its handler waits for therefore. */
const AT_HOST: Readonly<Record<string, readonly string[]>> = {
  service: ['error', 'timer', 'message'],
  script: ['error', 'timer', 'message'],
  rule: ['error', 'timer', 'message'],
  send: ['error', 'timer', 'message'],
  call: ['error', 'escalation', 'timer', 'message'],
  receive: ['timer', 'message', 'signal'],
  subprocess: ['error', 'timer', 'escalation', 'message'],
  adhoc: ['timer', 'error', 'escalation', 'message'],
  transaction: ['cancel', 'error', 'timer', 'message'],
};
/** What starts an event sub-process. */
const AT_EVENT_START = ['message', 'timer', 'error', 'signal', 'escalation'];
const AT_WORK_OF_PEOPLE = ['timer', 'message', 'error', 'escalation'];

/** How a process, and how what is inside it, most often ends. */
const AT_END: Readonly<Record<string, readonly string[]>> = {
  process: ['message', 'error', 'terminate', 'signal'],
  subprocess: ['error', 'escalation', 'message', 'terminate'],
  adhoc: ['error', 'escalation'],
  transaction: ['cancel', 'error', 'escalation', 'message'],
};

const TRIGGERS: ReadonlySet<string> = new Set(Object.values(FITTING).flat());

/** Whether a word is a trigger, and no part of one. */
export function isTrigger(word: string): boolean {
  return TRIGGERS.has(word);
}

/**
 * The place of a trigger in the list of those that may stand at a statement, from 0; `undefined` for one that cannot.
 * @param host the step that a handler belongs to
 */
export function triggerOrder(word: string, statement: AstNode, host: AstNode | undefined): number | undefined {
  const fitting = fittingAt(statement, host);
  const place = fitting?.indexOf(word) ?? 0;
  return place < 0 ? undefined : place;
}

function fittingAt(statement: AstNode, host: AstNode | undefined): readonly string[] | undefined {
  if (isHandler(statement)) return isGateway(statement.$container.$container) ? FITTING.race : atHost(host);
  if (!isEvent(statement)) return undefined;
  const scope = AstUtils.getContainerOfType(statement, isSubProcess);
  if (statement.kind === 'end')
    return withRest(AT_END[scope?.kind ?? 'process'] ?? [], withoutCancel(FITTING.end, scope));
  if (statement.kind === 'start' && statement.$container.$container.$type === 'EventSubProcess')
    return withRest(AT_EVENT_START, FITTING.eventStart);
  return FITTING[statement.kind];
}

function atHost(host: AstNode | undefined): readonly string[] {
  const kind = isActivity(host) || isSubProcess(host) ? host.kind : 'task';
  const first = AT_HOST[kind] ?? AT_WORK_OF_PEOPLE;
  return withRest(first, withoutCancel(FITTING.boundary, isSubProcess(host) ? host : undefined));
}

/** `cancel` belongs to transactions alone (BPMN 2.0.2, 10.5). */
function withoutCancel(words: readonly string[], scope: SubProcess | undefined): string[] {
  return words.filter((word) => word !== 'cancel' || scope?.kind === 'transaction');
}

function withRest(first: readonly string[], all: readonly string[]): string[] {
  return [...first, ...all.filter((word) => !first.includes(word))];
}
