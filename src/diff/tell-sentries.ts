/** Sentences on the criteria of plan items: by what they are entered and left. */
import { is, type ModelElement } from '../model/index.ts';
import type { Told } from './change.ts';
import type { Difference } from './compare.ts';
import { sentryText } from './describe-cases.ts';
import { itemOf } from './items.ts';
import type { Pairs } from './pairs.ts';
import { changed, sentenceCase, the, titleOf } from './words.ts';

/** Everything inside a sentry, the sentry itself, and which sentry a criterion has. */
export function isOfSentry(difference: Difference): boolean {
  const { before, name } = difference;
  if (name === 'sentryRef') return true;
  const part = partOf(difference, 'elementsTo') ?? partOf(difference, 'elementsFrom');
  if (is(part, 'cmmn:Sentry') || is(part, 'cmmn:Criterion')) return true;
  for (let one: ModelElement | undefined = before; one; one = one.$parent) if (is(one, 'cmmn:Sentry')) return true;
  return false;
}

function partOf(difference: Difference, side: 'elementsFrom' | 'elementsTo'): ModelElement | undefined {
  return difference.what === 'part' ? difference[side]?.[0] : undefined;
}

/** By each sentry the criteria that it stands for. */
type Users = ReadonlyMap<ModelElement, readonly ModelElement[]>;

export function usersOfSentries(elements: Iterable<ModelElement>): Users {
  const users = new Map<ModelElement, ModelElement[]>();
  for (const element of elements) {
    if (!is(element, 'cmmn:Criterion') || !element.sentryRef) continue;
    users.set(element.sentryRef, [...(users.get(element.sentryRef) ?? []), element]);
  }
  return users;
}

/** What a difference says of criteria: a sentence for each that waits for something else now. None: its words are the same. */
export function tellSentry(difference: Difference, pairs: Pairs, users: { before: Users; after: Users }): Told[] {
  const { before, after } = difference;
  const [gone, come] = [partOf(difference, 'elementsFrom'), partOf(difference, 'elementsTo')];
  if (is(come, 'cmmn:Criterion'))
    return [
      {
        ...criterion(come, `added: ${sentryText(come.sentryRef)}`),
        to: sentryText(come.sentryRef),
        before: [before],
        after: [after],
      },
    ];
  if (is(gone, 'cmmn:Criterion'))
    return [
      {
        ...criterion(gone, `removed: ${sentryText(gone.sentryRef)}`),
        from: sentryText(gone.sentryRef),
        before: [before],
        after: [after],
      },
    ];
  const [old, now] = [sentryAround(gone ?? before), sentryAround(come ?? after)];
  const criteria = [...(now ? (users.after.get(now) ?? []) : []), ...(is(after, 'cmmn:Criterion') ? [after] : [])];
  const olds = old ? (users.before.get(old) ?? []) : [];
  const found = [...criteria, ...olds.flatMap((one) => pairs.afterOf.get(one) ?? [])];
  return [...new Set(found)].flatMap((one) => tellCriterion(one, pairs.beforeOf.get(one)));
}

function tellCriterion(after: ModelElement, before: ModelElement | undefined): Told[] {
  if (!is(after, 'cmmn:Criterion') || !is(before, 'cmmn:Criterion')) return [];
  const [from, to] = [sentryText(before.sentryRef), sentryText(after.sentryRef)];
  if (from === to) return [];
  return [{ ...criterion(after, changed(from, to)), from, to, before: [itemOf(before)], after: [itemOf(after)] }];
}

function criterion(element: ModelElement, words: string): Pick<Told, 'kind' | 'sentence'> {
  const kind = is(element, 'cmmn:EntryCriterion') ? 'entry criterion' : 'exit criterion';
  const name = titleOf(element) === '' ? '' : ` "${titleOf(element)}"`;
  return { kind: 'sentry', sentence: `${sentenceCase(kind)}${name} of ${the(itemOf(element))} ${words}.` };
}

function sentryAround(element: ModelElement): ModelElement | undefined {
  for (let one: ModelElement | undefined = element; one; one = one.$parent) if (is(one, 'cmmn:Sentry')) return one;
  return undefined;
}

/** Whether it is a sentry that came or went with a criterion, which tells of it. */
export function isToldByCriterion(
  { what, elementsFrom, elementsTo }: Difference,
  users: { before: Users; after: Users },
): boolean {
  const sentry = elementsTo?.[0] ?? elementsFrom?.[0];
  return what === 'part' && is(sentry, 'cmmn:Sentry') && (users.before.has(sentry) || users.after.has(sentry));
}
