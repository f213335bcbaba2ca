/** Gives things that a hand, or an import, has placed back to the layout. */
import { carriedBy, type DrawnStructure } from './drawn-structure.ts';
import type { LayoutFile, LayoutPin } from './layout-file.ts';

/** How much is to be tidied: an element with what it holds, what stands beside it in the same sub-process, stage or pool, or all. */
export type TidyExtent = 'selection' | 'scope' | 'all';

/** The keys of what is tidied with an element: the shapes, and the lines that end at one of them. */
export function tidiedWith(id: string, extent: 'selection' | 'scope', structure: DrawnStructure): Set<string> {
  const shape = structure.shapes.get(id);
  const line = structure.lines.find(({ key }) => key === id);
  if (!shape) return new Set(line ? [line.key] : []);
  const isFrame = [...structure.shapes.values()].some(({ holder }) => holder === id);
  const scope = isFrame ? id : shape.holder;
  const roots = extent === 'selection' ? [id] : heldBy(scope, structure);
  const shapes = new Set(roots.flatMap((root) => [...carriedBy(root, structure)]));
  const lines = structure.lines.filter(({ ends }) => ends.some((end) => shapes.has(end)));
  return new Set([...shapes, ...lines.map(({ key }) => key)]);
}

/** The frame itself stays where it is. @param scope undefined: the sheet */
function heldBy(scope: string | undefined, { shapes }: DrawnStructure): string[] {
  const held = [...shapes.values()].filter(({ holder }) => holder === scope);
  return held.filter(({ kind }) => scope === undefined || kind !== 'lane').map(({ id }) => id);
}

/** The file without places, of some elements or of all. Colours, ids and all other facts stay. @param isMeant whether the line of a key is tidied */
export function withoutPlaces(file: LayoutFile, isMeant: (key: string) => boolean): LayoutFile {
  const pins = new Map<string, LayoutPin>();
  for (const [key, pin] of file.pins) {
    const { bounds: _, path: __, label: ___, ...rest } = pin;
    const kept = isMeant(key) ? rest : pin;
    if (Object.keys(kept).length > 0) pins.set(key, kept);
  }
  return { ...file, pins };
}
