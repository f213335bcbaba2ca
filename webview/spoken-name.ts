import type { Drawn } from './drawing-services.ts';
import type { Notation } from './notation.ts';
import type { ElementsById } from './touch-up.ts';

/** What a screen reader says of an element: its label and its kind, as in "Check the file, user task". */
export function spokenName(element: Drawn, notation: Notation): string {
  const label = notation.labelText(element).replace(/\s+/g, ' ').trim();
  return label ? `${label}, ${notation.kind(element)}` : notation.kind(element);
}

/** The name of a type in words: "user task" for `bpmn:UserTask`. */
export function inWords(type: string): string {
  return type
    .replace(/^\w+:/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
}

/** The name of what a reference means (a prefix before its id says in which file), else its id. */
export function nameOf(reference: string, elements: ElementsById): string {
  const id = reference.replace(/^.*:/, '');
  return elements[id]?.name ?? id;
}
