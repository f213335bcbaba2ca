import { type IToken, LLkLookaheadStrategy } from 'chevrotain';

type OptionalOptions = Parameters<InstanceType<typeof LLkLookaheadStrategy>['buildLookaheadForOptional']>[0];

type AmbiguityCheck = InstanceType<typeof LLkLookaheadStrategy>['validateAmbiguousAlternationAlternatives'];
type AmbiguityOptions = Parameters<AmbiguityCheck>;
type Ambiguities = ReturnType<AmbiguityCheck>;

/** Reads tokens ahead; the parser is one. */
interface TokenReader {
  LA(distance: number): IToken;
}

/** Words that go on with a rule, but open a statement of their own if one of the tokens stands behind them. */
interface Opening {
  readonly rule: string;
  readonly words: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
}

/** Langium ends the names of its rules with a zero-width space. */
const RULE_MARK = '\u200B';

const openings: readonly Opening[] = [
  // `start on message M or signal S`, but `start on message M` and then the gateway `or "Which?" {`.
  { rule: 'Triggers', words: new Set(['or']), before: new Set(['ID', 'STRING', '{', 'with', '@']) },
  // `import "…" "…" namespace "…"`, but `import "…" "…"` and then the header `namespace p "…"`.
  { rule: 'Import', words: new Set(['namespace']), before: new Set(['ID']) },
  // `join as or`, but a half-typed `join as` and then a gateway.
  { rule: 'Join', words: new Set(['xor', 'or', 'parallel', 'complex']), before: new Set(['STRING', '{']) },
];

/**
 * LL(2) at the end of a rule too. There Chevrotain decides by one word whether the rule goes on, since it does not look at what may
 * follow the rule; where that word may open the next statement as well, the word behind it decides here.
 */
export class ProcedoLookahead extends LLkLookaheadStrategy {
  /** The brace of a case is a brace too; that is no ambiguity, as the rule that takes it alone comes first. */
  override validateAmbiguousAlternationAlternatives(...[rules, maxLookahead]: AmbiguityOptions): Ambiguities {
    const found = super.validateAmbiguousAlternationAlternatives(rules, maxLookahead);
    return found.filter(({ message }) => !message.includes('<CASE_OPEN'));
  }

  override buildLookaheadForOptional(options: OptionalOptions): () => boolean {
    const goesOn = super.buildLookaheadForOptional(options);
    const opening = openings.find(({ rule }) => rule === options.rule.name.replace(RULE_MARK, ''));
    if (!opening) return goesOn;
    return function (this: TokenReader): boolean {
      return goesOn.call(this) && !(opening.words.has(this.LA(1).tokenType.name) && stands(opening, this.LA(2)));
    };
  }
}

function stands({ before }: Opening, { tokenType }: IToken): boolean {
  return before.has(tokenType.name) || (tokenType.CATEGORIES ?? []).some((category) => before.has(category.name));
}
