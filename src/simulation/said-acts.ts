/** How acts are said in a scenario. */
import type {
  Act,
  CaseAct,
  CaseItem,
  LinkedAct,
  LinkedModel,
  LinkedState,
  Net,
  State,
  TransitionName,
} from '../semantics/index.ts';
import type { ScenarioAct } from './scenario.ts';

/** A way to say an act, and the act that it means then: a process that begins at one place begins there. */
export interface Candidate {
  readonly said: ScenarioAct;
  readonly isFor: LinkedAct;
}

/** How an act may be said, the plainest first. @param ofCase id of the plan of the case that the scenario is for */
export function candidatesFor(
  { net, plan }: LinkedModel,
  state: LinkedState,
  each: LinkedAct,
  ofCase: string | undefined,
): Candidate[] {
  if (each.in === 'processes') {
    const byEvent: LinkedAct = { in: 'processes', act: byStartEvent(net, each.act) };
    const isProcess = ({ start }: ScenarioAct) => net.scopeOfId.has(start?.[0] ?? '');
    return inProcesses(net, state.processes, each.act).map((said) => ({
      said,
      isFor: isProcess(said) ? each : byEvent,
    }));
  }
  const { act } = each;
  const instances = state.cases.cases.flatMap((one) => one.instances);
  const item = plan.items[instances.find(({ id }) => 'at' in act && id === act.at)?.item ?? -1];
  return inCases(act, item, ofCase).map((said) => ({ said, isFor: each }));
}

/** A scenario names the start event of a process that begins at one place. */
function byStartEvent(net: Net, act: Act): Act {
  const process =
    act.do === 'start' && act.scope === undefined ? net.scopes[net.scopeOfId.get(act.node) ?? -1] : undefined;
  const entry = process?.entries.length === 1 ? net.nodes[process.entries[0] ?? -1] : undefined;
  return entry && act.do === 'start' ? { ...act, node: entry.id } : act;
}

function inProcesses(net: Net, state: State, act: Act): ScenarioAct[] {
  const set = setOf(act);
  const at = 'at' in act ? act.at : -1;
  const instance = state.scopes.flatMap(({ instances }) => instances).find(({ id }) => id === at);
  const element = net.nodes[instance?.node ?? -1]?.id ?? '';
  switch (act.do) {
    case 'start': {
      const entry = net.nodes[net.scopes[net.scopeOfId.get(act.node) ?? -1]?.entries[0] ?? -1];
      const ids = entry && act.scope === undefined ? [entry.id, act.node] : [act.node];
      const trigger = net.nodes[net.nodeOfId.get(act.node) ?? -1]?.triggers[act.trigger ?? -1];
      const byMessage = trigger?.kind === 'message' ? [{ message: trigger.key, ...set }] : [];
      return [...byMessage, ...ids.map((id) => ({ start: [id], ...set }))];
    }
    case 'finish':
      return [{ complete: element, ...set }];
    case 'complete':
      return [{ complete: element }];
    case 'fault':
      return [{ fail: { element, error: act.error } }];
    case 'fire':
      return [...plainEvent(net, act), { occur: act.event, ...set }, ...namedEvent(net, act)];
    case 'signal':
      return [{ signal: act.name, ...set }];
    case 'choose':
      if ('flows' in act) return [{ choose: { element, flows: act.flows } }];
      return [{ choose: 'count' in act ? { element, count: act.count } : { element, again: act.again } }];
    case 'set':
      return [{ set: act.set }];
    default:
      return [];
  }
}

/** By its timer or message, rather than as any event. */
function plainEvent(net: Net, act: Extract<Act, { readonly do: 'fire' }>): ScenarioAct[] {
  const trigger = net.nodes[net.nodeOfId.get(act.event) ?? -1]?.triggers[act.trigger ?? 0];
  if (trigger?.kind === 'timer') return [{ timer: act.event, ...setOf(act) }];
  return trigger?.kind === 'message' && trigger.key ? [{ message: trigger.key, ...setOf(act) }] : [];
}

/** By that one of its triggers. */
function namedEvent(net: Net, act: Extract<Act, { readonly do: 'fire' }>): ScenarioAct[] {
  const trigger = net.nodes[net.nodeOfId.get(act.event) ?? -1]?.triggers[act.trigger ?? 0];
  if (!trigger) return [];
  const name = trigger.key || trigger.name;
  return [{ occur: act.event, by: { kind: trigger.kind, ...(name !== '' && { name }) }, ...setOf(act) }];
}

function inCases(act: CaseAct, item: CaseItem | undefined, ofCase: string | undefined): ScenarioAct[] {
  const set = setOf(act);
  const element = item?.id ?? '';
  switch (act.do) {
    case 'open':
      return [{ start: [act.case], ...set }];
    case 'transition': {
      if (act.transition === 'fault') return [{ fail: { element, error: '' } }];
      const [plain, named] = [ofOwnCase[act.transition], ofItem(act.transition, element)];
      if (element !== ofCase) return named ? [{ ...named, ...set }] : [];
      // Without a number it is the case that the scenario is for.
      return [...(plain ? [{ ...plain, ...set }] : []), ...(named ? [{ ...named, number: 1, ...set }] : [])];
    }
    case 'plan':
      return [{ plan: act.item, ...set }];
    case 'file':
      return [{ file: { item: act.item, transition: act.transition }, ...set }];
    case 'choose':
      return [{ choose: { element, holds: act.holds } }];
    case 'set':
      return [{ set: act.set }];
    case 'advance':
      return [];
  }
}

const ofOwnCase: Partial<Readonly<Record<TransitionName, ScenarioAct>>> = {
  complete: { completeCase: true },
  terminate: { terminateCase: true },
  suspend: { suspendCase: true },
  reactivate: { reactivateCase: true },
  close: { closeCase: true },
};

function ofItem(transition: TransitionName, element: string): ScenarioAct | undefined {
  switch (transition) {
    case 'complete':
    case 'manualStart':
    case 'disable':
    case 'reenable':
    case 'terminate':
    case 'suspend':
    case 'resume':
    case 'occur':
    case 'reactivate':
    case 'close':
      return { [transition]: element };
    default:
      return undefined;
  }
}

function setOf(act: Act | CaseAct): Pick<ScenarioAct, 'set'> {
  return 'set' in act && act.set && Object.keys(act.set).length > 0 ? { set: act.set } : {};
}

/** Whether two acts are the same, whatever the order of their parts. */
export function isSame(one: LinkedAct, other: LinkedAct): boolean {
  const text = ({ in: side, act }: LinkedAct) =>
    JSON.stringify([side, Object.entries(act).sort(([a], [b]) => (a < b ? -1 : 1))]);
  return text(one) === text(other);
}

export function withoutSet(each: LinkedAct): LinkedAct {
  if (each.in === 'cases' && each.act.do === 'open') return { in: 'cases', act: { do: 'open', case: each.act.case } };
  if (each.in !== 'processes' || each.act.do !== 'start') return each;
  const { set: _, ...act } = each.act;
  return { in: 'processes', act };
}
