/** Which trigger an event may have where it stands (BPMN 2.0.2, 10.5). */
import { AstUtils, type ValidationAcceptor } from 'langium';
import {
  type CompensationTrigger,
  type Event,
  type Handler,
  isActivity,
  isSubProcess,
  type Trigger,
} from '../generated/ast.ts';
import { report } from './report.ts';
import { flowScopeOf, shownStep } from './surroundings.ts';

type Catching = 'start' | 'eventStart' | 'catch' | 'boundary' | 'race';
type Spot = Catching | 'throw' | 'end';

/** Words of the triggers that fit, in the order in which messages list them. */
export const FITTING: Readonly<Record<Spot, readonly string[]>> = {
  start: ['message', 'timer', 'signal', 'condition'],
  eventStart: ['message', 'timer', 'signal', 'condition', 'error', 'escalation', 'compensation'],
  catch: ['message', 'timer', 'signal', 'condition', 'link'],
  boundary: ['message', 'timer', 'error', 'escalation', 'signal', 'condition', 'compensation', 'cancel'],
  race: ['message', 'timer', 'signal', 'condition'],
  throw: ['message', 'signal', 'escalation', 'compensation', 'link'],
  end: ['message', 'signal', 'error', 'escalation', 'compensation', 'cancel', 'terminate'],
};

const PLACE: Readonly<Record<Spot, string>> = {
  start: 'A `start`',
  eventStart: 'The `start` of an event sub-process',
  catch: 'A `catch`',
  boundary: 'A handler of an activity',
  race: 'A way of a `race`',
  throw: 'A `throw`',
  end: 'An `end`',
};

/** Triggers that always interrupt what they are caught in. */
export const INTERRUPTING: ReadonlySet<string> = new Set(['error', 'cancel', 'compensation']);

/**
 * The triggers of an event: that each fits the event's place, and how they are joined. What is out of place is only a warning here and for
 * handlers: people draw it, other programs write it, and the schema takes it.
 */
export function checkEvent(event: Event, accept: ValidationAcceptor): void {
  const spot = spotOf(event);
  checkTriggers(event, spot, accept);
  if (spot === 'eventStart') {
    if (event.triggers.length === 0 && !event.on) {
      const message = 'The `start` of an event sub-process waits for something. Write `on` and what it is.';
      report(accept, 'warning', 'missing-trigger', message, event, { property: 'kind' });
    }
    checkInterrupting(event, accept);
  } else if (event.nonInterrupting) {
    const message = '`non-interrupting` fits a handler, or the `start` of an event sub-process. Remove it here.';
    report(accept, 'warning', 'non-interrupting', message, event, { keyword: 'non-interrupting' });
  }
  if (spot === 'start' && isSubProcess(flowScopeOf(event)) && event.triggers.length > 0) {
    const message =
      'A sub-process starts when the flow reaches it: its `start` has no trigger. Remove it, or put a `catch` behind the start.';
    report(accept, 'warning', 'trigger', message, event, { property: 'triggers' });
  }
}

/** The triggers of a handler. @param race whether it is a way of an event-based gateway, else it is a boundary event */
export function checkHandlerTriggers(handler: Handler, race: boolean, accept: ValidationAcceptor): void {
  checkTriggers(handler, race ? 'race' : 'boundary', accept);
  if (!race) checkInterrupting(handler, accept);
  else if (handler.nonInterrupting) {
    const message = 'A way of a `race` interrupts nothing. Remove `non-interrupting`.';
    report(accept, 'error', 'non-interrupting', message, handler, { keyword: 'non-interrupting' });
  }
}

function spotOf(event: Event): Spot {
  if (event.kind !== 'start') return event.kind;
  return flowScopeOf(event)?.$type === 'EventSubProcess' ? 'eventStart' : 'start';
}

function checkTriggers(node: Event | Handler, spot: Spot, accept: ValidationAcceptor): void {
  for (const trigger of node.triggers) checkTrigger(trigger, spot, accept);
  if (node.joint.includes('or') && node.joint.includes('and')) {
    const message =
      'Triggers are joined by `or` (any of them) or by `and` (all of them), not by both. Use one of the two.';
    report(accept, 'error', 'joint', message, node, { property: 'joint' });
  } else if (node.joint.includes('and') && (spot === 'throw' || spot === 'end')) {
    const message = `${PLACE[spot]} gives all of its results: join them by \`or\`, as the standard's multiple event.`;
    report(accept, 'error', 'joint', message, node, { property: 'joint' });
  }
}

function checkTrigger(trigger: Trigger, spot: Spot, accept: ValidationAcceptor): void {
  const word = wordOf(trigger);
  if (trigger.$type === 'CompensationTrigger') checkUndone(trigger, accept);
  if (!FITTING[spot].includes(word)) {
    const message = `${PLACE[spot]} has no \`${word}\`. It may have ${listed(FITTING[spot])}.`;
    report(accept, 'warning', 'trigger', message, trigger);
  } else if (word === 'cancel' && !isCancellable(trigger, spot)) {
    const message = '`cancel` ends a `transaction` or is handled on one. Make the sub-process a `transaction`.';
    report(accept, 'warning', 'cancel-outside-transaction', message, trigger);
  }
}

/** What is undone is work: a task or a sub-process. */
function checkUndone(trigger: CompensationTrigger, accept: ValidationAcceptor): void {
  const undone = trigger.activity?.ref;
  if (!undone || isActivity(undone) || isSubProcess(undone) || undone.$type === 'Unknown') return;
  const message = `${shownStep(undone)} does no work that could be undone. Name a task or a sub-process.`;
  report(accept, 'error', 'nothing-undone', message, trigger, { property: 'activity' });
}

/** Handlers of a transaction stand behind it, which only their neighbours tell: see the check of handlers. */
function isCancellable(trigger: Trigger, spot: Spot): boolean {
  if (spot !== 'end') return true;
  const scope = AstUtils.getContainerOfType(trigger, isSubProcess);
  return scope?.kind === 'transaction';
}

function checkInterrupting(node: Event | Handler, accept: ValidationAcceptor): void {
  const always = node.triggers.map(wordOf).find((word) => INTERRUPTING.has(word));
  if (!node.nonInterrupting || !always) return;
  const message = `\`${always}\` always interrupts. Remove \`non-interrupting\`.`;
  report(accept, 'warning', 'non-interrupting', message, node, { keyword: 'non-interrupting' });
}

/** The word of the language for a trigger. */
export function wordOf(trigger: Trigger): string {
  return trigger.$type.replace(/Trigger$/, '').toLowerCase();
}

function listed(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
