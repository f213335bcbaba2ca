/** Text of Mermaid's `bpmn-beta` → what it declares, by its indentation, and the flows between. */
import type { Problem, Severity } from '../base/problem.ts';
import { type Range, range } from '../base/range.ts';
import type { SourceComment } from '../base/source-comment.ts';
import { closestTo } from '../base/spelling.ts';
import { fromLabel } from './labels.ts';
import { type SourceLine, sourceLines } from './source-lines.ts';
import { type Declaration, type End, type FlowLink, readStatement, type Stretch } from './statements.ts';
import { DIRECTIONS, HEADER } from './words.ts';

/** What a line declares, and where that stands. */
export interface DiagramNode extends Declaration {
  /** The nearest line above that is indented less. */
  readonly parent: DiagramNode | undefined;
  readonly range: Range;
}

/** A line between two that are declared. */
export interface DiagramFlow extends Omit<FlowLink, 'from' | 'to'> {
  readonly from: DiagramNode;
  readonly to: DiagramNode;
  readonly range: Range;
}

export interface Diagram {
  readonly title?: string;
  readonly description?: string;
  /** In the order of the text, so each behind what it stands in. */
  readonly nodes: readonly DiagramNode[];
  readonly flows: readonly DiagramFlow[];
  readonly comments: readonly SourceComment[];
}

/** Deeper texts are no diagrams, and the language nests no further either. */
const DEEPEST = 50;

/** Reads a text. What cannot be read is told at its line and left out; never throws. */
export function readDiagram(text: string): { readonly diagram: Diagram; readonly problems: readonly Problem[] } {
  const reader = new DiagramReader();
  return { diagram: reader.read(text), problems: reader.problems };
}

interface Level {
  readonly indent: number;
  readonly node: DiagramNode;
}

class DiagramReader {
  readonly problems: Problem[] = [];
  readonly #nodes: DiagramNode[] = [];
  readonly #byId = new Map<string, DiagramNode>();
  readonly #links: { readonly link: FlowLink; readonly line: SourceLine }[] = [];
  /** The lines that the next one may stand in, outermost first. */
  readonly #open: Level[] = [];
  #lines: readonly SourceLine[] = [];
  #at = 0;
  #title: string | undefined;
  #description: string | undefined;
  #isMixedTold = false;

  read(text: string): Diagram {
    const { lines, comments, title, settings } = sourceLines(text);
    this.#lines = lines;
    if (title !== undefined) this.#title = fromLabel(title);
    if (settings !== undefined)
      this.#tell('warning', 'not-kept', 'How Mermaid is to draw is not kept: Procedo has its own layout.', {
        range: range(settings, 0, settings, 3),
      });
    if (this.#header()) for (; this.#at < lines.length; this.#at++) this.#line(lines[this.#at] as SourceLine);
    return {
      ...(this.#title && { title: this.#title }),
      ...(this.#description && { description: this.#description }),
      nodes: this.#nodes,
      flows: this.#links.flatMap(({ link, line }) => this.#flow(link, line)),
      comments,
    };
  }

  /** `bpmn-beta LR`. @returns whether the rest is worth reading */
  #header(): boolean {
    const [line] = this.#lines;
    const [word = '', direction, ...others] = line?.text.split(/\s+/) ?? [];
    if (!line || word.toLowerCase() !== HEADER) {
      const found = line ? `This one begins with "${word.slice(0, 40)}"` : 'This one is empty';
      const message = `Of Mermaid's diagrams those are read that begin with ${HEADER}. ${found}.`;
      this.#tell('error', 'not-bpmn-beta', message, { range: line ? placeIn(line) : range(0, 0, 0, 0) });
      return false;
    }
    this.#at = 1;
    if (direction !== undefined) this.#direction(direction, others.length > 0, line);
    return true;
  }

  #direction(direction: string, hasMore: boolean, line: SourceLine): void {
    const place = { range: placeIn(line, { from: HEADER.length + 1, to: line.text.length }) };
    if (hasMore || !DIRECTIONS.includes(direction.toUpperCase()))
      this.#tell(
        'error',
        'syntax',
        `Behind ${HEADER} stands a direction: ${DIRECTIONS.join(', ')}, or nothing.`,
        place,
      );
    else if (direction.toUpperCase() !== 'LR')
      this.#tell('warning', 'not-kept', 'The direction is not kept: Procedo draws from left to right.', place);
  }

  #line(line: SourceLine): void {
    if (this.#isMeta(line)) return;
    if (line.isMixed && !this.#isMixedTold) {
      this.#isMixedTold = true;
      const message = 'Tabs and blanks are mixed here: Mermaid counts each as one. Indent with one of them.';
      this.#tell('warning', 'indentation', message, { range: placeIn(line) });
    }
    const statement = readStatement(line.text);
    if (statement.kind === 'declaration') this.#declare(statement, line);
    else if (statement.kind === 'flows') for (const link of statement.links) this.#links.push({ link, line });
    else this.#tell('error', statement.code, statement.message, { range: placeIn(line, statement.place) });
  }

  /** A title or a text for screen readers. An id may be one of these words: then an arrow follows. */
  #isMeta(line: SourceLine): boolean {
    const [, word, rest = ''] = /^(title|accTitle|accDescr)(?![\w-])[\t ]*:?[\t ]*(.*)$/i.exec(line.text) ?? [];
    if (word === undefined || /^(?:--|-\.|=|→|\.\.)/.test(rest)) return false;
    if (word.toLowerCase() === 'title') this.#title = fromLabel(rest);
    else if (word.toLowerCase() === 'acctitle') this.#accessibleTitle(rest, line);
    else this.#description = fromLabel(rest.startsWith('{') ? this.#braced(rest.slice(1), line) : rest);
    return true;
  }

  #accessibleTitle(title: string, line: SourceLine): void {
    const message = 'The title for screen readers is not kept: `title` names the process, `accDescr` describes it.';
    if (fromLabel(title) !== this.#title) this.#tell('warning', 'not-kept', message, { range: placeIn(line) });
  }

  /** What stands up to the closing brace. */
  #braced(first: string, line: SourceLine): string {
    const said: string[] = [];
    for (let text: string | undefined = first; text !== undefined; text = this.#lines[++this.#at]?.text) {
      const end = text.indexOf('}');
      said.push(end < 0 ? text : text.slice(0, end));
      if (end >= 0) return said.join('\n').trim();
    }
    this.#tell('error', 'syntax', 'The description is not closed: write } behind it.', { range: placeIn(line) });
    return '';
  }

  #declare(declaration: Declaration, line: SourceLine): void {
    const base = this.#open[0]?.indent ?? line.indent;
    const indent = Math.max(base, line.indent);
    while ((this.#open.at(-1)?.indent ?? -1) >= indent) this.#open.pop();
    const place = { range: placeIn(line, declaration.place) };
    if (this.#open.length >= DEEPEST) {
      const message = `Lines are nested more than ${DEEPEST} deep here: move the inner ones out.`;
      this.#tell('error', 'indentation', message, place);
      return;
    }
    const node = { ...declaration, ...place, parent: this.#open.at(-1)?.node };
    this.#open.push({ indent, node });
    if (declaration.id !== undefined && !this.#isNew(declaration.id, place.range)) return;
    if (declaration.id !== undefined) this.#byId.set(declaration.id, node);
    this.#nodes.push(node);
  }

  #isNew(id: string, place: Range): boolean {
    const known = this.#byId.get(id);
    if (!known) return true;
    const first = known.range.start.line + 1;
    this.#tell('error', 'duplicate-id', `"${id}" is declared in line ${first} already: give this one another id.`, {
      range: place,
    });
    return false;
  }

  /** Flows may stand before what they name. */
  #flow(link: FlowLink, line: SourceLine): DiagramFlow[] {
    const [from, to] = [this.#end(link.from, line), this.#end(link.to, line)];
    const place = placeIn(line, { from: link.from.from, to: link.to.to });
    return from && to ? [{ ...link, from, to, range: place }] : [];
  }

  #end(end: End, line: SourceLine): DiagramNode | undefined {
    const node = this.#byId.get(end.id);
    if (node) return node;
    // A guess looks at every id: of a thousand mistakes the first few are read.
    const near = this.problems.length < 20 ? closestTo(end.id, this.#byId.keys()) : undefined;
    const hint = near ? `Did you mean "${near}"?` : `Declare it: task ${end.id} "…".`;
    const message = `There is no "${end.id}". ${hint}`;
    this.#tell('error', 'unknown-reference', message, { range: placeIn(line, end) });
    return undefined;
  }

  #tell(severity: Severity, code: string, message: string, place: { readonly range: Range }): void {
    this.problems.push({ severity, code, message, ...place });
  }
}

/** Where a stretch of a line stands; without one, the whole line. */
function placeIn({ number, indent, text }: SourceLine, { from, to }: Stretch = { from: 0, to: text.length }): Range {
  return range(number, indent + from, number, indent + to);
}
