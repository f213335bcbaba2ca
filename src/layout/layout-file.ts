import type { Bounds, Point } from '../base/geometry.ts';

/** What the layout file says of one element's drawing, in diagram coordinates (px). What it does not say the layout decides. */
export interface LayoutPin {
  readonly bounds?: Bounds;
  readonly path?: readonly Point[];
  readonly label?: Bounds;
  /** A sub-process drawn open, or closed with its content on a plane of its own. */
  readonly expanded?: boolean;
  /** A pool or lane that runs downwards. */
  readonly vertical?: true;
  /** An exclusive gateway without its cross. */
  readonly unmarked?: true;
  /** Not shown although it is in the model. */
  readonly undrawn?: true;
  /** A planning table of a case that is drawn closed. */
  readonly tableCollapsed?: true;
  /** Whether a connector of a case says its event; without it only where that is not what one expects. */
  readonly showsEvent?: boolean;
  /** A label in the XML that says nothing. */
  readonly emptyLabel?: true;
  /** Attributes of the shape or line as the XML has them, where they are drawn otherwise; undefined: it has none. `label.` before those of its label. */
  readonly look?: ReadonlyMap<string, string | undefined>;
  /** Colours as CSS writes them. */
  readonly fill?: string;
  readonly stroke?: string;
}

/** A second drawing of something that has one already: it shows what it lists and nothing else. */
export interface FurtherDiagram {
  readonly id: string;
  readonly name?: string;
  /** Key of the process, collaboration or sub-process that it shows. */
  readonly of: string;
  readonly pins: ReadonlyMap<string, LayoutPin>;
}

/** A `.procedo.layout` file, read. Keys are ids, `owner/role`, or `source->target` (`#2` for the second flow between the two). */
export interface LayoutFile {
  readonly notation: 'bpmn' | 'cmmn';
  /** False if the XML it came from had no drawing. */
  readonly drawing: boolean;
  /** Ids of elements that the text does not name, by key. */
  readonly ids: ReadonlyMap<string, string>;
  readonly pins: ReadonlyMap<string, LayoutPin>;
  readonly further: readonly FurtherDiagram[];
  /** The XML of the diagrams in their order, without what the lines say. */
  readonly frames: readonly string[];
  /** Keys of the elements whose XML had an empty name: no label to a reader, but not the same file without it. */
  readonly emptyNames: ReadonlySet<string>;
  /** By the key of a flow: its place among those that arrive at its target (1 is the first), where the text has another. */
  readonly arrivals: ReadonlyMap<string, number>;
  /** By key: what the XML says of an element and no text does. */
  readonly facts: ReadonlyMap<string, XmlFacts>;
  /** What the XML's head said and the text does not (the line `definitions`). */
  readonly head: LayoutHead;
}

/** Where the XML differs from what the text means: it is exported as it was. */
export interface XmlFacts {
  /** Attributes, and children that are values or references, as they are written; undefined: there are none. */
  readonly set: ReadonlyMap<string, string | undefined>;
  /** Children that the text makes and the XML does not have, as `property#2` (1 is the first). */
  readonly drop: readonly string[];
  /**
   * Tags that the XML has where we write another for the same thing, by what they are the tags of: `.`, or a part without a line of its own, as
   * `potentialOwner#1/expression`.
   */
  readonly tags: ReadonlyMap<string, string>;
  /** Elements inside it, as XML. */
  readonly holds: readonly string[];
  /** By the name of a list with some that it holds: the place in the list that then comes of all (1 is the first) of each, as the XML has them. */
  readonly orders: ReadonlyMap<string, readonly number[]>;
  /** The text makes it, the XML does not have it. */
  readonly absent: boolean;
}

/** Attributes of the definitions element. */
export interface LayoutHead {
  readonly id?: string;
  readonly name?: string;
  readonly targetNamespace?: string;
}

/** A text without a layout file beside it. */
export const noLayoutFile: LayoutFile = {
  notation: 'bpmn',
  drawing: true,
  ids: new Map(),
  pins: new Map(),
  further: [],
  frames: [],
  emptyNames: new Set(),
  arrivals: new Map(),
  facts: new Map(),
  head: {},
};

/** The key of the line that keeps the head; an element with this id stands in quotes. */
export const headKey = 'definitions';

/** What the keys of the frames of diagrams begin with. */
export const frameKey = 'diagram#';

/** Words of a pin that stand alone. */
export const flags = {
  expanded: { expanded: true },
  collapsed: { expanded: false },
  vertical: { vertical: true },
  unmarked: { unmarked: true },
  undrawn: { undrawn: true },
  tablecollapsed: { tableCollapsed: true },
  eventshown: { showsEvent: true },
  eventhidden: { showsEvent: false },
  emptylabel: { emptyLabel: true },
} as const;
