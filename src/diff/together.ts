/** The same said of many elements is said once. */
import type { ModelElement } from '../model/index.ts';
import type { Told } from './change.ts';
import { isConnection } from './items.ts';
import { kindOf, listed, plural, sentenceCase, short, theLine } from './words.ts';

/** So many elements with the same change are told in one sentence. */
const MANY = 3;

/**
 * Changes in their order, where those that say the same of elements of a kind under one heading are one, in the place of the first.
 * @param headingOf the heading under which an element is told
 */
export function together(changes: readonly Told[], headingOf: (element: ModelElement) => string): Told[] {
  const groups = Map.groupBy(changes, (told) => {
    const [element] = subjectsOf(told);
    return told.statement === undefined || !element
      ? told
      : `${told.kind} ${kindOf(element)} ${headingOf(element)} ${told.statement}`;
  });
  return [...groups.values()].flatMap((group) => {
    const elements = [...new Set(group.flatMap((told) => subjectsOf(told)[0] ?? []))];
    return elements.length < MANY ? group : joined(group, elements);
  });
}

/** What is told of: in the model after, if it is there. */
function subjectsOf({ before, after }: Told): readonly ModelElement[] {
  return after.length > 0 ? after : before;
}

function joined(group: readonly Told[], elements: readonly ModelElement[]): Told[] {
  const [first] = group;
  if (!first) return [];
  const { kind, statement = '', from, to } = first;
  const [element] = elements;
  const noun = element ? plural(kindOf(element)) : '';
  const sentence = `${sentenceCase(noun)} ${listed(elements.map(named))}${statement}.`;
  return [
    {
      kind,
      sentence,
      from,
      to,
      before: group.flatMap(({ before }) => before),
      after: group.flatMap(({ after }) => after),
    },
  ];
}

/** An element behind the word for all of them, which need not be said again. */
function named(element: ModelElement): string {
  const name = isConnection(element) ? theLine(element, '') : short(element);
  const kind = `${kindOf(element)} `;
  return name.startsWith(kind) ? name.slice(kind.length) : name;
}
