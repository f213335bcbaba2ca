import type { FurtherDiagram, LayoutFile, LayoutPin } from './layout-file.ts';

/** What stands still in the drawings of one model, by the ids of its elements. */
export interface Pins {
  /** False if the model is to have no drawing in its file. */
  readonly drawing: boolean;
  readonly pins: ReadonlyMap<string, LayoutPin>;
  readonly further: readonly FurtherDiagram[];
  /** The XML of the diagrams in their order, without what pins say. */
  readonly frames: readonly string[];
}

export const noPins: Pins = { drawing: true, pins: new Map(), further: [], frames: [] };

/**
 * The pins of a layout file for a model. Those for elements that are not there any more are left out.
 * @param idOf the id of the element with a key, if there is one
 */
export function pinsOf(file: LayoutFile, idOf: (key: string) => string | undefined): Pins {
  const byId = (pins: ReadonlyMap<string, LayoutPin>) => {
    const found = new Map<string, LayoutPin>();
    for (const [key, pin] of pins) {
      const id = idOf(key);
      if (id !== undefined) found.set(id, pin);
    }
    return found;
  };
  const pins = byId(file.pins);
  const further = file.further.flatMap((diagram) => {
    const of = idOf(diagram.of);
    return of === undefined ? [] : [{ ...diagram, of, pins: byId(diagram.pins) }];
  });
  return { drawing: file.drawing, pins, further, frames: file.frames };
}

/** How things look without where they stand: colours, what is open or closed. Further diagrams stay whole. */
export function looksOf({ pins, further }: Pins): Pins {
  const looks = [...pins].flatMap(([id, { bounds, path, label, undrawn, look: _, emptyLabel: __, ...look }]) =>
    Object.keys(look).length > 0 ? [[id, look] as const] : [],
  );
  return { drawing: true, pins: new Map(looks), further, frames: [] };
}
