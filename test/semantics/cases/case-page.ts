/** Pages of cases: a sentence of the standard or of docs/semantics.md, a case in the language, and what is done and what stands where, a line each. */
import { compileCases } from '../../../src/mapping/index.ts';
import { buildCasePlan, type CasePlan, type CaseState, noCases, stepCase } from '../../../src/semantics/index.ts';
import { readText } from '../../language/read-text.ts';
import { parseText } from '../../mapping/text.ts';
import { actOf, standing } from './played-case.ts';

export interface CaseBehaviour {
  readonly title: string;
  readonly text: string;
  readonly lines: readonly string[];
}

/** Reads a page: `## sentence`, a fenced text, and lines such as `- complete check : check completed, pay active`. */
export function readCasePage(page: string): CaseBehaviour[] {
  return page
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [, title = '', text = '', lines = ''] = /^(.*)\n.*?```procedo\n(.*?)```(.*)$/s.exec(part) ?? [];
      return { title, text, lines: [...lines.matchAll(/^- (.*)$/gm)].map(([, line]) => line ?? '') };
    });
}

/** @throws Error where the text has a mistake */
export async function casePlanOf(text: string): Promise<CasePlan> {
  const { problems } = await readText(text);
  const mistakes = problems.filter(({ severity }) => severity === 'error');
  if (mistakes.length > 0) throw new Error(mistakes.map(({ message }) => message).join('\n'));
  return buildCasePlan([compileCases(await parseText(text)).value.definitions]);
}

/**
 * Does what the lines say: `open`, or `open a 1 b true` with variables, then acts as `played` knows them. Behind ` : ` the states of items, all
 * instances of each that is named, the oldest first; `refused`: the act is not possible.
 * @returns the lines as they came out; the same if all is as it should be
 */
export function play(plan: CasePlan, lines: readonly string[]): string[] {
  let state = noCases;
  return lines.map((line) => {
    const [act = '', seen = ''] = line.split(' : ');
    const step = stepCase(plan, state, actFrom(plan, state, act), { unknown: 'false', traced: false });
    state = step.state;
    const states = seen.replace(/^refused; /, '');
    const found =
      states === '' ? '' : ` : ${step.refused === undefined ? '' : 'refused; '}${named(plan, state, states)}`;
    return `${act}${found}`;
  });
}

function actFrom(plan: CasePlan, state: CaseState, text: string): Parameters<typeof stepCase>[2] {
  const [verb, ...words] = text.split(' ');
  if (verb !== 'open') return actOf(plan, state, text);
  const names = words.flatMap((word, at) =>
    at % 2 === 0 ? [[word, JSON.parse(words[at + 1] ?? 'null')] as const] : [],
  );
  return { do: 'open', case: plan.items[plan.cases[0] ?? -1]?.id ?? '', set: Object.fromEntries(names) };
}

/** The standing of the items that are named, in the order in which they are. */
function named(plan: CasePlan, state: CaseState, states: string): string {
  const all = standing(plan, state).split(', ');
  const ids = new Set(states.split(', ').map((each) => each.split(' ')[0]));
  const found = [...ids].flatMap((id) => {
    const own = all.filter((each) => each.startsWith(`${id} `));
    return own.length > 0 ? own : [`${id} none`];
  });
  return found.join(', ');
}
