/** The content of a part as a text: two parts with the same print say the same. */
import { childrenOf, type ModelElement } from '../model/index.ts';
import { typeNamed } from '../schema/index.ts';
import { elementIn, elementsIn, isItem } from './items.ts';
import type { Pairs } from './pairs.ts';
import { danglingText, foreignAttributes, foreignElements, foreignPrint, isPlain, plainValue } from './values.ts';

/** Ids do not count; a reference is what it refers to, by its pair. */
export function printOf(part: ModelElement, pairs: Pairs): string {
  const said: string[] = [part.$type];
  for (const property of typeNamed(part.$type)?.properties ?? []) {
    const { name, isReference, isVirtual, isMany } = property;
    if (isPlain(property)) said.push(`${name}=${plainValue(part, property)}`);
    else if (isReference && !isVirtual) {
      const target = elementIn(part, name);
      const targets = isMany ? elementsIn(part, name) : target ? [target] : [];
      said.push(`${name}>${targets.map((one) => pairs.numberOf(one) ?? '?').join(' ')} ${danglingText(part, name)}`);
    }
  }
  const foreign = [...foreignAttributes(part)].map(([name, { value }]) => `${name}=${value}`);
  said.push(...foreign.sort());
  said.push(...foreignElements(part).map(foreignPrint));
  const parts = childrenOf(part).filter((child) => !isItem(child));
  return [...said, ...parts.map((child) => printOf(child, pairs))].map((one) => `${one.length}:${one}`).join('');
}
