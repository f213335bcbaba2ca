/** Conditions of a case that cannot be known: somebody says whether they hold. */
import type { CaseAct, CaseItem, ItemInstance, Question } from '../semantics/index.ts';
import type { CasePlayer } from './case-player.ts';
import type { Choice } from './scenario.ts';

interface Asked {
  readonly item: CaseItem;
  readonly instance: ItemInstance;
  readonly question: Question;
  readonly condition: string;
}

/**
 * What is asked for now, the oldest first: rules, and the conditions of criteria whose events have all occurred. A criterion that waits for its
 * condition alone waits for data, not for an answer.
 */
function questionsOf(player: CasePlayer): Asked[] {
  return player.look().instances.flatMap(({ item, instance, criteria }) =>
    instance.asks.flatMap((question) => {
      const seen = typeof question === 'number' ? criteria[question] : undefined;
      if (typeof question === 'number' && !(seen && seen.occurred.length > 0 && seen.occurred.every(Boolean)))
        return [];
      const condition = typeof question === 'number' ? seen?.criterion.condition : item[question]?.condition;
      return [{ item, instance, question, condition: condition?.text ?? '' }];
    }),
  );
}

/** Why a run cannot go on without an answer; undefined: it can. @param later items of which somebody says so later on */
export function openQuestion(
  player: CasePlayer,
  later: ReadonlySet<string>,
): { readonly message: string; readonly possible: readonly string[] } | undefined {
  const first = questionsOf(player).find(({ item }) => !later.has(item.id) && !later.has(''));
  if (!first) return undefined;
  const { item, condition } = first;
  return {
    message: `Whether \`${condition}\` holds for ${item.name ? `"${item.name}" (${item.id})` : item.id} cannot be known: set what it reads, or say \`choose ${item.id} true\`.`,
    possible: [`choose ${item.id} true`, `choose ${item.id} false`],
  };
}

/** The act by which somebody says whether a condition holds. */
export function answerOf(
  player: CasePlayer,
  choice: Choice,
): { readonly act?: CaseAct; readonly message?: string; readonly possible: readonly string[] } {
  const open = questionsOf(player);
  const possible = [...new Set(open.map(({ item }) => item.id))].sort();
  const found = open.find(({ item }) => choice.element === undefined || item.id === choice.element);
  if (!found || !('holds' in choice))
    return { message: `Nobody asks whether something holds for ${choice.element ?? 'anything'}.`, possible };
  const { instance, question, item } = found;
  const { holds } = choice;
  if (typeof question !== 'number') return { act: { do: 'choose', at: instance.id, rule: question, holds }, possible };
  const criterion = item.criteria[question]?.id ?? '';
  return { act: { do: 'choose', at: instance.id, criterion, holds }, possible };
}
