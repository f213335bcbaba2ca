/** Criteria of cases: transitions, the criterion that is gone through, sentries that are shared. */
import { type AstNode, GrammarUtils } from 'langium';
import { type Detail, isCriterion, isDetail, isOnPart, isPlanItem, type OnPart } from '../../generated/ast.ts';
import { transitionsOf, transitionsOfPart } from '../../transitions.ts';
import { refusalOf } from '../../validation/plan-clauses.ts';
import { type Fix, type ProblemPlace, preferred } from './fix.ts';
import { changeSpelling } from './name-fixes.ts';

/** Of an item's transitions the likeliest are proposed. */
const MOST_VERBS = 5;

/** A transition that the item does not have: one of like spelling, else those that it has. */
export function fixTransition(place: ProblemPlace): Fix[] {
  const spelling = changeSpelling(place);
  const part = place.around(isOnPart);
  if (spelling.length > 0 || !part) return spelling;
  return verbsOf(part).map((verb) => ({
    title: `Change to \`${verb}\``,
    edits: [place.replace(place, verb)],
    preferred: part.transition !== undefined && verb === SAME[part.transition],
  }));
}

/** What is over, in the words of tasks and of milestones. */
const SAME: Readonly<Record<string, string>> = { completes: 'occurs', occurs: 'completes' };

/** An item that does nothing yet. */
export function writeTransition(place: ProblemPlace, part: OnPart): Fix[] {
  const end = part.$cstNode?.end;
  if (end === undefined) return [];
  return verbsOf(part).map((verb) => ({ title: `Write \`${verb}\``, edits: [place.insert(end, ` ${verb}`)] }));
}

function verbsOf(part: OnPart): string[] {
  return transitionsOfPart(part)
    .slice(0, MOST_VERBS)
    .map(({ verb }) => verb);
}

/** `through` with another transition: it was left, or the criterion does not matter. A criterion of another item: its own. */
export function fixThrough(place: ProblemPlace): Fix[] {
  const part = place.around(isOnPart);
  const word = GrammarUtils.findNodeForKeyword(part?.$cstNode, 'through');
  const criterion = GrammarUtils.findNodeForProperty(part?.$cstNode, 'criterion');
  if (!part || !word) return [];
  const remove = place.remove({ offset: word.offset, end: (criterion ?? word).end });
  const transition = GrammarUtils.findNodeForProperty(part.$cstNode, 'transition');
  const hasExit = transitionsOf(part.source.ref).some(({ verb }) => verb === 'exits');
  const change: Fix[] =
    part.transition !== 'exits' && transition && hasExit
      ? preferred('Change to `exits`', place.replace(transition, 'exits'))
      : [];
  const source = part.source.ref;
  const own = isPlanItem(source)
    ? source.clauses.filter(isCriterion).filter(({ kind, name }) => kind === 'exit' && name !== undefined)
    : [];
  const others: Fix[] =
    part.transition === 'exits' && criterion
      ? own.map(({ name }) => ({
          title: `Change to \`${name}\``,
          edits: [place.replace(criterion, name ?? '')],
          preferred: own.length === 1,
        }))
      : [];
  const isOnly = change.length + others.length === 0;
  return [...change, ...others, { title: 'Remove `through`', edits: [remove], preferred: isOnly }];
}

function isSharing(node: AstNode): node is Detail {
  return isDetail(node) && (node.key === 'entryCriterion' || node.key === 'exitCriterion');
}

/** A sentry of another stage: the same said once more here. */
export function writeCriterionOut(place: ProblemPlace): Fix[] {
  const detail = place.around(isSharing);
  const item = detail?.$container;
  const shared = detail?.details.find(({ key }) => key === 'sentryRef')?.value?.ref?.ref;
  const withWord = GrammarUtils.findNodeForKeyword(item?.$cstNode, 'with');
  if (!isPlanItem(item) || !isCriterion(shared) || !withWord || !detail?.$cstNode) return [];
  const word = detail.key === 'entryCriterion' ? 'enter' : 'exit';
  const from = ['whenWord', 'ifWord']
    .map((property) => GrammarUtils.findNodeForProperty(shared.$cstNode, property))
    .find((node) => node !== undefined);
  const end = shared.$cstNode?.end;
  if (!from || end === undefined || refusalOf(item, word)) return [];
  const text = place.document.textDocument.getText().slice(from.offset, end);
  const close = GrammarUtils.findNodesForKeyword(item.$cstNode, '}')[0];
  const isAlone = item.details.length === 1;
  if (isAlone && close && detail.$cstNode.end <= close.offset)
    return preferred('Write it out', place.replace({ offset: withWord.offset, end: close.end }, `${word} ${text}`));
  return preferred('Write it out', place.insert(withWord.offset, `${word} ${text} `), place.remove(detail.$cstNode));
}
