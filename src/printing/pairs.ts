/** Which element of one model is which of another: of the file that was read, and of the text that was made of it. */
import { isElement, type ModelElement, ownPropertyOf, ownValueOf, propertiesSaid } from '../model/index.ts';
import type { PropertyDescriptor } from '../schema/index.ts';

/** Elements of the file → those of the text. */
export type Pairs = ReadonlyMap<ModelElement, ModelElement>;

/**
 * @param keyIn what the layout file calls an element of the file; undefined where no line stands for it
 * @param keys the same for those of the text
 */
export function pairElements(
  read: ModelElement,
  made: ModelElement,
  keyIn: (element: ModelElement) => string | undefined,
  keys: ReadonlyMap<ModelElement, string>,
): Pairs {
  const pairing = new Pairing(keyIn, keys);
  pairing.pair(read, made);
  pairing.connect();
  return pairing.pairs;
}

/** What is known by its ends. */
const CONNECTORS: ReadonlySet<string> = new Set([
  'bpmn:SequenceFlow',
  'bpmn:Association',
  'bpmn:MessageFlow',
  'cmmn:Association',
]);

class Pairing {
  readonly pairs = new Map<ModelElement, ModelElement>();
  readonly #keyIn: (element: ModelElement) => string | undefined;
  readonly #keys: ReadonlyMap<ModelElement, string>;
  readonly #connectors: { readonly read: ModelElement[]; readonly made: ModelElement[] } = { read: [], made: [] };

  constructor(keyIn: (element: ModelElement) => string | undefined, keys: ReadonlyMap<ModelElement, string>) {
    this.#keyIn = keyIn;
    this.#keys = keys;
  }

  pair(read: ModelElement, made: ModelElement): void {
    const open: ModelElement[] = [read, made];
    for (let other = open.pop(); other; other = open.pop()) {
      const one = open.pop();
      if (!one) break;
      this.pairs.set(one, other);
      this.#pushChildren(one, other, open);
    }
  }

  /** Pushes what two elements hold, by turns one of the file and what it is in the text. */
  #pushChildren(one: ModelElement, other: ModelElement, open: ModelElement[]): void {
    for (const property of propertiesSaid(one, other)) {
      if (property.isReference || property.isAttr || property.name === 'diagrams') continue;
      const read = childrenIn(one, property);
      const made = childrenIn(other, property);
      if (read.length + made.length > 0) this.#match(read, made, open);
    }
  }

  #match(read: readonly ModelElement[], made: readonly ModelElement[], open: ModelElement[]): void {
    const left = new Set<ModelElement>();
    const byKey = new Map<unknown, ModelElement>();
    for (const one of made) {
      if (this.#isConnector(one, 'made')) continue;
      left.add(one);
      byKey.set(this.#keys.get(one) ?? ownPropertyOf(one, 'id'), one);
    }
    const rest: ModelElement[] = [];
    for (const one of read) {
      if (this.#isConnector(one, 'read')) continue;
      const key = this.#keyIn(one);
      const other = key === undefined ? undefined : byKey.get(key);
      if (other && other.$type === one.$type && left.delete(other)) open.push(one, other);
      // What no line is called by is known by its place.
      else if (key === undefined) rest.push(one);
    }
    for (const one of rest) {
      const other = this.#firstOpen(left, one.$type);
      if (other && left.delete(other)) open.push(one, other);
    }
  }

  #firstOpen(left: Iterable<ModelElement>, type: string): ModelElement | undefined {
    for (const one of left) if (one.$type === type && isPart(one) && !this.#hasLine(one)) return one;
    return undefined;
  }

  /** Parts of cases all have keys, if a line makes them. */
  #hasLine(made: ModelElement): boolean {
    return made.$instanceOf('cmmn:CMMNElement') && this.#keys.has(made);
  }

  #isConnector(element: ModelElement, side: 'read' | 'made'): boolean {
    if (!CONNECTORS.has(element.$type)) return false;
    this.#connectors[side].push(element);
    return true;
  }

  /** Pairs the connectors: the second between two ends is the second there too. */
  connect(): void {
    const places = new Map<ModelElement, number>();
    const { read, made } = this.#connectors;
    for (const one of read) {
      const source = one.get('sourceRef');
      const list = isElement(source) ? ownPropertyOf(source, 'outgoing') : undefined;
      places.set(one, Array.isArray(list) ? list.indexOf(one) : -1);
    }
    const waiting = new Map<string, ModelElement[]>();
    const numbers = new Map<ModelElement, number>();
    const numberOf = (end: unknown) => {
      if (!isElement(end)) return -1;
      const known = numbers.get(end) ?? numbers.size;
      numbers.set(end, known);
      return known;
    };
    const ends = (type: string, source: unknown, target: unknown) => `${type} ${numberOf(source)} ${numberOf(target)}`;
    for (const one of made) {
      const key = ends(one.$type, one.get('sourceRef'), one.get('targetRef'));
      const known = waiting.get(key);
      if (known) known.push(one);
      else waiting.set(key, [one]);
    }
    const inOrder = read.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
    for (const one of inOrder) {
      const [source, target] = [one.get('sourceRef'), one.get('targetRef')];
      if (!isElement(source) || !isElement(target)) continue;
      const other = waiting.get(ends(one.$type, this.pairs.get(source), this.pairs.get(target)))?.shift();
      if (other) this.pair(one, other);
    }
  }
}

/** Whether an element has no line of its own in the text. */
function isPart(element: ModelElement): boolean {
  return (
    !['bpmn:FlowElement', 'bpmn:Artifact', 'bpmn:RootElement', 'bpmn:Participant'].some((type) =>
      element.$instanceOf(type),
    ) || element.$instanceOf('bpmn:EventDefinition')
  );
}

function childrenIn(element: ModelElement, property: PropertyDescriptor): readonly ModelElement[] {
  const value = ownValueOf(element, property);
  if (Array.isArray(value)) return value.every(isElement) ? value : value.filter(isElement);
  return isElement(value) ? [value] : NONE;
}

const NONE: readonly ModelElement[] = [];
