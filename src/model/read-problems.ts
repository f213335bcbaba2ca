/** What is wrong with a file that is read: the sentences, and where. */
import type { Problem } from '../base/problem.ts';
import type { Source, SourceText } from './source.ts';
import { Unreadable } from './unreadable.ts';
import { explain } from './xml-problems.ts';

/** What an id must be, so that a reference can name it. */
const PLAIN_NAME = /^[A-Za-z_][\w.-]*$/;
const XML_NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.\-·]*$/u;

export class ReadProblems {
  /** Of a file that can be read. */
  readonly warnings: Problem[] = [];
  readonly #document: SourceText;

  constructor(document: SourceText) {
    this.#document = document;
  }

  /** Why reading has ended. @param position where the parser is */
  unreadable(error: unknown, position: number): Problem {
    const { text } = this.#document;
    const { code, message, end } = error instanceof Unreadable ? error : explain(parserMessage(error), text);
    const last = end ?? Math.min(position, text.length);
    return { severity: 'error', code, message, range: this.#document.rangeOf(Math.max(last - 1, 0), last) };
  }

  warn(code: string, message: string, start: number, end: number, element?: string): void {
    const range = this.#document.rangeOf(start, end);
    this.warnings.push({ severity: 'warning', code, message, range, ...(element !== undefined && { element }) });
  }

  /**
   * An element that stands where the schema has no room for it.
   * @param kind `second`: one of its name is there already; `standard`: one of the standards; else of another namespace
   */
  misplaced(tag: string, parent: string | undefined, [start, end]: readonly [number, number], kind: ElementKind): void {
    const why =
      kind === 'second'
        ? `<${parent}> can have only one <${tag}>; this one is kept as it is, but not used.`
        : `<${parent}> can have no <${tag}>. It is kept as it is, but not used.`;
    const what = kind === 'foreign' ? ' Elements of other namespaces belong into extensionElements.' : '';
    this.warn('unknown-element', why + what, start, end);
  }

  badValue(name: string, text: string, { start, end }: Source): void {
    const message = `"${text}" is no value for ${name}. It is kept as it is, but not used: correct it.`;
    this.warn('bad-value', message, start, end);
  }

  /** @param isNew whether no element before it has that id */
  checkId(id: string, isNew: boolean, { start, end }: Source): void {
    if (!isNew) {
      const message = `The id "${id}" is taken already, further up. References mean the first one: give this one another.`;
      this.warn('duplicate-id', message, start, end, id);
    } else if (!PLAIN_NAME.test(id) && !XML_NAME.test(id)) {
      const message = `"${id}" is no id that XML allows. Take letters, digits, "_", "-" and ".", a letter or "_" first.`;
      this.warn('bad-id', message, start, end, id);
    }
  }
}

export type ElementKind = 'foreign' | 'second' | 'standard';

/** What the XML parser complains of. It throws plain errors; others are mistakes of ours. */
function parserMessage(error: unknown): string {
  if (error instanceof Error && Object.getPrototypeOf(error) === Error.prototype) return error.message;
  throw error;
}
