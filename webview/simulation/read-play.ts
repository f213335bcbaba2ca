import { readModel } from '../../src/model/index.ts';
import { buildCasePlan, buildNet } from '../../src/semantics/index.ts';
import { CasePlay, type Play, ProcessPlay } from '../../src/simulation/index.ts';

export interface PlayRead {
  readonly play: Play;
  /** Ids of the elements at which something stood that the edit has taken away. */
  readonly dropped: readonly string[];
}

/**
 * The processes or cases of an XML text, ready to be played; undefined: it holds none that could run.
 * @param before what was played of the text as it was before an edit
 */
export function readPlay(xml: string, before: Play | undefined): PlayRead | undefined {
  const { definitions } = readModel(xml);
  if (definitions?.$type === 'bpmn:Definitions') {
    const net = buildNet([definitions as Parameters<typeof buildNet>[0][number]]);
    if (net.processes.length === 0) return undefined;
    return before instanceof ProcessPlay
      ? { play: before, dropped: before.replace(net) }
      : { play: new ProcessPlay(net), dropped: [] };
  }
  if (definitions?.$type !== 'cmmn:Definitions') return undefined;
  const plan = buildCasePlan([definitions as Parameters<typeof buildCasePlan>[0][number]]);
  if (plan.cases.length === 0) return undefined;
  return before instanceof CasePlay
    ? { play: before, dropped: before.replace(plan) }
    : { play: new CasePlay(plan), dropped: [] };
}
