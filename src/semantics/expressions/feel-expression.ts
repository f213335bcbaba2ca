import { evaluate } from 'feelin';
import type { Data, Value } from './expression.ts';

/** Evaluates FEEL (DMN 1.3, clause 10.3). Unknown: a variable that is not set, an error, or no value. */
export function feelExpression(code: string): (data: Data) => Value | undefined {
  return (data) => {
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
