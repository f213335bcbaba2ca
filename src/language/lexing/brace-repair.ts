import type { IToken, TokenType } from 'chevrotain';
import { type LexingProblem, problemAt } from './lexing-problem.ts';
import { tokenWithoutPosition } from './made-token.ts';
import { type SourceLine, sourceLines } from './source-lines.ts';

/** A block that was opened and not closed so far. */
interface OpenBlock {
  readonly brace: IToken;
  readonly line: SourceLine;
}

/** Lines that carry a header on, so that its block opens behind them. */
const HEADER_GOES_ON = new Set(['as', 'with', 'enter', 'exit']);

/** Tokens whose braces balance, and what was wrong with them before. */
export interface RepairedBraces {
  readonly tokens: IToken[];
  readonly problems: LexingProblem[];
}

/**
 * Balances braces by indentation, so that one forgotten brace costs its block and not the rest of the file: a line at or left of the
 * line that opened a block closes it; a `}` where nothing was opened opens at the line before it in its column, or goes.
 * Tokens made here have no position (NaN), which keeps them out of the syntax tree. For texts whose braces do not balance.
 */
export function repairBraces(tokens: readonly IToken[], open: TokenType, close: TokenType): RepairedBraces {
  const repair = new BraceRepair(tokens, open, close);
  return repair.run();
}

class BraceRepair {
  private readonly tokens: readonly IToken[];
  private readonly open: TokenType;
  private readonly close: TokenType;
  private readonly blocks: OpenBlock[] = [];
  /** By index of a token: what is put in before it. */
  private readonly insertions = new Map<number, IToken[]>();
  private readonly dropped = new Set<IToken>();
  private readonly problems: LexingProblem[] = [];

  constructor(tokens: readonly IToken[], open: TokenType, close: TokenType) {
    this.tokens = tokens;
    this.open = open;
    this.close = close;
  }

  run(): RepairedBraces {
    const lines = sourceLines(this.tokens);
    for (const [row, line] of lines.entries()) {
      const end = lines[row + 1]?.first ?? this.tokens.length;
      this.startLine(line);
      for (let index = line.first; index < end; index++) this.visit(index, line);
    }
    while (this.blocks.length > 0) this.closeMissing(this.tokens.length);
    return { tokens: this.result(), problems: this.problems };
  }

  /** Closes the blocks that this line is no longer part of. */
  private startLine(line: SourceLine): void {
    const closes = this.tokens[line.first]?.tokenType === this.close;
    for (let top = this.blocks.at(-1); top && top.line.indent >= line.indent; top = this.blocks.at(-1)) {
      if (closes && top.line.indent === line.indent) return;
      this.closeMissing(line.first);
    }
    if (closes && line.sibling) this.openMissing(line.sibling, line);
  }

  private visit(index: number, line: SourceLine): void {
    const token = this.tokens[index];
    if (token?.tokenType === this.open) this.blocks.push({ brace: token, line });
    if (token?.tokenType !== this.close) return;
    const top = this.blocks.at(-1);
    if (top && !this.closesLater(top, line)) this.blocks.pop();
    else this.drop(token);
  }

  /** Whether a block opened on an earlier line has its own `}` below, in its column: this one is another's then. */
  private closesLater(block: OpenBlock, line: SourceLine): boolean {
    const until = block.line.until;
    if (block.line === line || !until || until.first <= line.first) return false;
    return until.indent === block.line.indent && this.tokens[until.first]?.tokenType === this.close;
  }

  private closeMissing(before: number): void {
    const block = this.blocks.pop();
    if (!block) return;
    this.insert(before, this.close, '}');
    this.problems.push(
      problemAt(block.brace, 'unclosed-block', 'This block is never closed. Put a `}` below its last line.'),
    );
  }

  private openMissing(header: SourceLine, closing: SourceLine): void {
    const brace = this.tokens[closing.first];
    let index = this.endOfLine(header.first);
    while (HEADER_GOES_ON.has(this.tokens[index]?.image ?? '')) index = this.endOfLine(index);
    const last = this.tokens[index - 1];
    if (!brace || !last || index >= closing.first) return;
    this.insert(index, this.open, '{');
    this.blocks.push({ brace, line: header });
    const message = `The block that the \`}\` in line ${brace.startLine} closes is never opened. Put a \`{\` at the end of this line.`;
    this.problems.push(problemAt(last, 'unopened-block', message));
  }

  private drop(token: IToken): void {
    this.dropped.add(token);
    this.problems.push(
      problemAt(token, 'extra-brace', 'This `}` closes nothing. Remove it, or open its block with a `{`.'),
    );
  }

  /** Index of the first token behind the line of the token at `index`. */
  private endOfLine(index: number): number {
    const row = this.tokens[index]?.startLine;
    let end = index;
    while (end < this.tokens.length && this.tokens[end]?.startLine === row) end++;
    return end;
  }

  private insert(before: number, tokenType: TokenType, image: string): void {
    const made = this.insertions.get(before) ?? [];
    made.push(tokenWithoutPosition(tokenType, image));
    this.insertions.set(before, made);
  }

  private result(): IToken[] {
    const tokens = this.tokens.flatMap((token, index) => {
      const made = this.insertions.get(index) ?? [];
      return this.dropped.has(token) ? made : [...made, token];
    });
    return [...tokens, ...(this.insertions.get(this.tokens.length) ?? [])];
  }
}
