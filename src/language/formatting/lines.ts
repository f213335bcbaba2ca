/** Where lines end. */
import type { AstNode, LeafCstNode } from 'langium';
import { isBlock, isChooseAct, isFlow, isMessageFlow, isSetAct } from '../generated/ast.ts';
import { isSetWith } from '../scenarios.ts';
import { depthOfToken, UNIT } from './indentation.ts';
import { indentedToken } from './multi-line-tokens.ts';
import { blanksBetween, isGlued } from './spacing.ts';
import { isHeld, isUnknown, lineBreaksIn, type Token } from './tokens.ts';

/** Characters of a line. What is longer is broken where statements, attached ones and blocks allow it; labels and expressions stay whole. */
const WIDTH = 120;

/** A line of the formatted text: tokens up to `end`. */
export interface Line {
  readonly first: number;
  readonly end: number;
  /** Steps of indentation. */
  readonly depth: number;
  /** Whether a blank line stands before it. */
  readonly isApart: boolean;
}

/** A place where a line that is too long can be broken. */
interface Candidate {
  /** A token that can begin a line; or a brace, behind which and before the one that closes it lines begin. */
  readonly at: number;
  readonly isBrace: boolean;
  /** How many braces of the line it stands in. */
  readonly level: number;
}

/** The lines of a text, in order. */
export function linesOf(tokens: readonly Token[]): Line[] {
  return new LineBreaker(tokens).lines();
}

class LineBreaker {
  readonly #tokens: readonly Token[];
  readonly #leaves: readonly LeafCstNode[];
  readonly #nextWords: readonly number[];
  /** The braces with lines between them and the ones that close them. */
  readonly #open: Set<number>;
  /** Those of them that had none, and were too long for their line. */
  readonly #opened = new Set<number>();
  /** Tokens before which a line was too long. */
  readonly #broken = new Set<number>();
  /** By brace, how many steps more than usual the group is indented. */
  readonly #extra = new Map<number, number>();

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
    this.#leaves = tokens.map(({ leaf }) => leaf);
    this.#nextWords = nextWords(tokens);
    this.#open = groupsOnLines(tokens);
  }

  lines(): Line[] {
    const lines: Line[] = [];
    for (let first = 0; first < this.#tokens.length; ) {
      const line = this.#line(first);
      lines.push(line);
      first = line.end;
    }
    return lines;
  }

  /** The line that begins with a token; broken as often as it takes to fit. */
  #line(first: number): Line {
    const depth = this.#depthOf(first);
    for (;;) {
      const end = this.#endOf(first, depth);
      if (typeof end === 'number') return { first, end, depth, isApart: this.#isApart(first) };
      if (end.isBrace) {
        this.#open.add(end.at);
        this.#opened.add(end.at);
      } else this.#broken.add(end.at);
    }
  }

  /** The end of the line, or where to break it: as late as it fits, in as few braces as there are. */
  #endOf(first: number, depth: number): number | Candidate {
    const measure = new LineMeasure(depth);
    let candidate: Candidate | undefined;
    let level = 0;
    const offer = (at: number, isBrace: boolean): void => {
      if (!candidate || level <= candidate.level) candidate = { at, isBrace, level };
    };
    for (let at = first; at < this.#tokens.length; at++) {
      const token = this.#at(at);
      if (at > first) {
        if (this.#endsBefore(at, first, depth)) return at;
        measure.addBlanks(blanksBetween(this.#at(at - 1), token));
        if (this.#isBreakable(token)) offer(at, false);
      }
      if (token.opener !== undefined) level -= 1;
      if (token.closer !== undefined) this.#indentInside(at, first);
      // The brace at the end of a line may stand over.
      if (token.closer === undefined || !this.#open.has(at)) measure.add(token);
      if (candidate && measure.isTooLong) return candidate;
      if (token.closer === undefined) continue;
      if (!this.#open.has(at) && token.closer > at + 1) offer(at, true);
      level += 1;
    }
    return this.#tokens.length;
  }

  /** Whether a new line begins before a token. */
  #endsBefore(at: number, first: number, depth: number): boolean {
    const [before, token] = [this.#at(at - 1), this.#at(at)];
    if (this.#broken.has(at) || before.type === 'LINE_COMMENT') return true;
    if (token.isComment) return token.breaks > 0;
    if (before.isComment && (token.breaks > 0 || this.#isLeadingComment(at - 1, first))) return token.breaks > 0;
    if (before.closer !== undefined) return this.#open.has(at - 1);
    if (token.opener !== undefined) return this.#open.has(token.opener);
    if (before.type === 'DOC') return true;
    if (token.opens) return this.#beginsLine(token, token.opens);
    if (token.closer !== undefined) return this.#isBelow(at, depth);
    return !isGlued(before, token) && token.breaks > 0;
  }

  /** Whether nothing but comments stands before a comment in its line. */
  #isLeadingComment(at: number, first: number): boolean {
    let start = at;
    while (start > first && this.#at(start - 1).isComment) start -= 1;
    return start === first;
  }

  /** The block of a statement that goes on below its first line has a line for its brace, and one a statement. */
  #isBelow(at: number, depth: number): boolean {
    const { leaf, closer = 0 } = this.#at(at);
    const isBlock = this.#at(at - 1).type !== 'with' && leaf.astNode.$type !== 'ContextValue' && leaf.text === '{';
    if (!isBlock || depth <= this.#depthOf(at)) return false;
    if (closer > at + 1) this.#open.add(at);
    return true;
  }

  /** Whether a statement, detail or the like stands at the head of a line. */
  #beginsLine({ group, breaks, type }: Token, node: AstNode): boolean {
    const isOnLines = group < 0 || this.#open.has(group);
    if (isUnknown(node)) return breaks > 0;
    if (isHeld(node)) return type === 'DOC' && isOnLines;
    if (isAttached(node) && !this.#isInBraces(node, group)) return breaks > 0;
    if (node.$containerProperty === 'lines')
      return breaks > 0 || (this.#opened.has(group) && !isChooseAct(node) && !(isSetAct(node) && isSetWith(node)));
    return isOnLines;
  }

  #isBreakable({ opens, group }: Token): boolean {
    return (
      opens !== undefined &&
      isAttached(opens) &&
      opens.$containerProperty !== 'parts' &&
      !this.#isInBraces(opens, group)
    );
  }

  /** Whether an extension stands in the braces of a `with`. */
  #isInBraces(node: AstNode, group: number): boolean {
    return node.$containerProperty === 'extensions' && this.#tokens[group]?.leaf.astNode === node.$container;
  }

  /** Blank lines group statements and comments; at the ends of a block they group nothing. */
  #isApart(at: number): boolean {
    const before = this.#tokens[at - 1];
    const { breaks, isComment, opens } = this.#at(at);
    if (!before || breaks < 2 || before.closer !== undefined || before.type === 'DOC') return false;
    return isComment || opens !== undefined;
  }

  #depthOf(at: number): number {
    const { isComment, group, opener } = this.#at(at);
    const extra = this.#extra.get(opener ?? group) ?? 0;
    if (!isComment) return depthOfToken(this.#leaves, at) + extra;
    // A comment stands where what follows it does; before a closing brace, where the statements of the block do.
    const next = this.#nextWords[at] ?? this.#tokens.length;
    if (next === this.#tokens.length) return 0;
    return depthOfToken(this.#leaves, next) + extra + (this.#at(next).opener === undefined ? 0 : 1);
  }

  /** What a `with` holds that has a line of its own stands below the `with`; the block of a jump below the line that it ends. */
  #indentInside(opener: number, first: number): void {
    const { group, leaf } = this.#at(opener);
    const around = this.#extra.get(group) ?? 0;
    const isOfJump = isBlock(leaf.astNode) && isFlow(leaf.astNode.$container);
    const own = isOfJump ? depthOfToken(this.#leaves, first) - depthOfToken(this.#leaves, opener) : 0;
    this.#extra.set(opener, around + own + (this.#at(first).type === 'with' && opener === first + 1 ? 1 : 0));
  }

  #at(index: number): Token {
    const token = this.#tokens[index];
    if (!token) throw new Error(`There is no token ${index}.`);
    return token;
  }
}

/** How wide a line gets. */
class LineMeasure {
  readonly #indentation: string;
  #column: number;
  isTooLong = false;

  constructor(depth: number) {
    this.#indentation = UNIT.repeat(depth);
    this.#column = this.#indentation.length;
  }

  addBlanks(count: number): void {
    this.#column += count;
  }

  /** A comment to the end of the line may stand over: no block is broken for its sake. */
  add(token: Token): void {
    if (token.type === 'LINE_COMMENT') return;
    const [first = '', ...rest] = indentedToken(token, this.#indentation).split(/\r\n|\r|\n/);
    this.#column += first.length;
    if (this.#column > WIDTH) this.isTooLong = true;
    if (rest.length > 0) this.#column = rest.at(-1)?.length ?? 0;
  }
}

/** By token: the next one that is no comment. */
function nextWords(tokens: readonly Token[]): number[] {
  const found = new Array<number>(tokens.length);
  let next = tokens.length;
  for (let at = tokens.length - 1; at >= 0; at--) {
    if (!tokens[at]?.isComment) next = at;
    found[at] = next;
  }
  return found;
}

/** The braces that do not stand in one line with the ones that close them, or that hold what has lines of its own. */
function groupsOnLines(tokens: readonly Token[]): Set<number> {
  let ends = 0;
  const endsBefore = tokens.map((token) => {
    ends += token.breaks;
    const before = ends;
    if (token.type === 'LINE_COMMENT' || token.type === 'DOC' || lineBreaksIn(token.text) > 0) ends += 1;
    return before;
  });
  const isOnLines = ({ closer }: Token, at: number): boolean =>
    closer !== undefined && closer > at + 1 && endsBefore[closer] !== endsBefore[at];
  return new Set(tokens.flatMap((token, at) => (isOnLines(token, at) ? [at] : [])));
}

/** What may follow in the line of what it belongs to: jumps, messages, extensions and their parts. */
function isAttached(node: AstNode): boolean {
  return isFlow(node) || isMessageFlow(node) || ['extensions', 'parts'].includes(node.$containerProperty ?? '');
}
