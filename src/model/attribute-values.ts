/** Between what XML says and what a property holds. */
import type { PropertyDescriptor } from '../schema/index.ts';

export type SimpleValue = string | number | boolean;

const TRUTH: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** The value that a text means for a property; undefined if it means none (`abc` for a number). */
export function valueOfText(property: PropertyDescriptor, text: string): SimpleValue | undefined {
  switch (property.type) {
    case 'Boolean':
      return TRUTH.get(text) ?? TRUTH.get(text.trim());
    case 'Integer':
    case 'Real':
      return numberOf(text);
    default:
      return text;
  }
}

function numberOf(text: string): number | undefined {
  const value = Number(text);
  // Blanks are 0 to `Number`.
  return Number.isFinite(value) && (value !== 0 || text.trim() !== '') ? value : undefined;
}

/** The id that a reference names: without blanks around. */
export function referencesIn(property: PropertyDescriptor, text: string): string[] {
  if (property.isAttr && property.isMany) return text.split(/\s+/).filter(Boolean);
  const reference = text.trim();
  return reference === '' ? [] : [reference];
}
