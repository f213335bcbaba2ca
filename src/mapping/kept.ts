/** What the layout file keeps for a text: ids of parts that have no name, and what the XML's head said. */
export interface Kept {
  readonly ids?: ReadonlyMap<string, string>;
  /** Keys of elements that have an empty name in the XML, and no label in the text. */
  readonly emptyNames?: ReadonlySet<string>;
  /** By the key of a flow: its place among those that arrive at its target (1 is the first), where the text has another. */
  readonly arrivals?: ReadonlyMap<string, number>;
  readonly head?: Head;
}

/** Attributes of the definitions element that the text does not say. */
export interface Head {
  readonly id?: string;
  readonly name?: string;
  readonly targetNamespace?: string;
}
