/** The first half of the road for text: parse, link with the files around it, check, compile. */
import { type LangiumDocument, URI } from 'langium';
import { hasErrors, listedProblems } from '../base/problem.ts';
import { commentsOf, createProcedoServices, holdsCases, type Model, problemsOf } from '../language/index.ts';
import type { LayoutFile } from '../layout/index.ts';
import { compile, compileCases } from '../mapping/index.ts';
import { decodeXml } from '../model/index.ts';
import type { Files } from './files.ts';
import { driftProblems, type FollowedLayout, followedProblem, followRemembered } from './follow-remembered.ts';
import { JoinedSourceMap } from './joined-source-map.ts';
import { type KeptBeside, type KeyedModel, keptBeside, keptPins, keyChecker } from './kept-beside.ts';
import type { Exportable, SourceDocument } from './source-document.ts';

/**
 * Opens texts, each with its layout file (`NAME.procedo.layout` beside it) and the texts that share its name space. These are
 * read and linked once for all that are opened after each other. One at a time: wait for a text before you open the next.
 */
export class TextReader {
  readonly #services = createProcedoServices();
  readonly #files: Files;
  /** The texts of one name space by their path. */
  readonly #texts = new Map<string, LangiumDocument>();

  constructor(files: Files) {
    this.#files = files;
  }

  async open(path: string, bytes: Uint8Array): Promise<SourceDocument> {
    const text = decode(bytes);
    const document = await this.#linked(path, text);
    await this.#services.shared.workspace.DocumentBuilder.build([document], { validation: true });
    const layout = await keptBeside(path, this.#files);
    const made = compiled(document, layout.kept);
    // Of a text with mistakes nobody knows what is only missing for a moment.
    const followed = hasErrors(problemsOf(document))
      ? undefined
      : await followRemembered(made.models, layout, made.hasKey);
    if (!followed) return asDocument(path, document, layout, made);
    const { kept } = followed;
    return asDocument(path, document, { ...layout, kept }, compiled(document, kept), followed);
  }

  /** The path of one of these texts, which share a name space, that holds a process or case of this id. */
  async declaring(id: string, texts: readonly string[]): Promise<string | undefined> {
    const [first = ''] = texts;
    const { DocumentBuilder, IndexManager } = this.#services.shared.workspace;
    if (!this.#texts.has(first)) {
      const bytes = (await this.#files.read(first)) ?? new Uint8Array();
      await DocumentBuilder.build([await this.#linked(first, decode(bytes))]);
    }
    const isIt = ({ name, type }: { readonly name: string; readonly type: string }) =>
      name === id && (type === 'Process' || type === 'Case');
    const uri = IndexManager.allElements().find(isIt)?.documentUri.toString();
    return texts.find((path) => this.#texts.get(path)?.uri.toString() === uri);
  }

  /** The text of `path`, linked with those around it; one that stands alone is linked when it is built. */
  async #linked(path: string, text: string): Promise<LangiumDocument> {
    const siblings = await this.#files.siblings(path);
    const known = this.#texts.get(path);
    const isSame = this.#texts.size === siblings.length + 1 && siblings.every((sibling) => this.#texts.has(sibling));
    if (known?.textDocument.getText() === text && isSame) return known;
    this.#forget();
    const document = this.#add(path, text);
    for (const sibling of siblings) {
      // A file that cannot be read has a place all the same: it is missing for each of the others.
      this.#add(sibling, decode((await this.#files.read(sibling)) ?? new Uint8Array()));
    }
    if (siblings.length > 0) await this.#services.shared.workspace.DocumentBuilder.build([...this.#texts.values()]);
    return document;
  }

  #forget(): void {
    const { LangiumDocuments, IndexManager } = this.#services.shared.workspace;
    for (const { uri } of this.#texts.values()) {
      LangiumDocuments.deleteDocument(uri);
      IndexManager.remove(uri);
    }
    this.#texts.clear();
  }

  #add(path: string, text: string): LangiumDocument {
    const { LangiumDocumentFactory, LangiumDocuments } = this.#services.shared.workspace;
    // The language knows its files by their ending; standard input has none.
    const name = path.endsWith('.procedo') ? path : `${path}.procedo`;
    const uri = URI.from({ scheme: 'file', path: name.startsWith('/') ? name : `/${name}` });
    const document = LangiumDocumentFactory.fromString(text, uri);
    LangiumDocuments.addDocument(document);
    this.#texts.set(path, document);
    return document;
  }
}

/**
 * What is exported of a text, linked and without errors, together with its layout file.
 * @param known what was compiled of it with that file already
 */
export function exportableText(
  document: LangiumDocument,
  kept: LayoutFile,
  known: Partial<Pick<Compiled, 'cases' | 'processes'>>,
): Exportable {
  const { processes, cases, models } = compiled(document, kept, known);
  return {
    ...exportable(kept, { processes, cases, models }),
    problems: [...processes.problems, ...(cases?.problems ?? [])],
  };
}

interface Compiled {
  readonly processes: ReturnType<typeof compile>;
  readonly cases: ReturnType<typeof compileCases> | undefined;
  readonly models: readonly KeyedModel[];
  /** Whether one of the models has an element with a key of the layout file. */
  readonly hasKey: (key: string) => boolean;
}

function compiled(document: LangiumDocument, kept: LayoutFile, known: Partial<Compiled> = {}): Compiled {
  const model = document.parseResult.value as Model;
  const processes = known.processes ?? compile(model, kept);
  const hasCases = kept.notation === 'cmmn' || holdsCases(model);
  const cases = hasCases ? (known.cases ?? compileCases(model, kept)) : undefined;
  const models = cases ? [processes.value, cases.value] : [processes.value];
  return { processes, cases, models, hasKey: keyChecker(models) };
}

function asDocument(
  path: string,
  document: LangiumDocument,
  { kept, problems }: Pick<KeptBeside, 'kept' | 'problems'>,
  { processes, cases, models, hasKey }: Compiled,
  followed?: FollowedLayout,
): SourceDocument {
  const found = [
    ...problemsOf(document),
    ...processes.problems,
    ...problems,
    ...(followed ? [followedProblem(followed)] : []),
    ...driftProblems(kept, hasKey),
    ...(cases?.problems ?? []),
  ];
  const { sourceMap } = processes.value;
  const scenarios = {
    model: document.parseResult.value as Model,
    definitions: models.map((one) => one.definitions),
    idOf: (id: string) => models.map(({ idOfKey }) => idOfKey.get(id)).find((known) => known !== undefined) ?? id,
  };
  return {
    path,
    ...exportable(kept, { processes, cases, models }),
    text: document.textDocument.getText(),
    problems: listedProblems(found),
    comments: () => commentsOf(document),
    sourceMap: cases ? new JoinedSourceMap([sourceMap, cases.value.sourceMap]) : sourceMap,
    scenarios,
    hasKey,
    ...(followed && { followed }),
  };
}

function exportable(
  kept: LayoutFile,
  { processes, cases, models }: Pick<Compiled, 'cases' | 'processes' | 'models'>,
): Omit<Exportable, 'problems'> {
  const { notation, facts } = kept;
  return {
    kind: 'text',
    definitions: processes.value.definitions,
    ...(cases && { cases: cases.value.definitions }),
    pins: keptPins(kept, models),
    asRead: { notation, facts, keys: (notation === 'cmmn' && cases ? cases : processes).value.keys },
  };
}

/** By the byte order mark, else UTF-8. One that is neither is refused where it is opened by itself; beside another one its names count all the same. */
function decode(bytes: Uint8Array): string {
  return decodeXml(bytes).value ?? new TextDecoder().decode(bytes);
}
