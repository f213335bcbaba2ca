/** What a scenario expects: that it can be checked. */
import type { AstNode, ValidationAcceptor } from 'langium';
import { closestTo } from '../../base/spelling.ts';
import { timerForm } from '../../expressions/index.ts';
import {
  type Expectation,
  isActivity,
  isCase,
  isEvent,
  isPlanItem,
  isSubProcess,
  type ScenarioNode,
} from '../generated/ast.ts';
import { report } from './report.ts';
import { misplaced, runAround, type ScenarioRun } from './scenario-acts.ts';
import { shownStep } from './surroundings.ts';

/** States of plan items and cases (CMMN 1.1, 8.4). */
export const ITEM_STATES: readonly string[] = [
  ...['available', 'enabled', 'disabled', 'active', 'suspended', 'failed', 'completed', 'terminated', 'closed'],
];

/** Expectations that can never be checked. */
export function checkExpectation(node: Expectation, accept: ValidationAcceptor): void {
  const run = runAround(node);
  if (!run) return;
  const never = neverChecked(node, run);
  if (never) report(accept, 'error', 'scenario-expectation', never, node as AstNode);
  else if (node.$type === 'NodesExpected') {
    for (const [index, { ref }] of node.nodes.entries()) {
      const why = ref && (misplaced(ref, run) ?? neverThere(node.kind, ref));
      if (why) report(accept, 'error', 'scenario-expectation', why, node, { property: 'nodes', index });
    }
  } else if (node.$type === 'StateExpected') checkStates(node.states, node, accept);
}

function neverChecked(node: Expectation, { hasCases, hasProcesses }: ScenarioRun): string | undefined {
  const word = node.$type === 'NodesExpected' ? node.kind : node.$type;
  if (!hasProcesses && IN_PROCESSES.has(word))
    return 'A case has no end events, messages or errors. Expect the `state` of an item, or `ended`.';
  if (!hasCases && word === 'StateExpected')
    return 'Steps of a process have no states. Expect `active`, `visited` or `end`.';
  if (node.$type === 'PlainExpected' && node.kind === 'refused' && !isBehindAct(node))
    return '`refused` is about the act before it, and there is none. Write it behind an act.';
  if (node.$type !== 'WithinExpected' || !node.limit?.text) return undefined;
  return timerForm(node.limit.text) === 'duration'
    ? undefined
    : 'This is no duration of ISO 8601. Write one such as `P5D` or `PT8H`.';
}

const IN_PROCESSES: ReadonlySet<string> = new Set(['end', 'SentExpected', 'FailedExpected']);

function isBehindAct({ $container: line }: Expectation): boolean {
  const lines = 'lines' in line.$container ? line.$container.lines : [];
  const before = lines[(line.$containerIndex ?? 0) - 1];
  return before !== undefined && before.$type !== 'ExpectLine';
}

/** A sub-process whose rounds or items somebody decides about. */
function isRepeated(node: ScenarioNode): boolean {
  return isSubProcess(node) && node.clauses.some(({ $type }) => $type === 'Loop' || $type === 'Each');
}

/** Why a step is never there as it is expected to be. */
export function neverThere(kind: 'active' | 'end' | 'never', node: ScenarioNode): string | undefined {
  if (isPlanItem(node) || isCase(node)) return undefined;
  if (kind === 'end' && !(isEvent(node) && node.kind === 'end'))
    return `${shownStep(node)} is no end event. Write \`visited\` for another step.`;
  if (kind !== 'active') return undefined;
  const waits =
    isActivity(node) ||
    isRepeated(node) ||
    (isEvent(node) && node.kind === 'catch') ||
    (node.$type === 'Gateway' && node.kind !== 'parallel');
  return waits
    ? undefined
    : `Nothing waits at ${shownStep(node)} for somebody outside. Name a task, an event, or a gateway whose choice is left open.`;
}

function checkStates(states: readonly string[], node: Expectation, accept: ValidationAcceptor): void {
  for (const [index, state] of states.entries()) {
    if (ITEM_STATES.includes(state)) continue;
    const meant = closestTo(state, ITEM_STATES);
    const hint = meant ? `Did you mean \`${meant}\`?` : `It may be ${ITEM_STATES.join(', ')}.`;
    if (node.$type === 'StateExpected')
      report(accept, 'error', 'unknown-state', `There is no state \`${state}\`. ${hint}`, node, {
        property: 'states',
        index,
        ...(meant && { data: { suggestion: meant } }),
      });
  }
}
