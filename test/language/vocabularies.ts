import { type IProduction, NonTerminal, type Rule, Terminal } from 'chevrotain';

type Rules = Readonly<Record<string, Rule>>;

/** The rules of the grammar by the two halves of the language. */
export interface HalvesOfGrammar {
  /** All that a file holds; a case as its first word alone. */
  readonly processes: Rules;
  /** What a case holds, itself included. */
  readonly cases: Rules;
}

/** Langium ends the names of its rules with a zero-width space. */
const MARK = '\u200B';
const CASE = `Case${MARK}`;
/** The block of a damaged case. */
const STRAY_CASE = `StrayCaseBlock${MARK}`;

/** Divides the rules at that of a case. */
export function halvesOf(rules: Rules): HalvesOfGrammar {
  const opening = rules[CASE];
  if (!opening) throw new Error('The grammar has no cases.');
  const firstWord = opening.definition.findIndex((item) => item instanceof Terminal);
  const cut = (rule: Rule | undefined, end: number): Rule =>
    Object.assign(Object.create(Object.getPrototypeOf(opening)), rule, { definition: rule?.definition.slice(0, end) });
  const outside = { ...rules, [CASE]: cut(opening, firstWord + 1), [STRAY_CASE]: cut(rules[STRAY_CASE], 0) };
  return {
    processes: reachable(outside, `Model${MARK}`),
    cases: reachable(rules, CASE),
  };
}

function reachable(rules: Rules, from: string): Rules {
  const found: Record<string, Rule> = {};
  const visit = (name: string): void => {
    const rule = rules[name];
    if (!rule || found[name]) return;
    found[name] = rule;
    for (const item of itemsIn(rule.definition)) if (item instanceof NonTerminal) visit(item.nonTerminalName);
  };
  visit(from);
  return found;
}

/** The keywords of some rules. */
export function keywordsOf(rules: Rules): Set<string> {
  const names = Object.values(rules).flatMap((rule) =>
    [...itemsIn(rule.definition)].flatMap((item) => (item instanceof Terminal ? [item.terminalType.name] : [])),
  );
  return new Set(names.filter((name) => /^[a-z][a-z-]*$/.test(name)));
}

function* itemsIn(items: readonly IProduction[]): Iterable<IProduction> {
  for (const item of items) {
    yield item;
    if (!(item instanceof NonTerminal) && 'definition' in item && Array.isArray(item.definition))
      yield* itemsIn(item.definition);
  }
}
