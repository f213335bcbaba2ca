/** A text while it is made: statements with holes for the ids, which are chosen when all of the text is there. */
import type { ModelElement } from '../model/index.ts';

/** Where the text may give an element its id: plain behind its kind, or behind `as`. */
export interface Name {
  readonly element: ModelElement;
  /** What its id is derived from where the text does not write it; undefined: it has one only where it is written. */
  readonly base: string | undefined;
  /** The host of a handler: what the id of one without a label begins with. */
  readonly host?: ModelElement;
  /** A lane, by its label: all that speak of it share one id. */
  readonly lane?: { readonly body: ModelElement; readonly label: string | undefined };
  readonly as?: true;
  /** Words that mean something else there, besides those that are reserved. */
  readonly words?: ReadonlySet<string>;
  /** Whether the base is made of a label; that of the element itself where this is not said. */
  readonly isLabelled?: boolean;
  /** Without a base: the layout file can keep the id, so that one which a tool made is not written; or none but for references. */
  readonly kept?: 'unless-speaking' | 'always';
}

/** An element that the text refers to by its id. */
export interface Reference {
  readonly to: ModelElement;
}

/** A piece of a line; what stands beside each other is parted by a blank. Pieces that are glued are not. */
export type Word = string | { readonly name: Name } | Reference | { readonly glued: readonly Word[] };

/** `key: value`, or `key name "label" { … }`. */
export interface Detail {
  readonly words: readonly Word[];
  /** The id that a child of `with` has in the text, if it has one. */
  readonly element?: ModelElement;
  readonly inside?: readonly Detail[];
  readonly extensions?: readonly Extension[];
}

/** A detail of some words, with a block only where that says something. */
export function detailOf(words: readonly Word[], inside: readonly Detail[], extensions: readonly Extension[]): Detail {
  return inside.length + extensions.length > 0 ? { words, inside, extensions } : { words };
}

/** `@prefix:name(…)` or `@prefix:name = "…"`. */
export interface Extension {
  readonly head: string;
  /** Undefined for an attribute. */
  readonly parts: readonly (string | Extension)[] | undefined;
}

/** One statement: its line, what more it says, its block, and what attaches to it. */
export interface Statement {
  readonly documentation?: string;
  readonly words: readonly Word[];
  /** Lines of their own below it: the criteria of a plan item. */
  readonly clauses?: readonly (readonly Word[])[];
  readonly details?: readonly Detail[];
  readonly extensions?: readonly Extension[];
  readonly block?: readonly Statement[];
  /** The block of a `define`: details without `with` before them. */
  readonly definition?: readonly Detail[];
  /** Jumps, message flows and handlers behind it, in this order. */
  readonly attached?: readonly Statement[];
  /** A blank line before it. */
  readonly apart?: boolean;
  /** Where the statement stands: what attaches may share the line of what it attaches to. */
  readonly kind?: 'jump' | 'association' | 'message' | 'handler' | 'branch';
}

export function isName(word: Word): word is { readonly name: Name } {
  return typeof word !== 'string' && 'name' in word;
}

export function isReference(word: Word): word is Reference {
  return typeof word !== 'string' && 'to' in word;
}

/** Calls with each word of statements, of what is in and behind them and of their details, in the order of the text; with those that are glued one by one. */
export function eachWord(statements: readonly Statement[], use: (word: Word) => void): void {
  for (const { words, clauses, details, definition, block, attached } of statements) {
    wordsIn(words, use);
    for (const clause of clauses ?? []) wordsIn(clause, use);
    if (details) wordsOfDetails(details, use);
    if (definition) wordsOfDetails(definition, use);
    if (block) eachWord(block, use);
    if (attached) eachWord(attached, use);
  }
}

function wordsOfDetails(details: readonly Detail[], use: (word: Word) => void): void {
  for (const { words, inside } of details) {
    wordsIn(words, use);
    if (inside) wordsOfDetails(inside, use);
  }
}

function wordsIn(words: readonly Word[], use: (word: Word) => void): void {
  for (const word of words) {
    if (typeof word !== 'string' && 'glued' in word) wordsIn(word.glued, use);
    else use(word);
  }
}

/** A statement and all in and behind it, in the order of the text. */
export function* statementsIn(statements: readonly Statement[]): Generator<Statement> {
  for (const statement of statements) {
    yield statement;
    yield* statementsIn(statement.block ?? []);
    yield* statementsIn(statement.attached ?? []);
  }
}
