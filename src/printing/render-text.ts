/** Statements as lines, in the canonical form: what belongs together on one line as long as it fits. */
import type { TextIds } from './ids.ts';
import { idText, stringText } from './literals.ts';
import { type Detail, type Extension, isName, isReference, type Name, type Statement, type Word } from './tree.ts';

/** Characters of a line. Longer ones are broken where that can be done; labels and expressions are not broken. */
const WIDTH = 120;
const UNIT = '  ';
/** A block of more than this is not written on one line. */
const MOST_IN_A_LINE = 3;

/** The text of statements, with a line break at its end. */
export function renderText(statements: readonly Statement[], ids: TextIds): string {
  const renderer = new Renderer(ids);
  return renderer
    .statements(statements, 0)
    .map((line) => `${line}\n`)
    .join('');
}

class Renderer {
  readonly #ids: TextIds;

  constructor(ids: TextIds) {
    this.#ids = ids;
  }

  statements(statements: readonly Statement[], depth: number): string[] {
    const lines: string[] = [];
    for (const statement of statements) {
      if (statement.apart && lines.length > 0) lines.push('');
      lines.push(...this.#statement(statement, depth));
    }
    return lines;
  }

  #statement(statement: Statement, depth: number): string[] {
    const indent = UNIT.repeat(depth);
    const short = this.#onOneLine(statement);
    if (short !== undefined && indent.length + short.length <= WIDTH) return [indent + short];
    const lines = this.#head(statement, depth);
    const attached = [...(statement.attached ?? [])];
    this.#block(statement, depth, lines);
    this.#joinAttached(attached, lines);
    for (const one of attached) lines.push(...this.#statement(one, depth + 1));
    return lines;
  }

  /** The line of a statement, its documentation before it; what vendors say behind or below it, if it has no block to hold that. */
  #head({ documentation, words, clauses, details, definition, extensions, block }: Statement, depth: number): string[] {
    const indent = UNIT.repeat(depth);
    const lines = documentation === undefined ? [] : indented(documentation, indent);
    const head = indented(this.#words(words), indent);
    lines.push(...head);
    for (const clause of clauses ?? []) lines.push(...indented(this.#words(clause), indent + UNIT));
    if (details && details.length > 0) {
      // A line below the criteria, which `with` is not about.
      if (hasClauses(clauses)) lines.push(indent + UNIT.slice(1));
      this.#with(details, 'with ', hasClauses(clauses) ? depth + 1 : depth, lines);
    }
    if (definition) this.#with(definition, '', depth, lines);
    if (!block) this.#below(extensions, depth, lines);
    return lines;
  }

  /** What vendors say of an element without a block. One thing that fits goes behind the words, as a property of the step. */
  #below(extensions: readonly Extension[] | undefined, depth: number, lines: string[]): void {
    const behind = lines.length === 1 ? onlyExtension(extensions) : undefined;
    const line = `${lines[0]} ${behind}`;
    if (behind !== undefined && line.length <= WIDTH) lines[0] = line;
    else lines.push(...this.#extensions(extensions, depth + 1));
  }

  #with(details: readonly Detail[], word: 'with ' | '', depth: number, lines: string[]): void {
    const inside = this.#shortDetails(details);
    const last = lines.length - 1;
    const line = lines[last] ?? '';
    if (inside !== undefined && line.length + inside.length + 6 <= WIDTH) {
      lines[last] = `${line} ${word}${inside}`;
      return;
    }
    lines[last] = `${line} ${word}{`;
    for (const detail of details) lines.push(...this.#detail(detail, depth + 1));
    lines.push(`${UNIT.repeat(depth)}}`);
  }

  #shortDetails(details: readonly Detail[]): string | undefined {
    const parts: string[] = [];
    for (const { words, inside, extensions } of details) {
      if (extensions && extensions.length > 0) return undefined;
      const head = this.#words(words);
      const inner = inside ? this.#shortDetails(inside) : '';
      if (inner === undefined || head.includes('\n')) return undefined;
      parts.push(inner === '' ? head : `${head} ${inner}`);
    }
    return parts.length === 0 ? '{ }' : `{ ${parts.join('  ')} }`;
  }

  #detail(detail: Detail, depth: number): string[] {
    const indent = UNIT.repeat(depth);
    const short = this.#shortDetails([detail])?.slice(2, -2);
    if (short !== undefined && indent.length + short.length <= WIDTH) return [indent + short];
    const lines = indented(this.#words(detail.words), indent);
    if (!detail.inside) return lines;
    if (detail.inside.length === 0 && (detail.extensions ?? []).length === 0) {
      lines[lines.length - 1] += ' { }';
      return lines;
    }
    lines[lines.length - 1] += ' {';
    for (const one of detail.inside) lines.push(...this.#detail(one, depth + 1));
    return [...lines, ...this.#extensions(detail.extensions, depth + 1), `${indent}}`];
  }

  #block(statement: Statement, depth: number, lines: string[]): void {
    const { block, clauses, extensions } = statement;
    if (!block) return;
    const indent = UNIT.repeat(depth);
    const last = lines.length - 1;
    const isBelow = hasClauses(clauses);
    const inside = [...this.#extensions(extensions, depth + 1), ...this.statements(block, depth + 1)];
    const short = inside.length === 0 || isWay(statement) ? this.#shortBlock(statement) : undefined;
    if (short !== undefined && !isBelow && (lines[last] ?? '').length + short.length + 1 <= WIDTH) {
      lines[last] += ` ${short}`;
      return;
    }
    const brace = inside.length === 0 ? '{ }' : '{';
    if (isBelow) lines.push(`${indent}${brace}`);
    else lines[last] += ` ${brace}`;
    if (inside.length > 0) lines.push(...inside, `${indent}}`);
  }

  #shortBlock({ block = [], extensions = [] }: Statement): string | undefined {
    if (extensions.length > 0) return undefined;
    if (block.length === 0) return '{ }';
    if (block.length > MOST_IN_A_LINE) return undefined;
    const parts = block.map((statement) => (statement.block ? undefined : this.#onOneLine(statement)));
    return parts.some((part) => part === undefined) ? undefined : `{ ${parts.join('  ')} }`;
  }

  /** A jump or message flow that fits goes behind what it leaves. */
  #joinAttached(attached: Statement[], lines: string[]): void {
    const [first] = attached;
    if (lines.length !== 1 || !first || first.kind === 'handler') return;
    const others = attached.filter(({ kind }) => kind !== 'handler');
    if (others.some(({ block }) => block)) return;
    const parts = others.map((one) => this.#attachedText(one));
    const line = (lines[0] ?? '') + parts.join('');
    if (parts.some((part) => part === undefined) || line.length > WIDTH) return;
    lines[0] = line;
    attached.splice(0, others.length);
  }

  #attachedText(statement: Statement): string | undefined {
    const text = this.#onOneLine(statement);
    if (text === undefined) return undefined;
    return statement.kind === 'message' ? `  ${text}` : ` ${text}`;
  }

  /** A whole statement on one line; undefined if it has more to say than that. */
  #onOneLine(statement: Statement): string | undefined {
    const { documentation, words, clauses, details, definition, extensions, block, attached } = statement;
    if (documentation !== undefined || definition || hasClauses(clauses)) return undefined;
    let line = this.#words(words);
    if (line.includes('\n')) return undefined;
    if (details && details.length > 0) {
      const inside = this.#shortDetails(details);
      if (inside === undefined) return undefined;
      line += ` with ${inside}`;
    }
    if (block) {
      const inside = block.length === 0 || isWay(statement) ? this.#shortBlock(statement) : undefined;
      if (inside === undefined) return undefined;
      line += ` ${inside}`;
    } else if (extensions && extensions.length > 0) {
      const behind = onlyExtension(extensions);
      if (behind === undefined) return undefined;
      line += ` ${behind}`;
    }
    for (const one of attached ?? []) {
      const text = one.kind === 'handler' || one.block ? undefined : this.#attachedText(one);
      if (text === undefined) return undefined;
      line += text;
    }
    return line;
  }

  #extensions(extensions: readonly Extension[] | undefined, depth: number): string[] {
    return (extensions ?? []).flatMap((extension) => this.#extension(extension, depth));
  }

  #extension({ head, parts }: Extension, depth: number): string[] {
    const indent = UNIT.repeat(depth);
    if (!parts) return indented(head, indent);
    const short = extensionText({ head, parts });
    if (!short.includes('\n') && indent.length + short.length <= WIDTH) return [indent + short];
    if (parts.length === 0) return [indent + short];
    const lines = [`${indent}${head}(`];
    const attributes = leading(parts);
    if (attributes.length > 0 && indent.length + head.length + attributes.join(', ').length + 2 <= WIDTH) {
      lines[0] += attributes.join(', ') + (attributes.length < parts.length ? ',' : ')');
      if (attributes.length === parts.length) return lines;
    } else {
      attributes.length = 0;
    }
    for (const [index, part] of parts.entries()) {
      if (index < attributes.length) continue;
      const inside = typeof part === 'string' ? indented(part, `${indent}${UNIT}`) : this.#extension(part, depth + 1);
      const end = index === parts.length - 1 ? ')' : ',';
      inside[inside.length - 1] += end;
      lines.push(...inside);
    }
    return lines;
  }

  #words(words: readonly Word[]): string {
    return words
      .map((word) => this.#word(word))
      .filter((text) => text !== '')
      .join(' ');
  }

  #word(word: Word): string {
    if (typeof word === 'string') return word;
    if (isReference(word)) return idText(this.#ids.idOf(word.to) ?? '');
    if (!isName(word)) return word.glued.map((one) => this.#word(one)).join('');
    const { element, as, lane, words } = word.name;
    const id = this.#ids.isWritten(element) ? idText(this.#ids.idOf(element) ?? '', words) : '';
    if (lane) return this.#laneText(word.name, id);
    return as && id !== '' ? `as ${id}` : id;
  }

  /** A lane by its id, with its label where the text first has it; by its label alone where the id is not written. */
  #laneText(name: Name, id: string): string {
    const label = name.lane?.label;
    if (id === '') return label === undefined ? '' : stringText(label);
    return label === undefined || !this.#ids.isFirst(name) ? id : `${id} ${stringText(label)}`;
  }
}

function hasClauses(clauses: Statement['clauses']): boolean {
  return clauses !== undefined && clauses.length > 0;
}

/** The blocks of branches, handlers and jumps may be short; bodies and lanes have a line a statement. */
function isWay({ kind }: Statement): boolean {
  return kind === 'branch' || kind === 'handler' || kind === 'jump';
}

/** The attributes that an extension begins with. */
function leading(parts: readonly (string | Extension)[]): string[] {
  const found: string[] = [];
  for (const part of parts) {
    if (typeof part !== 'string' || part.includes('\n')) break;
    found.push(part);
  }
  return found;
}

/** What vendors say, where that is one thing and has one line. */
function onlyExtension(extensions: readonly Extension[] | undefined): string | undefined {
  const [only, ...others] = extensions ?? [];
  const text = only && others.length === 0 ? extensionText(only) : undefined;
  return text?.includes('\n') ? undefined : text;
}

function extensionText({ head, parts }: Extension): string {
  if (!parts) return head;
  return `${head}(${parts.map((part) => (typeof part === 'string' ? part : extensionText(part))).join(', ')})`;
}

/** The lines of a text, each but the blank ones indented. */
function indented(text: string, indent: string): string[] {
  return text.split('\n').map((line) => (line === '' ? '' : indent + line));
}
