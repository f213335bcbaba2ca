import { is, type Expression as ModelExpression } from '../../model/index.ts';
import { compileExpression } from '../expressions/compile-expression.ts';
import type { Expression } from '../expressions/expression.ts';

/** Makes the expressions of a model ready, each text once. */
export class Expressions {
  readonly #made = new Map<string, Expression>();
  readonly #language: string | undefined;

  /** @param language what the definitions declare; undefined: nothing */
  constructor(language: string | undefined) {
    this.#language = language;
  }

  /** An expression of the model; undefined: there is none, or it is empty. */
  of(element: ModelExpression | undefined): Expression | undefined {
    const declared = element && is(element, 'bpmn:FormalExpression') ? element.language : undefined;
    return this.ofText(element?.body, declared);
  }

  ofText(text: string | undefined, language = this.#language): Expression | undefined {
    const code = text?.trim();
    if (!code) return undefined;
    const key = `${language ?? ''} ${code}`;
    let made = this.#made.get(key);
    if (!made) {
      made = compileExpression(code, language);
      this.#made.set(key, made);
    }
    return made;
  }
}
