/** References while a model is read: they may name what comes later, so they are resolved when all is there. */
import type { Problem } from '../base/problem.ts';
import type { PropertyDescriptor } from '../schema/index.ts';
import { referencesIn } from './attribute-values.ts';
import { ModelObject, ownPropertyOf } from './element-class.ts';
import type { ReadScope } from './read-scope.ts';
import type { Source } from './source.ts';

/** One reference without a prefix and blanks around: nearly all are. */
const PLAIN = /^[\w.-]+$/;

interface Reference {
  readonly element: ModelObject;
  readonly property: PropertyDescriptor;
  readonly text: string;
  /** Of the element that holds it. */
  readonly source: Source;
  /** Namespace of its prefix; undefined if it has none that is bound. */
  readonly namespace: string | undefined;
}

export class ReferenceTable {
  /** What a prefix must mean for a reference to stay in the file. */
  targetNamespace: string | undefined;
  readonly #targets = new Map<string, ModelObject>();
  readonly #references: Reference[] = [];

  /** Makes an element known under its id. False if another has the id already. */
  addTarget(id: string, element: ModelObject): boolean {
    if (this.#targets.has(id)) return false;
    this.#targets.set(id, element);
    return true;
  }

  /** Notes what a property says; it may name several elements. */
  add(element: ModelObject, property: PropertyDescriptor, text: string, source: Source, scope: ReadScope): void {
    if (PLAIN.test(text)) {
      this.#references.push({ element, property, text, source, namespace: undefined });
      return;
    }
    for (const one of referencesIn(property, text)) {
      const colon = one.indexOf(':');
      const namespace = colon > 0 ? scope.namespaceOf(one.slice(0, colon)) : undefined;
      this.#references.push({ element, property, text: one, source, namespace });
    }
  }

  /** Sets all references. Those to nothing are kept as text; the ones that should be in the file are warned of. */
  resolve(): Problem[] {
    const problems: Problem[] = [];
    for (const reference of this.#references) {
      const { element, property } = reference;
      const target = this.#targetOf(reference);
      if (!target) problems.push(...keep(reference));
      else if (property.isMany) ModelObject.add(element, property, target);
      else ModelObject.setValue(element, property, target);
    }
    return problems;
  }

  #targetOf({ text, namespace }: Reference): ModelObject | undefined {
    const exact = this.#targets.get(text);
    if (exact || namespace === undefined || namespace !== this.targetNamespace) return exact;
    return this.#targets.get(text.slice(text.indexOf(':') + 1));
  }
}

function keep({ element, property, text, source, namespace }: Reference): Problem[] {
  ModelObject.addUnresolved(element, property, text);
  // With a namespace of its own it means something in another file.
  if (namespace !== undefined) return [];
  const id = ownPropertyOf(element, 'id');
  const message = `${property.element || property.name} names "${text}", but no element of the file has this id. Correct it, or add the element.`;
  const range = source.document.rangeOf(source.start, source.end);
  return [
    { severity: 'warning', code: 'unknown-reference', message, range, ...(typeof id === 'string' && { element: id }) },
  ];
}
