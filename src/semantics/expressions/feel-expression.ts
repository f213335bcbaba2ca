import { evaluate } from 'feelin';
import type { Data, Value } from './expression.ts';

/** A variable alone, or compared with a literal, as most conditions are. */
const plain =
  /^\s*([A-Za-z_]\w*)(?:\.[A-Za-z_]\w*)*\s*(?:(?:!?=|[<>]=?)\s*(?:-?\d+(?:\.\d+)?|"[^"\\]*"|true|false)\s*)?$/;
const literals: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/** Evaluates FEEL (DMN 1.3, clause 10.3). Unknown: a variable that is not set, an error, or no value. */
export function feelExpression(code: string): (data: Data) => Value | undefined {
  const [, name = ''] = plain.exec(code) ?? [];
  // A look at the data saves reading the text, and most runs loading what reads it.
  const needed = literals.has(name) ? '' : name;
  return (data) => {
    if (needed !== '' && data.get(needed) === undefined) return undefined;
    try {
      const { value, warnings } = evaluate(code, { ...data.all() });
      const isUnset = warnings.some(({ type }) => type === 'NO_VARIABLE_FOUND');
      return isUnset || value === null ? undefined : value;
    } catch {
      // The library throws where the text is no FEEL; the checks of the language say so at its place.
      return undefined;
    }
  };
}
