import { type IProduction, NonTerminal, type Rule, Terminal } from 'chevrotain';

type Rules = Readonly<Record<string, Rule>>;

/** The rules of the grammar by the vocabularies of the language. */
export interface PartsOfGrammar {
  /** All that a file holds; a case as its first word alone, and a scenario as its header. */
  readonly processes: Rules;
  /** What a case holds, itself included. */
  readonly cases: Rules;
  /** What the block of a scenario holds. */
  readonly scenarios: Rules;
}

/** Langium ends the names of its rules with a zero-width space. */
const MARK = '\u200B';
const CASE = `Case${MARK}`;
/** The blocks of a damaged case and of a damaged scenario, and of one that is whole. */
const STRAY_CASE = `StrayCaseBlock${MARK}`;
const STRAY_SCENARIO = `StrayScenarioBlock${MARK}`;
const SCENARIO = `ScenarioBlock${MARK}`;

/** Divides the rules at that of a case and at the block of a scenario. */
export function partsOf(rules: Rules): PartsOfGrammar {
  const opening = rules[CASE];
  if (!opening) throw new Error('The grammar has no cases.');
  const firstWord = opening.definition.findIndex((item) => item instanceof Terminal);
  const cut = (rule: Rule | undefined, end: number): Rule =>
    Object.assign(Object.create(Object.getPrototypeOf(opening)), rule, { definition: rule?.definition.slice(0, end) });
  const outside = {
    ...rules,
    [CASE]: cut(opening, firstWord + 1),
    [STRAY_CASE]: cut(rules[STRAY_CASE], 0),
    [STRAY_SCENARIO]: cut(rules[STRAY_SCENARIO], 0),
    [SCENARIO]: cut(rules[SCENARIO], 0),
  };
  return {
    processes: reachable(outside, `Model${MARK}`),
    cases: reachable(rules, CASE),
    scenarios: reachable(rules, SCENARIO),
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
