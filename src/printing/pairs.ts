/** Which element of one model is which of another: of the file that was read, and of the text that was made of it. */
import { is, isElement, type ModelElement, ownPropertyOf, propertiesSaid } from '../model/index.ts';

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
const CONNECTORS = ['bpmn:SequenceFlow', 'bpmn:Association', 'bpmn:MessageFlow', 'cmmn:Association'] as const;

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
    const open: [ModelElement, ModelElement][] = [[read, made]];
    for (let next = open.pop(); next; next = open.pop()) {
      const [one, other] = next;
      this.pairs.set(one, other);
      open.push(...this.#children(one, other));
    }
  }

  #children(one: ModelElement, other: ModelElement): [ModelElement, ModelElement][] {
    const found: [ModelElement, ModelElement][] = [];
    for (const { name, isReference, isAttr } of propertiesSaid(one, other)) {
      if (isReference || isAttr || name === 'diagrams') continue;
      const [read, made] = [childrenIn(one, name), childrenIn(other, name)];
      if (read.length + made.length > 0) found.push(...this.#match(read, made));
    }
    return found;
  }

  #match(read: readonly ModelElement[], made: readonly ModelElement[]): [ModelElement, ModelElement][] {
    const found: [ModelElement, ModelElement][] = [];
    const left = new Set(made.filter((one) => !this.#isConnector(one, 'made')));
    const byKey = new Map([...left].map((one) => [this.#keys.get(one) ?? one.get('id'), one]));
    const rest: ModelElement[] = [];
    for (const one of read) {
      if (this.#isConnector(one, 'read')) continue;
      const key = this.#keyIn(one);
      const other = key === undefined ? undefined : byKey.get(key);
      if (!other || other.$type !== one.$type || !left.delete(other)) rest.push(one);
      else found.push([one, other]);
    }
    for (const one of rest) {
      // What no line is called by is known by its place.
      const isNamed = this.#keyIn(one) !== undefined;
      const isOpen = (two: ModelElement) => two.$type === one.$type && isPart(two) && !this.#hasLine(two);
      const other = isNamed ? undefined : [...left].find(isOpen);
      if (other && left.delete(other)) found.push([one, other]);
    }
    return found;
  }

  /** Parts of cases all have keys, if a line makes them. */
  #hasLine(made: ModelElement): boolean {
    return made.$instanceOf('cmmn:CMMNElement') && this.#keys.has(made);
  }

  #isConnector(element: ModelElement, side: 'read' | 'made'): boolean {
    if (!CONNECTORS.some((type) => is(element, type))) return false;
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
      waiting.set(key, [...(waiting.get(key) ?? []), one]);
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

function childrenIn(element: ModelElement, name: string): readonly ModelElement[] {
  const value = ownPropertyOf(element, name);
  if (Array.isArray(value)) return value.filter(isElement);
  return isElement(value) ? [value] : NONE;
}

const NONE: readonly ModelElement[] = [];
