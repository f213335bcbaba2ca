/** What an element stands beside: by this it is known again when both its id and its name are others. */
import { is, type ModelElement } from '../model/index.ts';
import { type PropertyDescriptor, typeNamed } from '../schema/index.ts';
import { contentsOf, elementIn, elementsIn, endsOf, familyOf, isConnection, isItem, itemOf, ownerOf } from './items.ts';

export interface Neighbour {
  /** How it stands to the element: `next`, `previous`, `host` … */
  readonly relation: string;
  readonly element: ModelElement;
}

/** The items of one model with their neighbours, both in the order of the file. */
export class Neighbourhood {
  readonly items: readonly ModelElement[];
  readonly #of = new Map<ModelElement, Neighbour[]>();

  constructor(root: ModelElement) {
    const elements = [...contentsOf(root)];
    this.items = elements.filter(isItem);
    for (const element of elements) this.#addFrom(element);
    // Two flows between the same steps make them neighbours once.
    for (const [item, neighbours] of this.#of) this.#of.set(item, withoutRepeats(neighbours));
    this.#addChildren();
    this.#addSiblings();
  }

  /** The neighbours of an item. Lines are nobody's neighbours: the elements at their ends are each other's. */
  of(item: ModelElement): readonly Neighbour[] {
    return this.#of.get(item) ?? [];
  }

  #addFrom(element: ModelElement): void {
    if (isConnection(element)) {
      const [source, target] = endsOf(element);
      this.#link(source, 'next', target, 'previous');
    } else if (is(element, 'bpmn:BoundaryEvent')) this.#link(element, 'host', element.attachedToRef, 'attached');
    else if (is(element, 'cmmn:Criterion')) {
      // What a plan item waits for comes before it.
      for (const part of element.sentryRef?.onParts ?? [])
        this.#link(elementIn(part, 'sourceRef'), 'next', itemOf(element), 'previous');
    } else this.#addReferences(element);
  }

  #addReferences(element: ModelElement): void {
    const item = itemOf(element);
    for (const { name, isMany } of referencesOf(element)) {
      const target = elementIn(element, name);
      const targets = isMany ? elementsIn(element, name) : target ? [target] : [];
      for (const one of targets) {
        if (!isItem(one) || isConnection(one)) continue;
        // A step that goes to another lane stays the same step.
        if (is(element, 'bpmn:Lane')) this.#add(item, { relation: 'has', element: one });
        else this.#link(item, `to ${name}`, one, `from ${name}`);
      }
    }
  }

  /** A process is known by its steps, a pool by its process; a step by the steps around it, whatever is in it. */
  #addChildren(): void {
    for (const item of this.items) {
      const owner = ownerOf(item);
      if (owner && !isConnection(item) && !is(owner, 'bpmn:FlowNode'))
        this.#add(owner, { relation: 'holds', element: item });
    }
  }

  /** What nothing leads to and nothing refers to is known by what it stands between in the file. */
  #addSiblings(): void {
    const groups = Map.groupBy(this.items, (item) => item.$parent);
    for (const [parent, siblings] of groups) {
      for (const same of Map.groupBy(siblings, familyOf).values()) {
        for (const [index, item] of same.entries()) {
          if (!parent || this.of(item).length > 0 || isConnection(item)) continue;
          const [before, after] = [same[index - 1], same[index + 1]];
          if (before) this.#add(item, { relation: 'after', element: before });
          if (after) this.#add(item, { relation: 'before', element: after });
        }
      }
    }
  }

  #link(one: ModelElement | undefined, relation: string, other: ModelElement | undefined, back: string): void {
    if (!one || !other || one === other) return;
    this.#add(one, { relation, element: other });
    this.#add(other, { relation: back, element: one });
  }

  #add(item: ModelElement, neighbour: Neighbour): void {
    const known = this.#of.get(item);
    if (known) known.push(neighbour);
    else this.#of.set(item, [neighbour]);
  }
}

function withoutRepeats(neighbours: readonly Neighbour[]): Neighbour[] {
  const seen = new Map<ModelElement, Set<string>>();
  return neighbours.filter(({ relation, element }) => {
    const relations = seen.get(element) ?? new Set();
    seen.set(element, relations);
    const isNew = !relations.has(relation);
    relations.add(relation);
    return isNew;
  });
}

const references = new Map<string, readonly PropertyDescriptor[]>();

/** References that say where something belongs. What flows say twice is left out, and where a plan item is defined: it is one with it. */
function referencesOf({ $type }: ModelElement): readonly PropertyDescriptor[] {
  const known = references.get($type);
  if (known) return known;
  const isSaidElsewhere = ({ name }: PropertyDescriptor) => ['incoming', 'outgoing', 'definitionRef'].includes(name);
  const found = (typeNamed($type)?.properties ?? []).filter(
    (property) => property.isReference && !property.isVirtual && !isSaidElsewhere(property),
  );
  references.set($type, found);
  return found;
}

/** How alike two names are, from 0 to 1: the share of their words that both have (Dice's coefficient). */
export function likeness(one: string, other: string): number {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  if (words.size === 0 && others.size === 0) return 1;
  const common = [...words].filter((word) => others.has(word)).length;
  return (2 * common) / (words.size + others.size);
}

function wordsOf(name: string): Set<string> {
  return new Set(name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
