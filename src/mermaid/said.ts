/** What of a model a text says, and so what it does not: whatever nobody has said is listed, so that nothing is forgotten. */
import { is, isElement, type ModelElement, ownPropertyOf } from '../model/index.ts';
import { type PropertyDescriptor, typeNamed } from '../schema/index.ts';
import { wordsFor } from './unsaid-words.ts';

/** A kind of fact that the text does not say. */
export interface Unsaid {
  /** In words, in the plural. */
  readonly kind: string;
  /** The elements that it is missing of, in the order of the model. */
  readonly elements: readonly ModelElement[];
}

/** Facts that need no words: ids are made anew, and flows say what comes in and goes out, and whether a gateway splits. */
const NEVER: ReadonlySet<string> = new Set(['id', 'incoming', 'outgoing', 'gatewayDirection', 'diagrams']);

/** What holds elements that stand for themselves; all others are parts of theirs. */
const STANDING: ReadonlySet<string> = new Set(['rootElements', 'flowElements', 'artifacts', 'messageFlows']);

export class Said {
  readonly #said = new Map<ModelElement, Set<string>>();
  readonly #unsaid = new Map<string, ModelElement[]>();

  /** Notes that the text has an element, and these of its properties. */
  say(element: ModelElement, ...properties: readonly string[]): void {
    const said = this.#said.get(element) ?? new Set();
    for (const property of properties) said.add(property);
    this.#said.set(element, said);
  }

  has(element: ModelElement): boolean {
    return this.#said.has(element);
  }

  /** Notes what the text says otherwise than the model. */
  note(kind: string, element: ModelElement): void {
    const elements = this.#unsaid.get(kind);
    if (elements) elements.push(element);
    else this.#unsaid.set(kind, [element]);
  }

  /** All that nobody has said of a model, save its drawing and its head. */
  unsaid(definitions: ModelElement): Unsaid[] {
    const open: ModelElement[] = [definitions];
    for (let element = open.pop(); element; element = open.pop())
      for (const child of this.#check(element).toReversed()) open.push(child);
    return [...this.#unsaid].map(([kind, elements]) => ({ kind, elements }));
  }

  /** @returns what it contains and has to be looked at too */
  #check(element: ModelElement): ModelElement[] {
    const said = this.#said.get(element);
    if (!is(element, 'bpmn:Definitions') && Object.keys(element.$attrs).some((name) => !name.startsWith('xmlns')))
      this.note("vendors' attributes", element);
    const inside: ModelElement[] = [];
    for (const property of typeNamed(element.$type)?.properties ?? []) {
      if (NEVER.has(property.name) || property.isVirtual) continue;
      const value = ownPropertyOf(element, property.name);
      if (isContained(property)) {
        for (const child of this.#children(element, property, value)) inside.push(child);
      } else if (!said?.has(property.name) && isSomething(property, value) && !is(element, 'bpmn:Definitions'))
        this.note(wordsFor(element, property.name), element);
    }
    return inside;
  }

  /** A part that the text does not have is told as a whole. */
  #children(element: ModelElement, property: PropertyDescriptor, value: unknown): ModelElement[] {
    const children = (Array.isArray(value) ? value : [value]).filter(isElement);
    const missing = children.filter((child) => !this.#said.has(child));
    const isPart = !STANDING.has(property.name);
    for (const child of missing) this.note(wordsFor(child, property.name), isPart && !isNamed(child) ? element : child);
    return children.filter((child) => this.#said.has(child));
  }
}

function isContained(property: PropertyDescriptor): boolean {
  return !property.isAttr && !property.isReference && property.type.includes(':');
}

function isSomething(property: PropertyDescriptor, value: unknown): boolean {
  if (value === undefined || value === property.default || value === '') return false;
  if (value === false && property.default === undefined) return false;
  return !Array.isArray(value) || value.length > 0;
}

function isNamed(element: ModelElement): boolean {
  const name = element.get('name');
  return typeof name === 'string' && name.trim() !== '';
}
