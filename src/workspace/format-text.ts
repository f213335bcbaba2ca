/** The one form of texts, and order in the layout files beside them. */
import { URI } from 'langium';
import { createProcedoServices, formattingEdits, withFormattingEdits } from '../language/index.ts';
import { type TidyLayoutText, tidyLayoutText } from '../layout/index.ts';
import type { SourceDocument } from './source-document.ts';

/** Formats texts, one after the other. */
export class TextFormatter {
  readonly #services = createProcedoServices();

  /** The text in its form; undefined where mistakes of syntax leave open what belongs to what. */
  format(text: string): string | undefined {
    const { shared, Procedo } = this.#services;
    const document = shared.workspace.LangiumDocumentFactory.fromString(text, URI.parse('memory:///text.procedo'));
    const edits = formattingEdits(document, Procedo.parser.LangiumParser);
    return edits && withFormattingEdits(text, edits);
  }
}

/** The layout file beside a text, in order, under the keys that elements have now, and without what the text does not have. */
export function tidyLayoutOf({ hasKey, followed }: SourceDocument, layout: string): TidyLayoutText {
  return tidyLayoutText(followed?.text ?? layout, (key) => hasKey?.(key) ?? true);
}
