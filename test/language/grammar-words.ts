import {
  Alternation,
  type IProduction,
  NonTerminal,
  Option,
  RepetitionMandatory,
  type Rule,
  Terminal,
} from 'chevrotain';

/** Names of the tokens that may come first, and whether nothing may come at all. */
interface First {
  readonly tokens: Set<string>;
  nullable: boolean;
}

/**
 * The keywords that can stand where an id can stand too, computed from the parser's rules: at each place of each rule, what
 * may come next (first sets, and follow sets where the rest of the rule may be empty) holds `ID` and the keyword.
 */
export function wordsBesideIds(rules: Readonly<Record<string, Rule>>): Set<string> {
  const sets = new GrammarSets(Object.values(rules));
  const reserved = new Set<string>();
  for (const next of sets.places()) {
    if (!next.has('ID')) continue;
    for (const token of next) if (/^[a-z][a-z-]*$/.test(token)) reserved.add(token);
  }
  return reserved;
}

/** First and follow sets of a grammar, by fixpoint. */
class GrammarSets {
  private readonly rules: readonly Rule[];
  private readonly first = new Map<string, First>();
  private readonly follow = new Map<string, Set<string>>();
  private changed = true;

  constructor(rules: readonly Rule[]) {
    this.rules = rules;
    for (const rule of rules) {
      this.first.set(rule.name, { tokens: new Set(), nullable: false });
      this.follow.set(rule.name, new Set());
    }
    while (this.changed) {
      this.changed = false;
      for (const rule of rules) this.improve(rule);
    }
  }

  /** What may come next, at every place of every rule. */
  *places(): Iterable<ReadonlySet<string>> {
    for (const rule of this.rules) yield* this.walk(rule.definition, this.followOf(rule.name));
  }

  private followOf(rule: string): Set<string> {
    return this.follow.get(rule) ?? new Set();
  }

  private improve(rule: Rule): void {
    const first = this.firstOf(rule.definition);
    const known = this.first.get(rule.name);
    if (!known) return;
    this.changed = addAll(known.tokens, first.tokens) || this.changed;
    if (first.nullable && !known.nullable) {
      known.nullable = true;
      this.changed = true;
    }
    for (const _ of this.walk(rule.definition, this.followOf(rule.name)));
  }

  /** Yields what may come at each place of a sequence that `after` follows, and notes what follows the rules that it calls. */
  private *walk(sequence: readonly IProduction[], after: ReadonlySet<string>): Iterable<ReadonlySet<string>> {
    for (const [index, item] of sequence.entries()) {
      yield this.next(sequence.slice(index), after);
      const rest = this.next(sequence.slice(index + 1), after);
      yield* this.inside(item, rest);
    }
    yield after;
  }

  private *inside(item: IProduction, rest: ReadonlySet<string>): Iterable<ReadonlySet<string>> {
    if (item instanceof NonTerminal) {
      this.changed = addAll(this.followOf(item.nonTerminalName), rest) || this.changed;
    } else if (item instanceof Alternation) {
      for (const alternative of definitionOf(item)) yield* this.walk(definitionOf(alternative), rest);
    } else if (!(item instanceof Terminal)) {
      const inner = definitionOf(item);
      yield* this.walk(inner, item instanceof Option ? rest : new Set([...rest, ...this.firstOf(inner).tokens]));
    }
  }

  private next(sequence: readonly IProduction[], after: ReadonlySet<string>): ReadonlySet<string> {
    const first = this.firstOf(sequence);
    return first.nullable ? new Set([...first.tokens, ...after]) : first.tokens;
  }

  private firstOf(sequence: readonly IProduction[]): First {
    const result: First = { tokens: new Set(), nullable: true };
    for (const item of sequence) {
      const first = this.firstOfItem(item);
      addAll(result.tokens, first.tokens);
      if (!first.nullable) return { tokens: result.tokens, nullable: false };
    }
    return result;
  }

  private firstOfItem(item: IProduction): First {
    if (item instanceof Terminal) return { tokens: new Set([item.terminalType.name]), nullable: false };
    if (item instanceof NonTerminal)
      return this.first.get(item.nonTerminalName) ?? { tokens: new Set(), nullable: false };
    if (item instanceof Alternation) {
      const all = definitionOf(item).map((alternative) => this.firstOf(definitionOf(alternative)));
      return { tokens: new Set(all.flatMap((one) => [...one.tokens])), nullable: all.some((one) => one.nullable) };
    }
    const inner = this.firstOf(definitionOf(item));
    return { tokens: inner.tokens, nullable: inner.nullable || !(item instanceof RepetitionMandatory) };
  }
}

/** What an item is made of; of an alternation: its alternatives, each made of items in turn. */
function definitionOf(item: IProduction): readonly IProduction[] {
  return 'definition' in item && Array.isArray(item.definition) ? item.definition : [];
}

function addAll(target: Set<string>, more: ReadonlySet<string>): boolean {
  const before = target.size;
  for (const one of more) target.add(one);
  return target.size > before;
}
