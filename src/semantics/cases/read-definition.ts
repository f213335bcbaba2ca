/** What a plan item is, and the rules of its control: its own before those of its definition (CMMN 1.1, 5.4.11). */
import { type Cmmn, is, referenceText } from '../../model/index.ts';
import type { Source } from './case-source.ts';
import type { LifeCycle } from './life-cycles.ts';
import type { CaseItem, CaseItemKind, CaseRule } from './plan.ts';
import { readMappings } from './read-mappings.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] };

const kinds = [
  ['cmmn:Stage', 'stage'],
  ['cmmn:PlanFragment', 'fragment'],
  ['cmmn:Milestone', 'milestone'],
  ['cmmn:EventListener', 'listener'],
] as const satisfies readonly (readonly [string, CaseItemKind])[];

export function kindOf(definition: Cmmn.PlanItemDefinition): CaseItemKind {
  return kinds.find(([type]) => is(definition, type))?.[1] ?? 'task';
}

export function lifeCycleOf(kind: CaseItemKind): LifeCycle {
  if (kind === 'case') return 'case';
  return kind === 'milestone' || kind === 'listener' ? 'occurrence' : 'work';
}

/** What the definition alone says. */
export function readDefinition(definition: Cmmn.PlanItemDefinition, item: Open<CaseItem>, source: Source): void {
  if (is(definition, 'cmmn:Stage')) item.autoComplete = definition.autoComplete ?? false;
  if (is(definition, 'cmmn:Task')) {
    item.isBlocking = definition.isBlocking;
    const runs = runsOf(definition, source);
    if (runs) item.runs = runs;
    if (is(definition, 'cmmn:ProcessTask') || is(definition, 'cmmn:CaseTask'))
      Object.assign(item, readMappings(definition, source));
  }
  if (is(definition, 'cmmn:UserEventListener')) item.roles = rolesOf(definition.authorizedRoleRefs);
  if (is(definition, 'cmmn:TimerEventListener')) item.timer = definition.timerExpression?.body?.trim() ?? '';
}

/** Roles by id and by name, as people may call them. */
export function rolesOf(roles: readonly Cmmn.Role[]): string[] {
  return roles.flatMap(({ id, name }) => [id, name].filter((each) => each !== undefined && each !== '') as string[]);
}

/** What a task runs, by the id that it has where it stands; a process of another file is named by a definition of it here (5.4.13). */
function runsOf(task: Cmmn.Task, { definitions }: Source): CaseItem['runs'] {
  const named = (property: string, text: string | undefined) => local(text ?? referenceText(task, property));
  if (is(task, 'cmmn:ProcessTask')) {
    const ref = named('processRef', task.processRef);
    const external = definitions.processes.find(({ id }) => id === ref)?.externalRef;
    return called('process', local(external) || ref);
  }
  if (is(task, 'cmmn:CaseTask')) return called('case', named('caseRef', task.caseRef));
  return is(task, 'cmmn:DecisionTask') ? called('decision', named('decisionRef', task.decisionRef)) : undefined;
}

/** A name without its prefix. */
function local(name: string | undefined): string {
  return name?.slice(name.indexOf(':') + 1) ?? '';
}

function called(kind: 'process' | 'case' | 'decision', ref: string): CaseItem['runs'] {
  return ref === '' ? undefined : { kind, ref };
}

type Rules = { readonly [K in 'required' | 'repetition' | 'manual']?: CaseRule };

const properties = [
  ['required', 'requiredRule'],
  ['repetition', 'repetitionRule'],
  ['manual', 'manualActivationRule'],
] as const satisfies readonly (readonly [keyof Rules, keyof Cmmn.PlanItemControl])[];

export function readRules(
  kind: CaseItemKind,
  own: Cmmn.PlanItemControl | undefined,
  standard: Cmmn.PlanItemControl | undefined,
  { conditionOf, isVersion10 }: Source,
): Rules {
  const rules = properties.flatMap(([name, property]): [keyof Rules, CaseRule][] => {
    const rule = own?.[property] ?? standard?.[property];
    const condition = conditionOf(rule?.condition);
    if (rule) return [[name, condition ? { condition } : {}]];
    const isByHand = name === 'manual' && isVersion10 && (kind === 'task' || kind === 'stage');
    return isByHand ? [[name, {}]] : [];
  });
  return Object.fromEntries(rules);
}
