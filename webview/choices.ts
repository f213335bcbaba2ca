import type { DiagramName } from '../src/protocol/server.ts';
import type { ReadModel } from './drawing-services.ts';
import type { Notation } from './notation.ts';

/**
 * Those diagrams of a document that are to choose from, without those that are stepped into from another.
 *
 * @param model that of the processes, or its text where something else is on the screen
 */
export async function choices(
  diagrams: readonly DiagramName[],
  processes: Notation,
  model: ReadModel | string = '',
): Promise<readonly DiagramName[]> {
  if (diagrams.filter(({ notation }) => notation === 'bpmn').length < 2) {
    return diagrams;
  }
  try {
    const { rootElement } = typeof model === 'string' ? await processes.read(model) : model;
    const inner = processes.diagrams(rootElement).filter((diagram) => processes.isSteppedInto(diagram, rootElement));
    const ids = new Set(inner.map(({ id }) => id));
    return diagrams.filter(({ id }) => !ids.has(id));
  } catch {
    // What is wrong with the text is told when one of its diagrams is shown.
    return diagrams;
  }
}
