/** What documents call in other files, ready to run with them. */
import { MOST_BYTES } from '../base/file-size.ts';
import { hasErrors } from '../base/problem.ts';
import type { CmmnDefinitions, Definitions } from '../model/index.ts';
import { buildLinked } from '../semantics/index.ts';
import { type CalledFile, calledFile, idsIn, takenIn } from './called-file.ts';
import type { ModelFiles } from './files.ts';
import { modelsOf } from './models-that-run.ts';
import { folderOf, resolvePath } from './paths.ts';
import type { SourceDocument } from './source-document.ts';
import type { SourceReader } from './source-reader.ts';

/** Files that are taken into one run at most; what is called beyond them waits to be completed by hand. */
const MOST_FILES = 100;

/**
 * Finds what documents call and do not hold, and what that calls in turn: where an `import` says, among the texts that share a name space with the
 * document, and in the files of BPMN and CMMN around it; like before unlike. What is not found, or has mistakes, is left out: a run completes it
 * by hand. Files that call each other are taken once.
 * @param reader that has opened the documents
 */
export async function calledFiles(
  documents: readonly SourceDocument[],
  reader: SourceReader,
  files: ModelFiles,
): Promise<CalledFile[]> {
  const found: CalledFile[] = [];
  const taken = new Set(documents.flatMap((document) => modelsOf(document).flatMap(takenIn)));
  const known = new Set(documents.flatMap((document) => modelsOf(document).flatMap(idsIn)));
  const finder = new Finder(reader, files);
  const queue = [...documents];
  for (let document = queue.shift(); document; document = queue.shift())
    for (const called of new Set(buildLinked(modelsOf(document)).calls.elsewhere.values())) {
      if (known.has(called) || found.length >= MOST_FILES) continue;
      const holder = await finder.holderOf(called, document);
      if (!holder) continue;
      const file = calledFile(holder, called, taken);
      found.push(file);
      queue.push(holder);
      for (const id of file.models.flatMap(idsIn)) known.add(id);
    }
  return found;
}

/** Looks for what is called, each file read once. */
class Finder {
  readonly #reader: SourceReader;
  readonly #files: ModelFiles;
  readonly #documents = new Map<string, SourceDocument | undefined>();
  readonly #contents = new Map<string, Promise<Uint8Array | undefined>>();

  constructor(reader: SourceReader, files: ModelFiles) {
    this.#reader = reader;
    this.#files = files;
  }

  /** The file that holds a process or case of this id; undefined: none that can be read without mistakes does. */
  async holderOf(called: string, from: SourceDocument): Promise<SourceDocument | undefined> {
    for (const path of imported(from)) {
      const document = await this.#document(path);
      if (document && holds(document, called)) return document;
    }
    if (from.path === '-') return undefined;
    const inText = () => this.#inText(called, from.path);
    const inModel = () => this.#inModel(called, from.path);
    return from.kind === 'text' ? ((await inText()) ?? (await inModel())) : ((await inModel()) ?? (await inText()));
  }

  async #inText(called: string, from: string): Promise<SourceDocument | undefined> {
    const path = await this.#reader.textDeclaring(called, from);
    const document = path === undefined || path === from ? undefined : await this.#document(path);
    return document && holds(document, called) ? document : undefined;
  }

  async #inModel(called: string, from: string): Promise<SourceDocument | undefined> {
    for (const path of await this.#files.models(from)) {
      const bytes = await this.#content(path);
      // To decode a file takes less than to read its model. Zeros: of UTF-16.
      if (!bytes || !new TextDecoder().decode(bytes).replaceAll('\0', '').includes(called)) continue;
      const document = await this.#document(path);
      if (document && holds(document, called)) return document;
    }
    return undefined;
  }

  async #document(path: string): Promise<SourceDocument | undefined> {
    if (!this.#documents.has(path)) {
      const bytes = await this.#content(path);
      this.#documents.set(path, bytes && (await this.#reader.open(path, bytes)));
    }
    return this.#documents.get(path);
  }

  #content(path: string): Promise<Uint8Array | undefined> {
    const known = this.#contents.get(path);
    const content =
      known ?? this.#files.read(path).then((bytes) => (bytes && bytes.length > MOST_BYTES ? undefined : bytes));
    this.#contents.set(path, content);
    return content;
  }
}

/** What a model imports, as absolute paths. */
function imported({ path, definitions }: SourceDocument): string[] {
  const imports = (definitions as Definitions | CmmnDefinitions | undefined)?.imports ?? [];
  if (path === '-') return [];
  return imports.flatMap(({ location }) => (location ? [resolvePath(folderOf(path), location)] : []));
}

function holds(document: SourceDocument, called: string): boolean {
  if (document.kind === 'text' && hasErrors(document.problems)) return false;
  const id = document.scenarios?.idOf(called) ?? called;
  return modelsOf(document).some((model) => idsIn(model).includes(id));
}
