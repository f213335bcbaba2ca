/** What stands behind an item and says what its definition is: who does it, what it runs, what it reads, when its time comes. */
import { isXmlName } from '../../language/index.ts';
import { type Cmmn, is, type ModelElement, ownPropertyOf } from '../../model/index.ts';
import { idText } from '../literals.ts';
import { isRefusedTime, noteOfKept } from '../refused-code.ts';
import type { Line } from '../statements/element.ts';
import type { Word } from '../tree.ts';
import type { CasePrintContext, Item } from './case-context.ts';
import { startWords } from './criteria.ts';
import { conditionText } from './expressions.ts';
import { listed } from './file-items.ts';
import { addUses } from './uses.ts';

export function addClauses(context: CasePrintContext, item: Item, definition: ModelElement, line: Line): void {
  if (is(definition, 'cmmn:Stage') && definition.autoComplete) line.add('autocomplete');
  if (is(definition, 'cmmn:Task')) {
    addRuns(context, definition, line);
    if (!definition.isBlocking && hasEnd(item)) line.add('non-blocking');
    line.say('isBlocking');
    addUses(context, item, definition, line);
  }
  addRoles(context, definition, line);
  if (is(definition, 'cmmn:TimerEventListener')) addTimer(context, item, definition, line);
}

/** Whether an item is over by itself: what nobody waits for has no exit criteria, no outputs and nothing to add. */
export function hasEnd({ definitionRef: definition, exitCriteria }: Item): boolean {
  if (!is(definition, 'cmmn:Task') || exitCriteria.length + definition.output.length > 0) return false;
  return !is(definition, 'cmmn:HumanTask') || definition.planningTable === undefined;
}

function addRoles(context: CasePrintContext, definition: ModelElement, line: Line): void {
  const isHuman = is(definition, 'cmmn:HumanTask');
  if (!isHuman && !is(definition, 'cmmn:UserEventListener')) return;
  line.say(isHuman ? 'performerRef' : 'authorizedRoleRefs');
  const all = isHuman ? [definition.performerRef] : definition.authorizedRoleRefs;
  const roles = all.filter((role): role is Cmmn.Role => is(role, 'cmmn:Role') && context.canRefer(role));
  if (roles.length > 0) line.add('by', ...listed(roles));
}

/** `runs`: an element of this file, or the id of what is deployed elsewhere. */
function addRuns(context: CasePrintContext, task: Cmmn.Task, line: Line): void {
  const [property, called] = calledBy(context, task);
  if (property === undefined) return;
  line.say(property);
  const id = ownPropertyOf(task, property);
  if (typeof id !== 'string' || !isXmlName(id)) return;
  const target = called.find((one) => one.id === id);
  if (target && context.canRefer(target)) line.add('runs', { to: target });
  else if (!context.hasId(id)) line.add('runs', idText(id));
}

function calledBy(
  { definitions }: CasePrintContext,
  task: Cmmn.Task,
): [property: string, called: readonly Cmmn.CMMNElement[]] | [undefined] {
  if (is(task, 'cmmn:ProcessTask')) return ['processRef', definitions.processes];
  if (is(task, 'cmmn:CaseTask')) return ['caseRef', definitions.cases];
  return is(task, 'cmmn:DecisionTask') ? ['decisionRef', definitions.decisions] : [undefined];
}

/** What a time begins with tells which it is: `R3/PT1H` comes again, `2026-01-01` is a date. */
function timeWord(code: string): string {
  if (/^`+\s*R\d*\//.test(code)) return 'every';
  return /^`+\s*\d{4}-/.test(code) ? 'at' : 'after';
}

function addTimer(context: CasePrintContext, item: Item, timer: Cmmn.TimerEventListener, line: Line): void {
  const { timerExpression: expression, timerStart: start } = timer;
  const code = conditionText(context, expression, isRefusedTime);
  line.say('timerExpression', 'timerStart');
  if (code !== undefined) {
    line.add(timeWord(code), code);
    context.makes(item, 'timer', expression);
  } else line.add(...noteOfKept('time', expression?.body));
  if (!is(start, 'cmmn:PlanItemStartTrigger') && !is(start, 'cmmn:CaseFileItemStartTrigger')) return;
  const words: Word[] | undefined = start.sourceRef && startWords(context, start.sourceRef, start.standardEvent);
  if (!words) return;
  line.add('from', ...words);
  context.makes(item, 'from', start);
}
