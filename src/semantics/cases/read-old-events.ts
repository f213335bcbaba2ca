/** Event listeners as CMMN 1.0 writes them: `userEvent` and `timerEvent`, which 1.1 has renamed, are kept as raw elements. */
import { allElements, type CmmnDefinitions, type ForeignElement, is, keptElements } from '../../model/index.ts';
import type { Source } from './case-source.ts';
import type { TransitionName } from './life-cycles.ts';
import type { CaseItem, Criterion } from './plan.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] };

const types: ReadonlyMap<string, string> = new Map([
  ['userEvent', 'cmmn:UserEventListener'],
  ['timerEvent', 'cmmn:TimerEventListener'],
  ['event', 'cmmn:EventListener'],
]);

/** The events of a file of CMMN 1.0, by id. */
export function readOldEvents(definitions: CmmnDefinitions): ReadonlyMap<string, ForeignElement> {
  const found = [...allElements(definitions)].flatMap((element) =>
    is(element, 'cmmn:PlanFragment') ? keptElements(element).filter((kept) => types.has(nameOf(kept))) : [],
  );
  return new Map(found.map((event) => [event.get('id') ?? '', event]));
}

/** What the event alone says of its item. */
export function readOldEvent(event: ForeignElement, item: Open<CaseItem>): void {
  item.type = types.get(nameOf(event)) ?? item.type;
  item.name ||= event.get('name') ?? '';
  item.roles = (event.get('authorizedRoleRefs') ?? '').split(/\s+/).filter(Boolean);
  const timer = inside(event, 'timerExpression');
  if (timer) item.timer = (timer.$body ?? inside(timer, 'body')?.$body ?? '').trim();
}

/** What starts the clock of a timer. */
export function oldTimerStart(event: ForeignElement, id: string, { elementOf, itemOf, fileOf }: Source): Criterion[] {
  const start = event.$children.find((each) => /StartTrigger$/.test(nameOf(each)));
  const transition = start && (inside(start, 'standardEvent')?.$body?.trim() as TransitionName | undefined);
  if (!start || !transition) return [];
  const cause = elementOf(start.get('sourceRef') ?? '');
  const part = nameOf(start).startsWith('planItem')
    ? { of: 'item' as const, source: itemOf(cause), transition }
    : { of: 'file' as const, source: fileOf(cause), transition };
  return [{ id: start.get('id') ?? `${id}-start`, name: '', kind: 'timer', parts: [part] }];
}

function inside(element: ForeignElement, name: string): ForeignElement | undefined {
  return element.$children.find((child) => nameOf(child) === name);
}

function nameOf({ $descriptor }: ForeignElement): string {
  return $descriptor.ns.localName;
}
