import { readModel } from '../../src/model/index.ts';
import { buildNet } from '../../src/semantics/index.ts';
import { ProcessPlay } from '../../src/simulation/index.ts';

/** The processes of an XML text, ready to be played; undefined: it holds none that could run. */
export function readPlay(
  xml: string,
  before: ProcessPlay | undefined,
): { play: ProcessPlay; dropped: readonly string[] } | undefined {
  const { definitions } = readModel(xml);
  if (definitions?.$type !== 'bpmn:Definitions') return undefined;
  const net = buildNet([definitions as Parameters<typeof buildNet>[0][number]]);
  if (net.processes.length === 0) return undefined;
  if (!before) return { play: new ProcessPlay(net), dropped: [] };
  return { play: before, dropped: before.replace(net) };
}
