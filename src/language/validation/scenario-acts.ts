/** What is done in a scenario: that it fits what the scenario is for, and what it names. */
import { type AstNode, AstUtils, type ValidationAcceptor } from 'langium';
import { closestTo } from '../../base/spelling.ts';
import {
  type Act,
  type ChooseAct,
  type FileAct,
  isActivity,
  isCase,
  isEvent,
  isEventSubProcess,
  isFailAct,
  isHandler,
  isPlanItem,
  isScenario,
  isSubProcess,
  isTimerTrigger,
  type PlanItem,
  type ScenarioNode,
  type Step,
  type Way,
} from '../generated/ast.ts';
import { idOf } from '../ids.ts';
import { meantTrigger, shownTrigger, triggersOf } from '../meant-trigger.ts';
import { waysOf } from '../scenario-ways.ts';
import { runIn, targetOf } from '../scenarios.ts';
import { fileTransitions } from '../transitions.ts';
import { report } from './report.ts';
import { shownStep } from './surroundings.ts';

const OF_CASES: ReadonlySet<string> = new Set([
  ...['plan', 'disable', 'reenable', 'terminate', 'suspend', 'resume', 'reactivate', 'close'],
]);

/** What is done: that it fits what the scenario is for, and what it names. */
export function checkAct(act: Act, accept: ValidationAcceptor): void {
  const run = runAround(act);
  if (!run) return;
  if (!run.hasCases && OF_CASES.has(act.kind)) {
    const message = `\`${act.kind}\` is for cases. In a process a task is done by \`complete\`, and an event happens by \`occur\`.`;
    report(accept, 'error', 'scenario-act', message, act, { property: 'kind' });
    return;
  }
  const node = act.node?.ref;
  const why = node && (misplaced(node, run) ?? refusalOfAct(act.kind, node, isOfCase(node)));
  if (why) report(accept, 'error', 'scenario-act', why, act, { property: 'node' });
  else if (node && act.on) checkTriggerOfAct(act, node, accept);
}

/** `on` says by which of its triggers an event occurs. */
function checkTriggerOfAct(act: Act, node: ScenarioNode, accept: ValidationAcceptor): void {
  if (act.kind !== 'occur') {
    const message = `\`on\` says by what an event occurs: write \`occur\` in place of \`${act.kind}\`, or remove \`on\`.`;
    report(accept, 'error', 'scenario-act', message, act, { keyword: 'on' });
  } else if (act.by && !meantTrigger(act)) {
    const has = triggersOf(node).map((trigger) => `\`${shownTrigger(trigger)}\``);
    const rest = has.length > 0 ? `It waits for ${has.join(', ')}.` : 'It waits for nothing.';
    const message = `${shownStep(node)} does not wait for \`${shownTrigger(act.by)}\`. ${rest}`;
    report(accept, 'error', 'scenario-act', message, act, { property: 'by' });
  }
}

/** Acts that only processes know; a task of a case may fail. */
export function checkActOfProcess(act: AstNode, accept: ValidationAcceptor): void {
  if (runAround(act)?.hasProcesses !== false || isFailAct(act)) return;
  const message = 'A case has no messages and signals. Write `complete`, `occur` or another act of a case.';
  report(accept, 'error', 'scenario-act', message, act);
}

/** What runs in a scenario: on which sides. */
export interface ScenarioRun {
  readonly ofCase: boolean;
  readonly hasCases: boolean;
  readonly hasProcesses: boolean;
}

/** What runs in the scenario around; undefined: it cannot be known. */
export function runAround(node: AstNode): ScenarioRun | undefined {
  const scenario = AstUtils.getContainerOfType(node, isScenario);
  const target = scenario && targetOf(scenario);
  if (!target) return undefined;
  const run = [...runIn(target, scenario)];
  return { ofCase: target.case !== undefined, hasCases: run.some(isCase), hasProcesses: !run.every(isCase) };
}

/** Why a step does not belong to what the scenario runs. */
export function misplaced(node: ScenarioNode, { ofCase, hasCases, hasProcesses }: ScenarioRun): string | undefined {
  if (isOfCase(node) ? hasCases : hasProcesses) return undefined;
  return ofCase
    ? `${shownStep(node)} is a step of a process, and this scenario is for a case. Name one of its items.`
    : `${shownStep(node)} is of a case, and this scenario is for a process. Name one of its steps.`;
}

function isOfCase(node: ScenarioNode): boolean {
  return isPlanItem(node) || isCase(node);
}

/** Why a step does not fit an act. */
export function refusalOfAct(kind: Act['kind'], node: ScenarioNode, ofCase: boolean): string | undefined {
  return ofCase ? refusalInCase(kind, node) : refusal(kind, node);
}

function refusal(kind: Act['kind'], node: ScenarioNode): string | undefined {
  const name = shownStep(node);
  switch (kind) {
    case 'complete':
      if (isActivity(node) || (isSubProcess(node) && node.kind === 'adhoc')) return undefined;
      if (isSubProcess(node)) return `${name} is done when what is in it is done. Complete that.`;
      return `${name} is no task that somebody could complete. ${insteadOfComplete(node)}`;
    case 'timer':
      return triggersOf(node).some(isTimerTrigger) || triggersOf(node).length === 0
        ? undefined
        : `${name} waits for no timer. Write \`occur\`, or the message or signal that it waits for.`;
    case 'start':
      return isEvent(node) && node.kind !== 'start' && !isInAdHoc(node)
        ? `${name} starts nothing. Name a start event, or write \`start\` alone.`
        : undefined;
    case 'occur':
      return isActivity(node) && node.kind !== 'receive'
        ? `${name} is no event. Write \`complete\` for a task.`
        : undefined;
    default:
      return undefined;
  }
}

function insteadOfComplete(node: ScenarioNode): string {
  if (isHandler(node) || (isEvent(node) && node.kind === 'catch'))
    return 'Write `message`, `timer` or `occur` for an event.';
  if (isEvent(node)) return 'Expect it: `expect end …`.';
  return 'Write `choose` and the label of a way for a gateway.';
}

function refusalInCase(kind: Act['kind'], node: ScenarioNode): string | undefined {
  if (!isPlanItem(node)) return undefined;
  const listens = LISTENING.has(node.kind);
  if (kind === 'complete' && listens) return `${shownStep(node)} has no work that could be done. Write \`occur\`.`;
  if (kind === 'occur' && !listens) return `${shownStep(node)} does not occur. Write \`complete\`.`;
  if (kind === 'plan' && !isDiscretionary(node))
    return `${shownStep(node)} is in the plan already. Name a discretionary item.`;
  return undefined;
}

const LISTENING: ReadonlySet<PlanItem['kind']> = new Set(['milestone', 'timer', 'event', 'user']);

function isDiscretionary(node: PlanItem): boolean {
  return node.$container.items[(node.$containerIndex ?? 0) - 1]?.$type === 'Discretionary';
}

function isInAdHoc(node: AstNode): boolean {
  const around = AstUtils.getContainerOfType(node.$container, (one) => isSubProcess(one) || isEventSubProcess(one));
  return isSubProcess(around) && around.kind === 'adhoc';
}

/** What the gateway can choose between. */
export function checkChoose(choose: ChooseAct, accept: ValidationAcceptor): void {
  const node = choose.node?.ref;
  const run = runAround(choose);
  if (!choose.node && choose.ways.some(({ answer }) => answer === undefined))
    report(accept, 'error', 'missing-operand', 'Name the gateway before its way.', choose, { keyword: 'choose' });
  if (!node || !run) return;
  const why = misplaced(node, run);
  if (why) report(accept, 'error', 'scenario-act', why, choose, { property: 'node' });
  else if (!isPlanItem(node) && !isCase(node)) for (const way of choose.ways) checkWay(way, node, accept);
}

function checkWay(way: Way, node: Step, accept: ValidationAcceptor): void {
  const ways = waysOf(node);
  const labels = ways.flatMap(({ label }) => label ?? []);
  const shown =
    labels.length > 0
      ? `Its ways are ${labels.map((label) => `"${label}"`).join(', ')}.`
      : 'Its ways have no labels: write `way 1`, `way 2` …';
  if (way.label !== undefined && !labels.includes(way.label)) {
    const meant = closestTo(way.label, labels);
    const data = meant === undefined ? {} : { data: { suggestion: JSON.stringify(meant) } };
    const hint = meant === undefined ? shown : `Did you mean "${meant}"?`;
    report(accept, 'error', 'no-such-way', `${shownStep(node)} has no way "${way.label}". ${hint}`, way, {
      property: 'label',
      ...data,
    });
  } else if (way.target?.ref && ways.length > 0 && ways.every(({ target }) => target !== undefined)) {
    const target = idOf(way.target.ref);
    if (ways.some((each) => each.target === target)) return;
    report(accept, 'error', 'no-such-way', `No way of ${shownStep(node)} leads to \`${target}\`. ${shown}`, way, {
      property: 'target',
    });
  } else if (way.place !== undefined && ways.length > 0 && !ways[Number(way.place) - 1]) {
    report(
      accept,
      'error',
      'no-such-way',
      `${shownStep(node)} has ${ways.length} ways. Write a number from 1 to ${ways.length}.`,
      way,
      { property: 'place' },
    );
  }
}

/** What happens to a case file item. */
export function checkFileAct(act: FileAct, accept: ValidationAcceptor): void {
  if (runAround(act)?.hasCases === false) {
    const message = 'A process has no case file. Write `set { … }` to change its variables.';
    report(accept, 'error', 'scenario-act', message, act, { keyword: 'file' });
    return;
  }
  const verbs = fileTransitions.map(({ verb }) => verb);
  if (act.transition === undefined || verbs.includes(act.transition)) return;
  const meant = closestTo(act.transition, verbs);
  const hint = meant ? `Did you mean \`${meant}\`?` : `It may be ${verbs.slice(0, 4).join(', ')} …`;
  const data = meant ? { data: { suggestion: meant } } : {};
  report(accept, 'error', 'unknown-transition', `No case file item is \`${act.transition}\`. ${hint}`, act, {
    property: 'transition',
    ...data,
  });
}
