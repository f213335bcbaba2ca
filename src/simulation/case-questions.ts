/** Conditions of a case that cannot be known: somebody says whether they hold. */
import type { CaseAct, CaseItem, ItemInstance, Question } from '../semantics/index.ts';
import type { CaseMoment } from './case-player.ts';
import type { Choice } from './scenario.ts';

interface Asked {
  readonly item: CaseItem;
  readonly instance: ItemInstance;
  readonly question: Question;
  readonly condition: string;
}

/**
 * What is asked for now, the oldest first: rules, and the conditions of criteria whose events have all occurred; behind these criteria that wait
 * for their condition alone, which wait for data rather than for an answer.
 */
function questionsOf(moment: Pick<CaseMoment, 'look'>): (Asked & { readonly isPressing: boolean })[] {
  const all = moment.look().instances.flatMap(({ item, instance, criteria }) =>
    instance.asks.flatMap((question) => {
      const seen = typeof question === 'number' ? criteria[question] : undefined;
      const condition = typeof question === 'number' ? seen?.criterion.condition : item[question]?.condition;
      const isPressing = typeof question !== 'number' || (seen !== undefined && seen.occurred.length > 0);
      if (seen && !seen.occurred.every(Boolean)) return [];
      return [{ item, instance, question, condition: condition?.text ?? '', isPressing }];
    }),
  );
  return [...all.filter(({ isPressing }) => isPressing), ...all.filter(({ isPressing }) => !isPressing)];
}

/** What somebody has to answer now, the oldest first. */
export function openQuestions(moment: Pick<CaseMoment, 'look'>): readonly Asked[] {
  return questionsOf(moment).filter(({ isPressing }) => isPressing);
}

/** Why a run cannot go on without an answer; undefined: it can. @param later items of which somebody says so later on */
export function openQuestion(
  moment: Pick<CaseMoment, 'look'>,
  later: ReadonlySet<string>,
): { readonly message: string; readonly possible: readonly string[] } | undefined {
  const first = openQuestions(moment).find(({ item }) => !later.has(item.id) && !later.has(''));
  if (!first) return undefined;
  const { item, condition } = first;
  return {
    message: `Whether \`${condition}\` holds for ${item.name ? `"${item.name}" (${item.id})` : item.id} cannot be known: set what it reads, or say \`choose ${item.id} true\`.`,
    possible: [`choose ${item.id} true`, `choose ${item.id} false`],
  };
}

/** The act by which somebody says whether a condition holds. @param number which of several questions that are meant, the oldest first */
export function answerOf(
  moment: Pick<CaseMoment, 'look'>,
  choice: Choice,
  number: number,
): { readonly act?: CaseAct; readonly message?: string; readonly possible: readonly string[] } {
  const open = questionsOf(moment);
  const possible = [...new Set(open.map(({ item }) => item.id))].sort();
  const found = open.filter(({ item }) => choice.element === undefined || item.id === choice.element)[number - 1];
  if (!found || !('holds' in choice))
    return { message: `Nobody asks whether something holds for ${choice.element ?? 'anything'}.`, possible };
  const { instance, question, item } = found;
  const { holds } = choice;
  if (typeof question !== 'number') return { act: { do: 'choose', at: instance.id, rule: question, holds }, possible };
  const criterion = item.criteria[question]?.id ?? '';
  return { act: { do: 'choose', at: instance.id, criterion, holds }, possible };
}
