import { type LangiumDocument, URI } from 'langium';
import { formattingEdits, withFormattingEdits } from '../../../src/language/formatting/format.ts';
import { type Token, tokensOf } from '../../../src/language/formatting/tokens.ts';
import { createProcedoServices, type Model } from '../../../src/language/index.ts';

const { shared, Procedo } = createProcedoServices();
const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder, IndexManager } = shared.workspace;
const uri = URI.parse('memory:///text.procedo');

/** The syntax tree of a text by itself, with no name linked. */
export function parsed(text: string): LangiumDocument {
  return LangiumDocumentFactory.fromString(text, uri);
}

/** Likewise, with its names linked. */
export async function linked(text: string): Promise<Model> {
  if (LangiumDocuments.hasDocument(uri)) LangiumDocuments.deleteDocument(uri);
  IndexManager.remove(uri);
  const document = parsed(text);
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document]);
  return document.parseResult.value as Model;
}

/** A text as the formatter writes it; undefined where it has mistakes of syntax. */
export function formatted(text: string): string | undefined {
  const edits = formattingEdits(parsed(text), Procedo.parser.LangiumParser);
  return edits && withFormattingEdits(text, edits);
}

/** The tokens of a text without such mistakes. */
export function tokensIn(text: string): Token[] {
  return tokensOf(text, parsed(text).parseResult) ?? [];
}
