/** What a client asks of the server when a hand moves something in a picture, and what of the layout file is to change then. */
import type { Bounds } from '../base/geometry.ts';
import { finite, oneOf, record, text } from './shape.ts';

/** Request. Params `MoveParams`, result `LayoutChange`, or `null` where nothing is to change. */
export const moveRequest = 'procedo/move';

/** Request. Params `TidyParams`, result `LayoutChange`, or `null` where nothing of that has a place of its own. */
export const tidyRequest = 'procedo/tidy';

export interface MoveParams {
  readonly uri: string;
  /** Of the element in the model. */
  readonly id: string;
  /** Where its shape is to stand, in px of the drawing. */
  readonly bounds: Bounds;
  /** The bounds are those of the text beside its shape or line. */
  readonly isLabel?: boolean;
  /** Id of the diagram in which a person moved it, or '' for the first. */
  readonly diagram: string;
}

/** An element with what it holds, what is around it (its sub-process, pool, stage), or all. */
export type Extent = 'selection' | 'scope' | 'all';

export interface TidyParams {
  readonly uri: string;
  readonly extent: Extent;
  /** The element; of no meaning where all is meant. */
  readonly id: string;
}

/** The layout file as it is to be. */
export interface LayoutChange {
  readonly uri: string;
  readonly text: string;
}

const layoutChange = record({ uri: text, text });

export function isLayoutChange(value: unknown): value is LayoutChange {
  return layoutChange(value);
}

export const bounds = record({ x: finite, y: finite, width: finite, height: finite });

export const extent = oneOf('selection', 'scope', 'all');
