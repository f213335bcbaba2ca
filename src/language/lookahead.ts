import { type IToken, LLkLookaheadStrategy } from 'chevrotain';

type OptionalOptions = Parameters<InstanceType<typeof LLkLookaheadStrategy>['buildLookaheadForOptional']>[0];

/** Reads tokens ahead; the parser is one. */
interface TokenReader {
  LA(distance: number): IToken;
}

/** A word that goes on with a rule, but opens a statement of its own if one of the tokens stands behind it. */
interface Opening {
  readonly rule: string;
  readonly word: string;
  readonly before: ReadonlySet<string>;
}

/** Langium ends the names of its rules with a zero-width space. */
const RULE_MARK = '\u200B';

const openings: readonly Opening[] = [
  // `start on message M or signal S`, but `start on message M` and then the gateway `or "Which?" {`.
  { rule: 'Triggers', word: 'or', before: new Set(['ID', 'STRING', '{', 'with', '@']) },
  // `import "…" "…" namespace "…"`, but `import "…" "…"` and then the header `namespace p "…"`.
  { rule: 'Import', word: 'namespace', before: new Set(['ID']) },
];

/**
 * LL(2) at the end of a rule too. There Chevrotain decides by one word whether the rule goes on, since it does not look at what may
 * follow the rule; where that word may open the next statement as well, the word behind it decides here.
 */
export class ProcedoLookahead extends LLkLookaheadStrategy {
  override buildLookaheadForOptional(options: OptionalOptions): () => boolean {
    const goesOn = super.buildLookaheadForOptional(options);
    const opening = openings.find(({ rule }) => rule === options.rule.name.replace(RULE_MARK, ''));
    if (!opening) return goesOn;
    return function (this: TokenReader): boolean {
      return goesOn.call(this) && !(this.LA(1).tokenType.name === opening.word && stands(opening, this.LA(2)));
    };
  }
}

function stands({ before }: Opening, { tokenType }: IToken): boolean {
  return before.has(tokenType.name) || (tokenType.CATEGORIES ?? []).some((category) => before.has(category.name));
}
