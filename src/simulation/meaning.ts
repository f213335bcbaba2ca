/** What a step of a scenario means for processes and cases as they stand. */
import type { LinkedAct, LinkedModel, LinkedState, Place, Variables } from '../semantics/index.ts';
import { caseActOf } from './case-acts.ts';
import type { CaseMoment } from './case-player.ts';
import { actsOf, type Impossible, type Moment } from './process-acts.ts';
import { Roots } from './roots.ts';
import type { Scenario, ScenarioAct } from './scenario.ts';
import { setting } from './setting.ts';

/** What a step is read against: a player, or a moment of a run that somebody plays. */
export interface Sides {
  readonly model: LinkedModel;
  readonly state: LinkedState;
  readonly processes: Moment;
  readonly cases: CaseMoment;
}

/** The acts that a step means now, mostly one, with the ids of what else it could be done to. */
export interface Meaning {
  readonly acts: readonly LinkedAct[];
  readonly possible: readonly string[];
}

/** What a step means now. @param kind the side on which the scenario starts */
export function meaningOf(sides: Sides, kind: Scenario['kind'], act: ScenarioAct): Meaning | Impossible {
  const { model, processes, cases } = sides;
  if (isSetAlone(act)) return settingAll(sides, kind, act.number ?? 1, act.set ?? {});
  if (isAboutCase(model, kind, act)) {
    const { act: meant, message, possible } = caseActOf(cases, act);
    return meant ? { acts: [{ in: 'cases', act: meant }], possible } : { message: message ?? '', possible };
  }
  const acts = actsOf(processes, act);
  return 'message' in acts ? acts : { acts: acts.map((each) => ({ in: 'processes', act: each })), possible: [] };
}

/** Ids of what an act could be done to on the side that it does not concern. */
export function possibleBeside(sides: Sides, kind: Scenario['kind'], act: ScenarioAct): readonly string[] {
  if (!isAboutCase(sides.model, kind, act)) return caseActOf(sides.cases, act).possible;
  const meaning = actsOf(sides.processes, act);
  return 'message' in meaning ? meaning.possible : [];
}

function isSetAlone(act: ScenarioAct): boolean {
  return Object.keys(act).every((name) => name === 'set' || name === 'number');
}

/** Variables change in a process instance, the oldest first, or in the case, and in all that runs for it. */
function settingAll(
  { model, state, cases }: Sides,
  kind: Scenario['kind'],
  number: number,
  set: Variables,
): Meaning | Impossible {
  const roots = new Roots([state], new Map());
  for (const { caller, callee } of state.links) roots.addCall(caller, callee);
  const outermost = state.processes.scopes.filter(({ parent }) => parent < 0)[number - 1];
  const at = kind === 'cmmn' ? cases.main?.id : outermost?.id;
  const place: Place | undefined = at === undefined ? undefined : { in: kind === 'cmmn' ? 'cases' : 'processes', at };
  if (!place) return { message: 'Nothing runs any more whose variables could be set.', possible: [] };
  return { acts: setting(model, state, roots, roots.of(place), set), possible: [] };
}

/** An act concerns the side that has what it names; what both or none have, or what names nothing, the side on which the scenario starts. */
function isAboutCase({ net, plan }: LinkedModel, kind: Scenario['kind'], act: ScenarioAct): boolean {
  if (onlyInCases.some((verb) => act[verb] !== undefined)) return true;
  if (onlyInProcesses.some((verb) => act[verb] !== undefined)) return false;
  const id = act.complete ?? act.occur ?? act.choose?.element ?? act.fail?.element ?? act.start?.[0] ?? act.timer ?? '';
  const isItem = plan.itemOfId.has(id) || plan.caseOfId.has(id);
  const isNode = net.nodeOfId.has(id) || net.scopeOfId.has(id);
  return isItem === isNode ? kind === 'cmmn' : isItem;
}

const onlyInProcesses = [
  'message',
  'signal',
  'execute',
  'completeAdHoc',
] as const satisfies readonly (keyof ScenarioAct)[];

const onlyInCases = [
  'manualStart',
  'disable',
  'reenable',
  'terminate',
  'suspend',
  'resume',
  'reactivate',
  'close',
  'plan',
  'file',
  'completeCase',
  'terminateCase',
  'suspendCase',
  'reactivateCase',
  'closeCase',
] as const satisfies readonly (keyof ScenarioAct)[];
