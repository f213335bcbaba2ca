/** A fix as edits of a text. Only what the text says in words of its own can be changed there; the rest has no fix. */
import type { TextEdit } from '../base/text-edit.ts';
import type { ModelChange } from '../lint/index.ts';
import { statementOf, type TextToFix } from './fix-place.ts';
import { removeStatement } from './fix-statements.ts';

/** The edits that make a text say what the changes say of its model; none if one of them cannot be said by an edit. */
export function textEdits(text: TextToFix, changes: readonly ModelChange[]): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const change of changes) {
    const made = editsOf(text, change);
    if (!made) return [];
    edits.push(...made);
  }
  return edits;
}

function editsOf(text: TextToFix, change: ModelChange): TextEdit[] | undefined {
  switch (change.kind) {
    case 'remove': {
      const statement = statementOf(text, change.element);
      return statement && removeStatement(text, statement);
    }
    default:
      return undefined;
  }
}
