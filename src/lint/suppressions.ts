/**
 * Comments that take findings away, the same in text and in XML:
 *
 *     lint-disable-next-line RULE… -- reason     on the line below, or on this one with lint-disable-line
 *     lint-disable RULE… -- reason               from here to lint-enable, or to the end
 *     lint-disable RULE… ELEMENT… -- reason      on these elements, wherever they stand
 *     lint-disable-file RULE… -- reason          in all of the file
 *
 * A rule is called by its name, its id, or what another tool calls it. The reason may also stand behind a colon: XML allows
 * no `--` in a comment.
 */
import { comparePositions, type Position, type Range } from '../base/range.ts';
import type { SourceComment } from '../base/source-comment.ts';

/** What can be suppressed: what goes by the id of a rule, and has a place. */
export interface Suppressible {
  readonly rule: { readonly id: string };
  readonly element: string | undefined;
  readonly range: Range | undefined;
}

/** What the comments of one document have to do with. */
export interface SuppressionContext {
  /** Ids of the rules that a word stands for; none if it is no rule. */
  readonly idsOfRule: (word: string) => readonly string[];
  /** Whether a rule is on: one that is off finds nothing, so its suppression may well have its use. */
  readonly isOn: (id: string) => boolean;
  readonly isElement: (id: string) => boolean;
}

export const directives = [
  'lint-disable-next-line',
  'lint-disable-line',
  'lint-disable',
  'lint-enable',
  'lint-disable-file',
] as const;
type Directive = (typeof directives)[number];

/** A comment that suppresses, and what came of it. */
export interface Suppression {
  /** Of the comment. */
  readonly range: Range;
  /** As written: one that is none of the directives does nothing. */
  readonly directive: string;
  /** The rules named, as they are written. */
  readonly rules: readonly string[];
  /** Words that are neither a rule nor an element. */
  readonly unknown: readonly string[];
  readonly reason: string | undefined;
  /** Of its rules those that are on and had nothing to suppress. */
  readonly unused: readonly string[];
}

export interface Suppressed<F extends Suppressible> {
  /** The findings that no comment takes away, in their order. */
  readonly left: F[];
  readonly suppressions: Suppression[];
}

/** Where one rule of one comment holds. */
interface Scope {
  readonly holds: (finding: Suppressible) => boolean;
  isUsed: boolean;
}

/** A comment on its way to a suppression: the scopes of its rules by the words for them. */
interface Open {
  readonly comment: SourceComment;
  readonly directive: string;
  readonly rules: readonly string[];
  readonly elements: ReadonlySet<string>;
  readonly unknown: readonly string[];
  readonly reason: string | undefined;
  readonly scopes: Map<string, Scope>;
}

/** What the comments leave of the findings. */
export function suppress<F extends Suppressible>(
  findings: readonly F[],
  comments: readonly SourceComment[],
  context: SuppressionContext,
): Suppressed<F> {
  const open = comments.flatMap((comment) => read(comment, context) ?? []);
  const byRule = scopesByRule(open, context);
  const left = findings.filter((finding) => {
    const holding = byRule.get(finding.rule.id)?.filter(({ holds }) => holds(finding)) ?? [];
    for (const scope of holding) scope.isUsed = true;
    return holding.length === 0;
  });
  const isJudged = (word: string) => context.idsOfRule(word).some(context.isOn);
  const suppressions = open.map(({ comment: { range }, directive, rules, unknown, reason, scopes }) => {
    const unused = rules.filter((word) => scopes.get(word)?.isUsed === false && isJudged(word));
    return { range, directive, rules, unknown, reason, unused };
  });
  return { left, suppressions };
}

/** Everything behind the directive up to the reason is rules and elements; undefined for any other comment. */
function read(comment: SourceComment, { idsOfRule, isElement }: SuppressionContext): Open | undefined {
  if (!/^lint-(dis|en)able/.test(comment.text)) return undefined;
  const [head = '', reason = ''] = splitOnce(comment.text, /\s--(?!\S)|:(?!\S)/);
  const [directive = '', ...words] = head.split(/[\s,]+/).filter(Boolean);
  const rules = [...new Set(words.filter((word) => idsOfRule(word).length > 0))];
  const others = words.filter((word) => !rules.includes(word));
  const elements = new Set(directive === 'lint-disable' ? others.filter(isElement) : []);
  const unknown = others.filter((word) => !elements.has(word));
  return { comment, directive, rules, elements, unknown, reason: reason.trim() || undefined, scopes: new Map() };
}

function splitOnce(text: string, separator: RegExp): [string, string?] {
  const found = separator.exec(text);
  return found ? [text.slice(0, found.index), text.slice(found.index + found[0].length)] : [text];
}

/** Gives each rule of each comment its scope, and lists these by the ids of rules. */
function scopesByRule(open: readonly Open[], { idsOfRule }: SuppressionContext): Map<string, Scope[]> {
  const byRule = new Map<string, Scope[]>();
  const enabling = open.filter(({ directive }) => directive === 'lint-enable');
  const beginnings = new Set(open.map(({ comment }) => comment.range.start.line));
  for (const one of open) {
    for (const word of one.rules) {
      const ids = idsOfRule(word);
      const holds = scopeOf(one, beginnings, () => endOf(ids, one.comment.range.start, enabling, idsOfRule));
      if (!holds) continue;
      const scope = { holds, isUsed: false };
      one.scopes.set(word, scope);
      for (const id of ids) {
        const scopes = byRule.get(id);
        if (scopes) scopes.push(scope);
        else byRule.set(id, [scope]);
      }
    }
  }
  return byRule;
}

function scopeOf(
  { comment: { range }, directive, elements }: Open,
  beginnings: ReadonlySet<number>,
  end: () => Position | undefined,
): Scope['holds'] | undefined {
  switch (directive as Directive) {
    case 'lint-disable-file':
      return () => true;
    case 'lint-disable-line':
      return onLine(range.start.line);
    case 'lint-disable-next-line': {
      // Several such comments may stand below each other, above the one line that all mean.
      let line = range.end.line + 1;
      while (beginnings.has(line)) line += 1;
      return onLine(line);
    }
    case 'lint-disable': {
      if (elements.size > 0) return ({ element }) => element !== undefined && elements.has(element);
      return between(range.start, end());
    }
    default:
      return undefined;
  }
}

/** What begins or ends there: the tag of an XML element may go over several lines. */
function onLine(line: number): Scope['holds'] {
  return ({ range }) => range?.start.line === line || range?.end.line === line;
}

function between(start: Position, end: Position | undefined): Scope['holds'] {
  return ({ range }) =>
    range !== undefined &&
    comparePositions(start, range.start) <= 0 &&
    (end === undefined || comparePositions(range.start, end) < 0);
}

/** Where rules are enabled again: by one of their names, or all rules at once. */
function endOf(
  ids: readonly string[],
  start: Position,
  enabling: readonly Open[],
  idsOfRule: SuppressionContext['idsOfRule'],
): Position | undefined {
  const namesOne = (rules: readonly string[]) => rules.some((rule) => idsOfRule(rule).some((id) => ids.includes(id)));
  const end = enabling.find(
    ({ comment: { range }, rules, unknown }) =>
      comparePositions(start, range.start) < 0 && (rules.length + unknown.length === 0 || namesOne(rules)),
  );
  return end?.comment.range.start;
}
