/** What the changes of a fix make, in the words of a text. */
import type { ModelChange } from '../lint/index.ts';

type Insert = Extract<ModelChange, { readonly kind: 'insert' }>;

/** The end that a fix puts in. */
export function endOf(changes: readonly ModelChange[]): Insert | undefined {
  return changes.find((one): one is Insert => one.kind === 'insert' && one.type === 'bpmn:EndEvent');
}

/** What stands behind an id or a word for an element of this name: ` "Done"`, or nothing where it has none. */
export function labelOf(name: unknown): string {
  return typeof name === 'string' && name !== '' ? ` ${JSON.stringify(name)}` : '';
}
