import { caseStartActs } from '../cases/enabled.ts';
import { beginnings, startActs } from '../processes/enabled.ts';
import type { LinkedAct } from './linked-act.ts';
import type { LinkedModel } from './linked-state.ts';

/**
 * The ways in which a run begins from outside, each a list of acts: one for each process and each case that nothing calls; of processes, those
 * that no message of the model starts (see `beginnings`). Where all call each other, one for each.
 */
export function linkedBeginnings({ net, plan, calls }: LinkedModel): LinkedAct[][] {
  const called = [...calls.processes.values(), ...calls.cases.values()];
  const processes = called.filter((each) => each.in === 'processes').map(({ id }) => id);
  const cases = new Set(called.filter((each) => each.in === 'cases').map(({ id }) => plan.caseOfId.get(id)));
  const opens = (acts: readonly (typeof caseActs)[number][]) => acts.map((act): LinkedAct[] => [{ in: 'cases', act }]);
  const caseActs = caseStartActs(plan);
  const ways = [
    ...beginnings(net, processes).map((acts) => acts.map((act): LinkedAct => ({ in: 'processes', act }))),
    ...opens(caseActs.filter((act) => act.do === 'open' && !cases.has(plan.caseOfId.get(act.case)))),
  ];
  if (ways.length > 0) return ways;
  return [...startActs(net).map((act): LinkedAct[] => [{ in: 'processes', act }]), ...opens(caseActs)];
}
