/** How often chance does something where it may do something else. */
import {
  type CaseAct,
  type CasePlan,
  type CaseState,
  eventKey,
  type FileTransition,
  type LinkedAct,
  type LinkedModel,
  type LinkedState,
  type TransitionName,
} from '../semantics/index.ts';

/** What goes on; an event at a boundary or of an event sub-process happens once where a task is done ten times. */
const USUAL = 100;
const DEVIATING = 10;

/** What nobody has to do for a case to go on. */
const transitions: Partial<Readonly<Record<TransitionName, number>>> = {
  disable: 10,
  reenable: 10,
  terminate: 2,
  fault: 2,
  suspend: 2,
};

/** Of a whole case; it is completed by hand where that is possible, though there may be more to do. */
const ofCase: typeof transitions = { ...transitions, complete: 30, terminate: 1, fault: 1, suspend: 1, close: 0 };

const files: Partial<Readonly<Record<FileTransition, number>>> = { create: USUAL, delete: 3, removeChild: 3 };

export function likelihoodOf(model: LinkedModel, state: LinkedState, act: LinkedAct): number {
  if (act.in === 'cases') return inCases(model, state, act.act);
  const { net } = model;
  const kind = act.act.do === 'fire' ? net.nodes[net.nodeOfId.get(act.act.event) ?? -1]?.kind : undefined;
  return act.act.do === 'fault' || kind === 'boundary' || kind === 'start' ? DEVIATING : USUAL;
}

function inCases({ plan }: LinkedModel, { cases }: LinkedState, act: CaseAct): number {
  if (act.do === 'file') return files[act.transition] ?? 30;
  if (act.do === 'plan') return 20;
  if (act.do !== 'transition') return USUAL;
  if (act.transition === 'occur') return setsOffExits(plan, cases, act.at) ? DEVIATING : USUAL;
  const table = cases.cases.some(({ id }) => id === act.at) ? ofCase : transitions;
  return table[act.transition] ?? USUAL;
}

/** Whether something ends by an event, as by one at a boundary. */
function setsOffExits(plan: CasePlan, { cases }: CaseState, at: number): boolean {
  const item = cases.flatMap(({ instances }) => instances).find(({ id }) => id === at)?.item ?? -1;
  const heard = plan.hearers.get(eventKey({ of: 'item', source: item, transition: 'occur' })) ?? [];
  return heard.some((each) => plan.items[each.item]?.criteria[each.criterion]?.kind === 'exit');
}

/** Whether an act only ends or halts what could go on. */
export function isGivingUp({ in: side, act }: LinkedAct): boolean {
  if (side !== 'cases' || act.do !== 'transition') return false;
  return ['terminate', 'fault', 'suspend', 'disable', 'close'].includes(act.transition);
}
