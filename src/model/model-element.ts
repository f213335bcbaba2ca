/** What all objects of the OMG model have, in the shape that moddle gave them. */

/** An element of BPMN or CMMN: process, task, shape, point … Further properties by name, as in `generated/`. */
export interface ModelElement {
  /** Type with prefix, such as `bpmn:UserTask`. */
  readonly $type: string;
  /** The element that contains it. */
  $parent?: ModelElement | undefined;
  /** Attributes that the standard does not have for it, by qualified name, namespace declarations (`xmlns:camunda`) too. */
  readonly $attrs: Record<string, string>;
  /** Whether it is of a type or one derived from it. */
  $instanceOf(type: string): boolean;
  /** Value of a property or of a foreign attribute (`bioc:stroke`). */
  get(name: string): unknown;
  /** Sets a property or, if the type has none of that name, a foreign attribute; contained elements get their parent. */
  set(name: string, value: unknown): void;
}

/**
 * An element of a namespace that is none of the standards': what vendors write into `extensionElements`.
 * Attributes are properties by their qualified name. Read-only, whether read or made by `createForeignElement`: to change
 * one, put another in its place.
 */
export interface ForeignElement {
  /** Qualified name as written, such as `zeebe:taskDefinition`. */
  readonly $type: string;
  $parent?: ModelElement | ForeignElement | undefined;
  readonly $children: readonly ForeignElement[];
  /** Its text, all of it, unless it is blank. */
  readonly $body?: string | undefined;
  readonly $descriptor: { readonly name: string; readonly isGeneric: true; readonly ns: ForeignName };
  readonly $instanceOf: (type: string) => boolean;
  /** Value of an attribute by its qualified name. */
  readonly get: (name: string) => string | undefined;
  readonly [attribute: string]: unknown;
}

export interface ForeignName {
  readonly prefix: string;
  readonly localName: string;
  readonly uri: string;
}
