import type { SeenSentry } from '../../src/simulation/index.ts';
import type { Diagram } from '../diagram.ts';

/** Ids of what lights up of the criteria: the connector of each part that has occurred, and the criterion where all have. */
export function litBy(sentries: readonly SeenSentry[], diagram: Diagram): string[] {
  return sentries.flatMap(({ element, parts }) => {
    const occurred = parts.filter(({ hasOccurred }) => hasOccurred).map(({ source }) => source);
    const [drawn] = occurred.length > 0 ? diagram.notation.find(element) : [];
    const connectors = [...(drawn?.incoming ?? []), ...(drawn?.outgoing ?? [])].filter(({ source, target }) =>
      [source, target].some((end) => end && occurred.includes(diagram.idOf(end))),
    );
    return [...connectors.map((each) => diagram.idOf(each)), ...(occurred.length === parts.length ? [element] : [])];
  });
}
