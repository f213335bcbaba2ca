import type { Bounds } from '../base/geometry.ts';
import { flags, frameKey, headKey, type LayoutFile, type LayoutPin, type XmlFacts } from './layout-file.ts';

/** Prints a layout file: a line an element, sorted by key, so that a change is a small diff. parse ∘ print is the identity. */
export function printLayoutFile(file: LayoutFile): string {
  const lines = keysOf(file).map((key) => lineOf(key, file));
  const { id, name, targetNamespace } = file.head;
  const head = [...idWords(id), ...textWords('name', name), ...textWords('targetNamespace', targetNamespace)];
  addFacts(head, file.facts.get(''));
  if (head.length > 0) lines.unshift([headKey, ...head].join(' '));
  lines.push(...file.frames.map((frame, index) => `${frameKey}${index + 1} frame "${encoded(frame)}"`));
  return `${[`layout 1 ${file.notation}${file.drawing ? '' : ' nodrawing'}`, ...lines].join('\n')}\n`;
}

function keysOf({ ids, pins, emptyNames, arrivals, facts, further }: LayoutFile): string[] {
  const keys = new Set<string>();
  for (const key of facts.keys()) if (key !== '') keys.add(key);
  const lists = [ids.keys(), pins.keys(), emptyNames, arrivals.keys()];
  for (const list of [...lists, ...further.flatMap(({ of, pins }) => [[of], pins.keys()])])
    for (const key of list) keys.add(key);
  return [...keys].sort();
}

function lineOf(key: string, { ids, pins, emptyNames, arrivals, facts, further }: LayoutFile): string {
  const words = [keyText(key), ...idWords(ids.get(key))];
  if (emptyNames.has(key)) words.push(...textWords('name', ''));
  const arrival = arrivals.get(key);
  if (arrival !== undefined) words.push('arrives', String(arrival));
  for (const { of, id, name } of further) {
    if (of !== key) continue;
    words.push('diagram', quotedIfNeeded(id));
    if (name !== undefined) words.push(`"${encoded(name)}"`);
  }
  addFacts(words, facts.get(key));
  addPin(words, pins.get(key));
  for (const { id, pins: own } of further) {
    const pin = own.get(key);
    if (pin) words.push('in', quotedIfNeeded(id));
    addPin(words, pin);
  }
  return words.join(' ');
}

function keyText(key: string): string {
  return key === headKey || key.startsWith(frameKey) ? `'${key}'` : quotedIfNeeded(key);
}

/** Plain where a reader would take it for one word. */
function quotedIfNeeded(id: string): string {
  return /^[^\s'"#&][^\s'"&]*$/.test(id) ? id : `'${encoded(id)}'`;
}

const ENCODED = /[&"'\n\r]/;

function encoded(text: string): string {
  if (!ENCODED.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');
}

function textWords(word: string, value: string | undefined): string[] {
  return value === undefined ? [] : [word, `"${encoded(value)}"`];
}

function idWords(id: string | undefined): string[] {
  return id === undefined ? [] : ['id', quotedIfNeeded(id)];
}

function addFacts(words: string[], facts: XmlFacts | undefined): void {
  if (!facts) return;
  if (facts.absent) words.push('absent');
  for (const [name, value] of facts.set) {
    if (value === undefined) words.push('lacks', quotedIfNeeded(name));
    else words.push('xml', quotedIfNeeded(name), `"${encoded(value)}"`);
  }
  for (const part of facts.drop) words.push('drops', part);
  for (const [of, tag] of facts.tags) words.push('tag', quotedIfNeeded(of), quotedIfNeeded(tag));
  for (const xml of facts.holds) words.push('holds', `"${encoded(xml)}"`);
  for (const [list, places] of facts.orders) words.push('order', quotedIfNeeded(list), places.join(','));
}

const meanings = Object.entries(flags).map(([word, meaning]) => [word, Object.entries(meaning)] as const);

function addPin(words: string[], pin: LayoutPin | undefined): void {
  if (!pin) return;
  if (pin.bounds) words.push(boundsText(pin.bounds));
  if (pin.label) words.push('label', boundsText(pin.label));
  if (pin.path) words.push('path');
  for (const { x, y } of pin.path ?? []) words.push(`${numberText(x)},${numberText(y)}`);
  for (const [word, meaning] of meanings)
    if (meaning.every(([name, value]) => pin[name as keyof LayoutPin] === value)) words.push(word);
  for (const [name, text] of pin.look ?? []) {
    if (text === undefined) words.push('without', quotedIfNeeded(name));
    else words.push('di', quotedIfNeeded(name), `"${encoded(text)}"`);
  }
  if (pin.fill !== undefined) words.push('fill', `"${encoded(pin.fill)}"`);
  if (pin.stroke !== undefined) words.push('stroke', `"${encoded(pin.stroke)}"`);
}

function boundsText({ x, y, width, height }: Bounds): string {
  return `${numberText(x)},${numberText(y)} ${numberText(width)}x${numberText(height)}`;
}

/** Digits only, also where JavaScript would write an exponent. */
function numberText(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : text;
}
