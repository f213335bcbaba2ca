/** What all lines of the cases of one file share: which item makes a definition, whose a sentry is, what the layout file calls each part. */
import { allElements, type Cmmn, type CmmnDefinitions, is, type ModelElement } from '../../model/index.ts';
import type { DetailWriter } from '../details.ts';
import { Prefixes } from '../extensions.ts';
import { idOf } from '../ids.ts';

/** What stands in a plan, or may be put there. */
export type Item = Cmmn.DiscretionaryItem | Cmmn.PlanItem;

/** A part that the line of another element makes. */
interface Part {
  readonly owner: ModelElement;
  readonly role: string;
  /** What ends the key with its id: the data of a parameter. */
  readonly of?: ModelElement;
  /** Whether the id that the text gives it is its key instead, where it gives one. */
  readonly isUnlessNamed: boolean;
  /** Which part of the text it is, of all. */
  readonly order: number;
}

export class CasePrintContext implements DetailWriter {
  readonly definitions: CmmnDefinitions;
  readonly prefixes: Prefixes;
  /** The item whose line makes a definition; others share it. */
  readonly makers = new Map<Cmmn.PlanItemDefinition, Item>();
  /** Criteria by their sentry. */
  readonly criteriaOf = new Map<Cmmn.Sentry, Cmmn.Criterion[]>();
  /** Associations by the note that they end at. */
  readonly associationsAt = new Map<ModelElement, Cmmn.Association[]>();
  /** Notes and associations that are said already. */
  readonly done = new Set<ModelElement>();
  readonly #parts = new Map<ModelElement, Part>();
  readonly #elements: ReadonlySet<ModelElement>;
  readonly #ids = new Set<string>();
  readonly #nameless: ReadonlySet<ModelElement>;

  /** @param nameless what the text has no line for */
  constructor(definitions: CmmnDefinitions, nameless: ReadonlySet<ModelElement>) {
    this.definitions = definitions;
    this.#nameless = nameless;
    this.prefixes = new Prefixes(definitions.$attrs);
    this.#elements = new Set(allElements(definitions));
    for (const element of this.#elements) {
      const id = idOf(element);
      if (id !== undefined) this.#ids.add(id);
      this.#index(element);
    }
  }

  #index(element: ModelElement): void {
    if (isItem(element)) this.#addMaker(element);
    else if (is(element, 'cmmn:Criterion') && element.sentryRef) add(this.criteriaOf, element.sentryRef, element);
    else if (is(element, 'cmmn:Association') && element.targetRef) add(this.associationsAt, element.targetRef, element);
  }

  /** The first item in the stage that has the definition; else the first of all. */
  #addMaker(item: Item): void {
    const { definitionRef: definition } = item;
    // The plan of a case has its own line, whatever refers to it.
    if (!definition || is(definition.$parent, 'cmmn:Case')) return;
    const known = this.makers.get(definition);
    const isHere = stageAround(item) === definition.$parent;
    if (!known || (isHere && stageAround(known) !== definition.$parent)) this.makers.set(definition, item);
  }

  canRefer(element: ModelElement): boolean {
    return this.#elements.has(element) && !this.#nameless.has(element);
  }

  /** Notes that the line of `owner` makes a part. @param role its key in the layout file, behind that of the owner */
  makes(owner: ModelElement, role: string, part: ModelElement | undefined): void {
    if (part && this.#elements.has(part))
      this.#parts.set(part, { owner, role, isUnlessNamed: false, order: this.#parts.size });
  }

  /** The same for a part that the text may give an id of its own. */
  makesUnlessNamed(owner: ModelElement, role: string, part: ModelElement): void {
    this.#parts.set(part, { owner, role, isUnlessNamed: true, order: this.#parts.size });
  }

  /** The same for the parameter that is bound to an item of the case file. */
  makesUse(owner: ModelElement, role: string, of: ModelElement, parameter: ModelElement): void {
    this.#parts.set(parameter, { owner, role, of, isUnlessNamed: false, order: this.#parts.size });
  }

  /** Those of some elements that a line makes as its parts, in the order of the lines. */
  inOrder<T extends ModelElement>(elements: readonly T[]): T[] {
    const order = (element: T) => this.#parts.get(element)?.order ?? 0;
    return elements.filter((element) => this.#parts.has(element)).sort((a, b) => order(a) - order(b));
  }

  /** Whether a line makes it as a part. */
  isMade(element: ModelElement): boolean {
    return this.#parts.has(element);
  }

  /** Whether something in the file has an id. */
  hasId(id: string): boolean {
    return this.#ids.has(id);
  }

  /** The key of a part in the layout file. @param nameOf what the text calls an element */
  keyOf(element: ModelElement, nameOf: (element: ModelElement) => string | undefined): string | undefined {
    const part = this.#parts.get(element);
    const id = part && !part.isUnlessNamed ? undefined : nameOf(element);
    if (!part || id !== undefined) return id;
    const owner = this.keyOf(part.owner, nameOf);
    const of = part.of && nameOf(part.of);
    return owner === undefined ? undefined : [owner, part.role, ...(of === undefined ? [] : [of])].join('/');
  }
}

export function isItem(element: unknown): element is Item {
  return is(element, 'cmmn:PlanItem') || is(element, 'cmmn:DiscretionaryItem');
}

/** The stage that an element stands in, fragments and tables aside. */
export function stageAround(element: ModelElement): Cmmn.Stage | undefined {
  for (let around = element.$parent; around; around = around.$parent) if (is(around, 'cmmn:Stage')) return around;
  return undefined;
}

/** The stage or fragment whose sentries the criteria of an item have. */
export function containerAround(element: ModelElement): Cmmn.PlanFragment | undefined {
  for (let around = element.$parent; around; around = around.$parent)
    if (is(around, 'cmmn:PlanFragment')) return around;
  return undefined;
}

function add<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
