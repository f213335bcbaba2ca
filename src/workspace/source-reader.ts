/** Opens files: texts, Mermaid's, XML. */
import { listedProblems } from '../base/problem.ts';
import { commentsAround, decodeXml, readModel } from '../model/index.ts';
import type { Files } from './files.ts';
import type { SourceDocument } from './source-document.ts';
import type { TextReader } from './text-reader.ts';
import { XmlSourceMap } from './xml-source-map.ts';

/** Reads files of any kind, those of one name space together. One at a time: wait for a file before you open the next. */
export class SourceReader {
  readonly #files: Files;
  #texts: Promise<TextReader> | undefined;

  constructor(files: Files) {
    this.#files = files;
  }

  /**
   * A file as it stands. A path that ends in `.procedo` is text, one in `.mmd` Mermaid's, all else XML; standard input (`-`) is
   * judged by its first character, and where that is none of XML, by its first word. Never throws on content.
   */
  async open(path: string, bytes: Uint8Array): Promise<SourceDocument> {
    const isMermaid = path.endsWith('.mmd');
    if (!isMermaid && !isText(path, bytes)) return openXml(path, bytes);
    if (isMermaid || path === '-') {
      const { isMermaidText, openMermaid } = await import('./mermaid-reader.ts');
      if (isMermaid || isMermaidText(bytes)) return openMermaid(path, bytes);
    }
    const { value, problems } = decodeXml(bytes);
    if (value === undefined) return { path, kind: 'unreadable', text: '', problems };
    this.#texts ??= this.#textReader();
    return (await this.#texts).open(path, bytes);
  }

  /**
   * The path of the text that holds a process or case of this id, among those that share a name space with a file; undefined: none does.
   * @param beside path of that file, a text or not
   */
  async textDeclaring(id: string, beside: string): Promise<string | undefined> {
    const siblings = await this.#files.siblings(beside);
    if (siblings.length === 0) return undefined;
    this.#texts ??= this.#textReader();
    return (await this.#texts).declaring(id, siblings);
  }

  /** The language is loaded only where there is text to read: a command on XML starts without it. */
  async #textReader(): Promise<TextReader> {
    const { TextReader } = await import('./text-reader.ts');
    return new TextReader(this.#files);
  }
}

/** Reads one file of any kind. */
export async function open(path: string, bytes: Uint8Array, files: Files): Promise<SourceDocument> {
  return new SourceReader(files).open(path, bytes);
}

function isText(path: string, bytes: Uint8Array): boolean {
  if (path.endsWith('.procedo')) return true;
  if (path !== '-') return false;
  const first = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart().charAt(0);
  return first !== '<' && !isUtf16(bytes);
}

/** UTF-16 by its byte order mark, or by the zero in or before `<`: only XML comes that way. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0;
}

function openXml(path: string, bytes: Uint8Array): SourceDocument {
  const decoded = decodeXml(bytes);
  const text = decoded.value ?? '';
  if (decoded.value === undefined) return { path, kind: 'unreadable', text, problems: decoded.problems };
  const { definitions, problems } = readModel(text);
  const all = listedProblems([...decoded.problems, ...problems]);
  if (!definitions) return { path, kind: 'unreadable', text, problems: all };
  const kind = definitions.$instanceOf('bpmn:Definitions') ? 'bpmn' : 'cmmn';
  const comments = () => commentsAround(definitions);
  return { path, kind, text, problems: all, definitions, comments, sourceMap: new XmlSourceMap(definitions) };
}
