import type { Drawn } from './drawing-services.ts';
import type { Notation } from './notation.ts';

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
