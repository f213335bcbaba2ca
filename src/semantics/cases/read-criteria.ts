/** Sentries, at the items that they guard (CMMN 1.1, 5.4.6 and 8.5). */
import { type Cmmn, is } from '../../model/index.ts';
import type { Source } from './case-source.ts';
import type { FileTransition, TransitionName } from './life-cycles.ts';
import type { Criterion, OnPart } from './plan.ts';

type Holder = Cmmn.PlanItem | Cmmn.DiscretionaryItem | Cmmn.Stage;

/** The criteria of an item, exits first. One without a sentry, or whose sentry says nothing, guards nothing and is left out. */
export function readCriteria(element: Holder, id: string, source: Source): Criterion[] {
  const entries = is(element, 'cmmn:Stage') ? [] : element.entryCriteria;
  const criteria = [
    ...element.exitCriteria.flatMap((each) => criterion('exit', each, source)),
    ...references(element, 'exitCriteriaRefs', source).flatMap((sentry) => guard('exit', sentry, source)),
    ...entries.flatMap((each) => criterion('entry', each, source)),
    ...references(element, 'entryCriteriaRefs', source).flatMap((sentry) => guard('entry', sentry, source)),
  ];
  return criteria.map((each, at) => (each.id === '' ? { ...each, id: `${id}-${each.kind}-${at}` } : each));
}

/** What starts the clock of a timer. */
export function timerStart({ timerStart: start }: Cmmn.TimerEventListener, id: string, source: Source): Criterion[] {
  if (!start) return [];
  const part = is(start, 'cmmn:PlanItemStartTrigger') || is(start, 'cmmn:CaseFileItemStartTrigger');
  return part ? [{ id: start.id ?? `${id}-start`, name: '', kind: 'timer', parts: [onPart(start, source)] }] : [];
}

/** CMMN 1.0 names sentries in an attribute. */
function references(element: Holder, attribute: string, { isVersion10, elementOf }: Source): Cmmn.Sentry[] {
  const text = isVersion10 ? element.$attrs[attribute] : undefined;
  if (!text) return [];
  return text.split(/\s+/).flatMap((id) => {
    const found = elementOf(id);
    return is(found, 'cmmn:Sentry') ? [found] : [];
  });
}

function criterion(kind: 'exit' | 'entry', element: Cmmn.Criterion, source: Source): Criterion[] {
  const guards = is(element.sentryRef, 'cmmn:Sentry') ? guard(kind, element.sentryRef, source) : [];
  return guards.map((each) => ({ ...each, id: element.id ?? '', name: element.name ?? each.name }));
}

/** A criterion without an id yet. */
function guard(kind: 'exit' | 'entry', sentry: Cmmn.Sentry, source: Source): Criterion[] {
  const parts = sentry.onParts.flatMap((part) =>
    is(part, 'cmmn:PlanItemOnPart') || is(part, 'cmmn:CaseFileItemOnPart') ? [onPart(part, source)] : [],
  );
  const condition = source.conditionOf(sentry.ifPart?.condition);
  if (parts.length === 0 && !sentry.ifPart) return [];
  const made = { id: '', name: sentry.name ?? '', kind, parts };
  return [condition ? { ...made, condition } : made];
}

type Trigger =
  | Cmmn.PlanItemOnPart
  | Cmmn.CaseFileItemOnPart
  | Cmmn.PlanItemStartTrigger
  | Cmmn.CaseFileItemStartTrigger;

function onPart(part: Trigger, { itemOf, fileOf }: Source): OnPart {
  const isFile = is(part, 'cmmn:CaseFileItemOnPart') || is(part, 'cmmn:CaseFileItemStartTrigger');
  const transition = (part.standardEvent ?? '').trim() as TransitionName | FileTransition;
  if (isFile) return { of: 'file', source: fileOf(part.sourceRef), transition };
  const exit = is(part, 'cmmn:PlanItemOnPart') ? part.exitCriterionRef?.id : undefined;
  const made: OnPart = { of: 'item', source: itemOf(part.sourceRef), transition };
  return exit ? { ...made, exitCriterion: exit } : made;
}
