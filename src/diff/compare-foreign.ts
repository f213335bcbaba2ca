/** Everything in which two elements differ that the standard does not have: what vendors write, down to its last attribute. */
import type { ForeignElement, ModelElement } from '../model/index.ts';
import {
  attributesOfForeign,
  type ForeignAttributes,
  foreignAttributes,
  foreignElements,
  foreignPrint,
  foreignText,
} from './values.ts';
import { inWords, quoted } from './words.ts';

/** One of them. */
export interface ForeignFact {
  /**
   * `foreign`: an attribute, a text; `foreign part`: a whole element on one side only; `order`: all the same in another order;
   * `namespace`: the same name and value in another namespace.
   */
  readonly what: 'foreign' | 'foreign part' | 'order' | 'namespace';
  /** In words, from the outside: `camunda input "amount"`. */
  readonly name: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What can hold foreign attributes and elements: an element of either kind. */
interface Bearer {
  readonly attributes: ForeignAttributes;
  readonly body: string | undefined;
  readonly elements: readonly ForeignElement[];
}

const NOTHING: Bearer = { attributes: new Map(), body: undefined, elements: [] };

/** Elements that only hold others: what is in them is told as if they were not there. */
const HOLDERS: ReadonlySet<string> = new Set([
  'inputOutput',
  'ioMapping',
  'taskHeaders',
  'properties',
  'formData',
  'executionListeners',
  'taskListeners',
]);

/** The attributes by which one of several elements of one name is known, the best first. */
const KEYS = ['key', 'id', 'target', 'name', 'event'] as const;

/** Keys longer than this are cut: what they differ in often stands at their end. */
const LONGEST_KEY = 120;

/** What holds what an element says: it needs no word of its own behind that of the element. */
const VALUES: ReadonlySet<string> = new Set(['value', 'source', 'metaValue']);

/** The facts of what two elements have; one may not be there. */
export function compareForeign(before: ModelElement | undefined, after: ModelElement | undefined): ForeignFact[] {
  return [...compareBearers(before ? bearer(before) : NOTHING, after ? bearer(after) : NOTHING, [])];
}

function bearer(element: ModelElement): Bearer {
  return { attributes: foreignAttributes(element), body: undefined, elements: foreignElements(element) };
}

function foreignBearer(element: ForeignElement): Bearer {
  return { attributes: attributesOfForeign(element), body: element.$body, elements: element.$children };
}

function* compareBearers(one: Bearer, other: Bearer, path: readonly string[]): Generator<ForeignFact> {
  yield* compareAttributes(one.attributes, other.attributes, path);
  if (one.body !== other.body) yield fact('foreign', path, '', one.body, other.body);
  yield* compareLists(one.elements, other.elements, path);
}

function fact(
  what: ForeignFact['what'],
  path: readonly string[],
  last: string,
  from: string | undefined,
  to: string | undefined,
): ForeignFact {
  return { what, name: [...path, last].filter(Boolean).join(', '), from, to };
}

function* compareAttributes(
  ours: ForeignAttributes,
  theirs: ForeignAttributes,
  path: readonly string[],
): Generator<ForeignFact> {
  const gone = [...ours].filter(([key]) => !theirs.has(key));
  const come = new Map([...theirs].filter(([key]) => !ours.has(key)));
  for (const [key, { name, value }] of ours) {
    const its = theirs.get(key);
    if (its && its.value !== value) yield fact('foreign', path, spoken(its.name, path), value, its.value);
    if (its || !gone.some(([other]) => other === key)) continue;
    // The same name in another namespace, as when an engine gets another name.
    const [otherKey, other] =
      [...come].find(
        ([each]) => localOf(each) === localOf(key) && namespaceOf(each) !== '' && namespaceOf(key) !== '',
      ) ?? [];
    if (otherKey === undefined || !other) {
      yield fact('foreign', path, spoken(name, path), value, undefined);
      continue;
    }
    come.delete(otherKey);
    yield fact('namespace', [], localOf(key), namespaceOf(key), namespaceOf(otherKey));
    if (value !== other.value) yield fact('foreign', path, spoken(other.name, path), value, other.value);
  }
  for (const { name, value } of come.values()) yield fact('foreign', path, spoken(name, path), undefined, value);
}

function localOf(key: string): string {
  return key.slice(key.lastIndexOf('}') + 1);
}

function namespaceOf(key: string): string {
  return key.startsWith('{') ? key.slice(1, key.lastIndexOf('}')) : '';
}

/** `camunda:formKey` is `camunda form key`; inside of what is said with its prefix, `form key`. */
function spoken(name: string, path: readonly string[]): string {
  const [prefix = '', local] = name.split(':', 2);
  if (path.length > 0 && VALUES.has(local ?? name)) return '';
  if (local === undefined) return inWords(name);
  return path.length > 0 ? inWords(local) : `${prefix} ${inWords(local)}`;
}

/** Those of one name and key are compared, then those of one name, if there is no second; their order counts only where all else is the same. */
function* compareLists(
  ours: readonly ForeignElement[],
  theirs: readonly ForeignElement[],
  path: readonly string[],
): Generator<ForeignFact> {
  const [left, right] = withoutCommon(ours, theirs);
  if (left.length + right.length === 0) {
    const isSameOrder = ours.every((one, index) => foreignPrint(one) === foreignPrint(theirs[index] ?? one));
    if (!isSameOrder) yield fact('order', path, 'extensions', undefined, undefined);
    return;
  }
  const partners = partnersOf(left, right);
  const taken = new Set(partners.values());
  for (const one of left) {
    const other = partners.get(one);
    if (other) yield* comparePair(one, other, path);
    else yield* oneSided(one, path, true);
  }
  for (const one of right) if (!taken.has(one)) yield* oneSided(one, path, false);
}

function* comparePair(one: ForeignElement, other: ForeignElement, path: readonly string[]): Generator<ForeignFact> {
  const [ns, its] = [one.$descriptor.ns, other.$descriptor.ns];
  if (ns.uri !== its.uri) yield fact('namespace', [], ns.localName, ns.uri, its.uri);
  yield* compareBearers(foreignBearer(one), foreignBearer(other), within(other, path));
}

function* oneSided(element: ForeignElement, path: readonly string[], isGone: boolean): Generator<ForeignFact> {
  if (isHolder(element)) {
    const sides = [foreignBearer(element), NOTHING] as const;
    yield* compareBearers(sides[isGone ? 0 : 1], sides[isGone ? 1 : 0], within(element, path));
    return;
  }
  const text = textOf(element);
  yield fact('foreign part', within(element, path), '', isGone ? text : undefined, isGone ? undefined : text);
}

/** Whether an element is there for those in it. */
function isHolder({ $descriptor: { ns }, $children, $body }: ForeignElement): boolean {
  return HOLDERS.has(ns.localName) && $children.length > 0 && $body === undefined;
}

function within(element: ForeignElement, path: readonly string[]): readonly string[] {
  const { localName, prefix } = element.$descriptor.ns;
  if (HOLDERS.has(localName) && path.length === 0) return [];
  const name = spoken(prefix === '' ? localName : `${prefix}:${localName}`, path).replace(/ parameter$/, '');
  const [attribute, value] = keyOf(element);
  if (value === undefined) return [...path, name];
  return [...path, attribute === 'event' ? `${name} (${value})` : `${name} ${quoted(value, LONGEST_KEY)}`];
}

function keyOf(element: ForeignElement): [attribute: string, value: string | undefined] {
  const attributes = attributesOfForeign(element);
  const found = KEYS.find((name) => attributes.has(name)) ?? '';
  return [found, attributes.get(found)?.value];
}

/** What an element says besides its name and its key. */
function textOf(element: ForeignElement): string {
  const [key] = keyOf(element);
  const rest = [...attributesOfForeign(element)].filter(([name]) => name !== key);
  const [first, ...more] = rest;
  const [child, ...others] = element.$children;
  if (child && rest.length + others.length === 0 && VALUES.has(child.$descriptor.ns.localName))
    return child.$body ?? '';
  const isValue = first !== undefined && more.length === 0 && VALUES.has(first[0]);
  if (isValue && element.$children.length === 0 && element.$body === undefined) return first[1].value;
  return foreignText(element, key);
}

function partnersOf(
  left: readonly ForeignElement[],
  right: readonly ForeignElement[],
): ReadonlyMap<ForeignElement, ForeignElement> {
  const partners = new Map<ForeignElement, ForeignElement>();
  const taken = new Set<ForeignElement>();
  // What has another key, and says something else too, is another element.
  const isRenamed = (one: ForeignElement, other: ForeignElement) =>
    [one, other].some((each) => keyOf(each)[1] === undefined) || textOf(one) === textOf(other);
  const pair = (key: (element: ForeignElement) => string, isAlone: boolean) => {
    const [ours, theirs] = [left.filter((one) => !partners.has(one)), right.filter((one) => !taken.has(one))];
    const groups = Map.groupBy(theirs, key);
    for (const [its, group] of Map.groupBy(ours, key)) {
      const others = groups.get(its) ?? [];
      const [first, second] = [group[0], others[0]];
      if (isAlone && (group.length !== 1 || others.length !== 1)) continue;
      if (isAlone && first && second && !isRenamed(first, second)) continue;
      for (const [index, one] of group.entries()) {
        const other = others[index];
        if (!other) continue;
        partners.set(one, other);
        taken.add(other);
      }
    }
  };
  const local = ({ $descriptor }: ForeignElement) => $descriptor.ns.localName;
  pair((element) => `${local(element)} ${keyOf(element).join(' ')}`, false);
  pair(local, true);
  return partners;
}

/** Both lists without what is in both. */
function withoutCommon(
  ours: readonly ForeignElement[],
  theirs: readonly ForeignElement[],
): [ForeignElement[], ForeignElement[]] {
  const waiting = Map.groupBy(theirs, foreignPrint);
  const left = ours.filter((one) => waiting.get(foreignPrint(one))?.shift() === undefined);
  const open = new Set([...waiting.values()].flat());
  return [left, theirs.filter((one) => open.has(one))];
}
