import { hasErrors, listedProblems, type Problem } from '../base/problem.ts';
import type { SourceComment } from '../base/source-comment.ts';
import type { LayoutFile, Pins } from '../layout/index.ts';
import type { SourceMap } from '../mapping/index.ts';
import {
  type Cmmn,
  commentsAround,
  type Definitions,
  decodeXml,
  type ModelElement,
  readModel,
} from '../model/index.ts';
import type { Files } from './files.ts';
import type { FollowedLayout } from './follow-remembered.ts';
import type { ScenarioSource } from './scenarios.ts';
import type { TextReader } from './text-reader.ts';
import { XmlSourceMap } from './xml-source-map.ts';

/** `unreadable`: cannot be decoded, is not well-formed XML, holds no model, or is a text of Mermaid's with mistakes. */
export type SourceKind = 'text' | 'mermaid' | 'bpmn' | 'cmmn' | 'unreadable';

/** A file as it stands: what it holds and what is wrong with it. The same for text and for XML. */
export interface SourceDocument {
  readonly path: string;
  readonly kind: SourceKind;
  /** The decoded source, for code frames; what could be decoded of an unreadable one. */
  readonly text: string;
  readonly problems: readonly Problem[];
  /** Without a drawing for text and Mermaid's; as read for XML. */
  readonly definitions?: Definitions | Cmmn.Definitions;
  /** The model of the cases in a text, without a drawing; its processes are in `definitions`. */
  readonly cases?: Cmmn.Definitions;
  /** Of a text: what its scenarios are read from, and written in. */
  readonly scenarios?: ScenarioSource;
  /** The comments in `text`, made when they are asked for; none of an unreadable one. */
  readonly comments?: () => readonly SourceComment[];
  /** Where its elements stand in `text`, and back. */
  readonly sourceMap?: SourceMap;
  /** Of a text: what the file said that it stands for, where that is not what the text means. */
  readonly asRead?: AsRead;
  /** Of a text: whether one of its models has an element with this key of the layout file. */
  readonly hasKey?: (key: string) => boolean;
  /** Of a text: its layout file as it was read, where elements have other keys by now than the file says. */
  readonly followed?: FollowedLayout;
  /** What stands still in its drawing, by the layout file beside a text. */
  readonly pins?: Pins;
}

/** What the layout file keeps of the XML, and the keys of the elements that it speaks of. */
export interface AsRead {
  /** Which of the models of the text stands for the file. */
  readonly notation: LayoutFile['notation'];
  readonly facts: LayoutFile['facts'];
  readonly keys: ReadonlyMap<ModelElement, string>;
}

/** A document that holds a BPMN model. */
export interface BpmnDocument extends SourceDocument {
  readonly definitions: Definitions;
}

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

/** Whether there is a BPMN model to draw or write: the document was read, and a text has no errors. */
export function isWhole(document: SourceDocument): document is BpmnDocument {
  if (!document.definitions?.$instanceOf('bpmn:Definitions')) return false;
  return document.kind !== 'text' || !hasErrors(document.problems);
}
