/** What a fix lays hands on, to tell whether two fixes can be done at once. */
import { allElements, is, isElement, type ModelElement } from '../../model/index.ts';
import { typeNamed } from '../../schema/index.ts';
import type { ModelChange } from './model-change.ts';

/** The elements and properties that fixes have claimed so far. */
export class Claims {
  readonly #flows = new Map<ModelElement, ModelElement[]>();
  /** What is taken away or led elsewhere, so that nobody else may speak of it. */
  readonly #held = new Set<ModelElement>();
  readonly #used = new Set<ModelElement>();
  readonly #properties = new Map<ModelElement, Set<string>>();

  constructor(root: ModelElement) {
    for (const flow of allElements(root)) {
      if (!is(flow, 'bpmn:SequenceFlow')) continue;
      for (const end of [flow.sourceRef, flow.targetRef]) {
        if (end) this.#flows.set(end, [...(this.#flows.get(end) ?? []), flow]);
      }
    }
  }

  /** Claims all that a list of changes needs; false, and claims nothing, if one of it is claimed already. */
  claim(changes: readonly ModelChange[]): boolean {
    const used = elementsIn(changes).flatMap((element) => this.#withFlows(element));
    const held = changes.flatMap((change) => heldBy(change)).flatMap((element) => this.#withFlows(element));
    const properties = changes.flatMap(propertyOf);
    const isFree =
      !used.some((element) => this.#held.has(element)) &&
      !held.some((element) => this.#used.has(element)) &&
      !properties.some(({ element, property }) => this.#properties.get(element)?.has(property));
    if (!isFree) return false;
    for (const element of used) this.#used.add(element);
    for (const element of held) this.#held.add(element);
    for (const { element, property } of properties)
      this.#properties.set(element, new Set([...(this.#properties.get(element) ?? []), property]));
    return true;
  }

  #withFlows(element: ModelElement): ModelElement[] {
    return [element, ...(this.#flows.get(element) ?? [])];
  }
}

/** The elements that plain values speak of. */
export function elementsIn(value: unknown): ModelElement[] {
  if (isElement(value)) return [value];
  if (Array.isArray(value)) return value.flatMap(elementsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(elementsIn) : [];
}

function heldBy(change: ModelChange): ModelElement[] {
  switch (change.kind) {
    case 'remove':
      return [...allElements(change.element)];
    case 'bypass':
    case 'insert':
    case 'retarget':
    case 'retype':
    case 'enclose':
    case 'gather':
      return elementsIn(change);
    default:
      return [];
  }
}

/** Lists have room for what several fixes add. */
function propertyOf(change: ModelChange): { element: ModelElement; property: string }[] {
  if (change.kind === 'set') return [{ element: change.element, property: change.property }];
  if (change.kind === 'vendor') return [{ element: change.owner, property: 'extensionElements' }];
  if (change.kind !== 'add') return [];
  const { parent, property } = change;
  if (!isElement(parent)) return [];
  return typeNamed(parent.$type)?.propertiesByName.get(property)?.isMany ? [] : [{ element: parent, property }];
}
