import { DocumentState, type LangiumDocument, URI } from 'langium';
import type { Problem } from '../../src/base/problem.ts';
import { createProcedoServices, type Model, problemsOf } from '../../src/language/index.ts';
import { type LiveModel, LiveRoad } from '../../src/workspace/index.ts';

/** What an editor knows of one version of a text. */
export interface Seen {
  readonly text: string;
  readonly root: Model;
  readonly model: LiveModel;
  readonly problems: readonly Problem[];
}

/** One text that is typed: parsed anew at each change, its drawing carried on, as the language server does it. */
export class LiveSession {
  readonly #road = new LiveRoad();
  readonly #uri = URI.parse('file:///typed.procedo');
  #text = '';
  readonly #services = createProcedoServices({
    fileSystemProvider: () => ({
      stat: async (uri) => ({ isFile: true, isDirectory: false, uri }),
      statSync: (uri) => ({ isFile: true, isDirectory: false, uri }),
      exists: async () => true,
      existsSync: () => true,
      readBinary: async () => new TextEncoder().encode(this.#text),
      readBinarySync: () => new TextEncoder().encode(this.#text),
      readFile: async () => this.#text,
      readFileSync: () => this.#text,
      readDirectory: async () => [],
      readDirectorySync: () => [],
    }),
  });

  constructor() {
    const { DocumentBuilder } = this.#services.shared.workspace;
    DocumentBuilder.updateBuildOptions = { validation: true };
    DocumentBuilder.onDocumentPhase(DocumentState.Linked, (document) => this.#road.relinked(document));
  }

  /** The text has become another one. */
  async type(text: string): Promise<Seen> {
    this.#text = text;
    const document = await this.#built();
    const root = document.parseResult.value as Model;
    const model = this.#road.compiled(document);
    return { text, root, model, problems: [...problemsOf(document), ...model.problems] };
  }

  async #built(): Promise<LangiumDocument> {
    const { LangiumDocuments, DocumentBuilder } = this.#services.shared.workspace;
    if (!LangiumDocuments.hasDocument(this.#uri)) {
      const document = await LangiumDocuments.getOrCreateDocument(this.#uri);
      await DocumentBuilder.build([document], { validation: true });
      return document;
    }
    await DocumentBuilder.update([this.#uri], []);
    const document = LangiumDocuments.getDocument(this.#uri);
    if (!document) throw new Error('The document has gone.');
    return document;
  }
}
