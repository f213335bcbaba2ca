import { type Drawn, labelText } from './drawing-services.ts';

/** What a screen reader says of an element: its label and its kind, as in "Check the file, user task". */
export function spokenName(element: Drawn): string {
  const label = labelText(element).replace(/\s+/g, ' ').trim();
  return label ? `${label}, ${spokenKind(element)}` : spokenKind(element);
}

/** What an element is, in words, as in "user task". */
export function spokenKind(element: Drawn): string {
  return element.businessObject.$type
    .replace(/^\w+:/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
}
