/** Items of a case: clauses and blocks that do not fit them, and places where they may not stand. */
import { type AstNode, type CstNode, GrammarUtils } from 'langium';
import {
  isBy,
  isCase,
  isDetail,
  isDiscretionary,
  isFileItem,
  isPlanItem,
  isRole,
  isRuns,
  isStrayFlow,
  isUnknownItem,
  type PlanItem,
} from '../../generated/ast.ts';
import { idOf } from '../../ids.ts';
import { quotedId } from '../../quoted-id.ts';
import { insertFirst, insertLast } from '../../statement-edits.ts';
import { hasClause, refusalOf, wordOf } from '../../validation/plan-clauses.ts';
import { removeDetail } from './detail-fixes.ts';
import { type Fix, type ProblemPlace, preferred, shown } from './fix.ts';

function kindNode(item: PlanItem | undefined): CstNode | undefined {
  return GrammarUtils.findNodeForProperty(item?.$cstNode, 'kind');
}

function makeKind(place: ProblemPlace, item: PlanItem | undefined, kind: PlanItem['kind'], isPreferred = true): Fix[] {
  const word = kindNode(item);
  const fits = item?.clauses.every((clause) => refusalOf({ ...item, kind }, wordOf(clause)) === undefined);
  return word && fits
    ? [{ title: `Make it a \`${kind}\``, edits: [place.replace(word, kind)], preferred: isPreferred }]
    : [];
}

function removal(place: ProblemPlace, node: CstNode | undefined, isPreferred = true): Fix[] {
  return node ? [{ title: `Remove ${shown(node.text)}`, edits: [place.remove(node)], preferred: isPreferred }] : [];
}

/** The kinds that run something, by what they run. */
const RUNNING: Readonly<Record<string, PlanItem['kind']>> = { Process: 'process', Case: 'case', Decision: 'decision' };

/** A clause that this kind of item, or a case, does not have: without it, or another kind. */
export function fixPlanClause(place: ProblemPlace): Fix[] {
  const node = place.leaf?.astNode;
  if (isDetail(node)) return removeDetail(place);
  const item = place.around(isPlanItem);
  if (isBy(node) && item?.kind === 'human' && node.roles.length > 1) {
    const roles = GrammarUtils.findNodesForProperty(node.$cstNode, 'roles');
    const [first, last] = [roles[0], roles.at(-1)];
    return first && last
      ? preferred(`Keep \`${first.text}\` alone`, place.replace({ offset: first.end, end: last.end }, ''))
      : [];
  }
  const kind = isRuns(node) ? RUNNING[node.runs?.ref?.$type ?? ''] : undefined;
  const others = kind ? makeKind(place, item, kind) : [];
  const flag = item && hasClause(item, 'non-blocking') ? blockingAgain(place, item) : [];
  return [...others, ...removal(place, node?.$cstNode, others.length === 0), ...flag];
}

/** The flag `non-blocking`, where what stands beside it needs the task's end. */
function blockingAgain(place: ProblemPlace, item: PlanItem): Fix[] {
  const flag = item.clauses.find((clause) => wordOf(clause) === 'non-blocking');
  return removal(place, flag?.$cstNode, false);
}

/** A block behind an item that has none. */
export function fixPlanBlock(place: ProblemPlace): Fix[] {
  if (isDetail(place.leaf?.astNode)) return removeDetail(place);
  const item = place.around(isPlanItem);
  if (item?.kind === 'human') return blockingAgain(place, item).map((fix) => ({ ...fix, preferred: true }));
  return makeKind(place, item, 'stage');
}

/** What may not stand in this block of a case: its own place, or the word that makes it fit. */
export function fixMisplacedItem(place: ProblemPlace): Fix[] {
  const node = place.leaf?.astNode;
  const file = node?.$container?.$container;
  if (isPlanItem(node) && !isFileItem(file)) return preferred('Write `discretionary` before it', insertPrefix(place));
  const body = place.around(isCase)?.body;
  if (!node?.$cstNode || !body) return [];
  const text = place.unindented(node.$cstNode);
  const isDeclared = isRole(node) || isFileItem(node);
  const edit = isDeclared ? insertFirst(place, body, text) : insertLast(place, body, text);
  return edit ? preferred('Move it to the case itself', edit, place.remove(node.$cstNode)) : [];
}

function insertPrefix(place: ProblemPlace) {
  return place.insert(place.offset, 'discretionary ');
}

/** A fragment that nobody may add, or something that is nothing to be added. */
export function fixDiscretionary(place: ProblemPlace): Fix[] {
  const node = place.leaf?.astNode;
  if (isDiscretionary(node)) return removal(place, node.$cstNode);
  const item = place.around(isPlanItem);
  return [
    ...preferred('Write `discretionary` before it', insertPrefix(place)),
    ...makeKind(place, item, 'stage', false),
  ];
}

/** An arrow: what it leads to waits for what it leaves. A word of a flow goes. */
export function fixArrow(place: ProblemPlace): Fix[] {
  const flow = place.around(isStrayFlow);
  const word = place.leaf?.astNode;
  if (isUnknownItem(word)) return word.body ? [] : removal(place, word.$cstNode);
  if (!flow?.$cstNode) return [];
  const items = flow.$container.items;
  const source = items[(flow.$containerIndex ?? 0) - 1];
  const target = items.find((item): item is PlanItem => isPlanItem(item) && idOf(item) === flow.target);
  const remove: Fix = { title: 'Remove the arrow', edits: [place.remove(flow.$cstNode)] };
  if (!isPlanItem(source) || !target || source === target || refusalOf(target, 'enter')) return [remove];
  const clause = `enter when ${quotedId(idOf(source), source)} ${DOES[source.kind] ?? 'completes'}`;
  const behind = target.clauses.at(-1)?.$cstNode ?? headEnd(target);
  if (!behind) return [remove];
  const edits = [place.insert(behind.end, ` ${clause}`), place.remove(flow.$cstNode)];
  return [{ title: `Write \`${clause}\` behind \`${flow.target}\``, edits, preferred: true }, remove];
}

/** What an item does when it is over. */
export const DOES: Readonly<Record<string, string>> = {
  milestone: 'occurs',
  timer: 'occurs',
  user: 'occurs',
  event: 'occurs',
};

/** The end of what names an item. */
export function headEnd(item: AstNode): CstNode | undefined {
  return ['label', 'name', 'event', 'kind']
    .map((property) => GrammarUtils.findNodeForProperty(item.$cstNode, property))
    .find((node) => node !== undefined);
}

/** A stage that does not end by itself. */
export function makeAutocomplete(place: ProblemPlace): Fix[] {
  const stage = place.around(isPlanItem);
  const end = stage && headEnd(stage)?.end;
  return end === undefined ? [] : [{ title: 'Make it `autocomplete`', edits: [place.insert(end, ' autocomplete')] }];
}

/** A timer without a time. */
export function writeTimer(place: ProblemPlace): Fix[] {
  const timer = place.around(isPlanItem);
  const end = timer && headEnd(timer)?.end;
  if (end === undefined) return [];
  const times = { after: 'P1D', at: '2030-01-31T09:00:00Z', every: 'R/P1D' };
  return Object.entries(times).map(([word, time]) => ({
    title: `Write a time: \`${word} ${time}\``,
    edits: [place.insert(end, ` ${word} \`${time}\``)],
  }));
}

/** Names that are proposed to a task that runs nothing yet. */
const MOST_NAMES = 3;

/** A task that runs nothing: what there is of its kind. */
export function chooseRun(place: ProblemPlace): Fix[] {
  const item = place.around(isPlanItem);
  const end = item && headEnd(item)?.end;
  const type = Object.keys(RUNNING).find((one) => RUNNING[one] === item?.kind);
  if (end === undefined || !item || !type) return [];
  const all = place.services.shared.workspace.IndexManager.allElements(type).toArray();
  const own = place.around(isCase);
  const names = new Set(all.filter(({ node, path }) => node !== own || path === '').map(({ name }) => name));
  if (own) names.delete(idOf(own));
  if (names.size > MOST_NAMES) return [];
  return [...names].map((name) => ({
    title: `Run \`${name}\``,
    edits: [place.insert(end, ` runs ${quotedId(name, item)}`)],
    preferred: names.size === 1,
  }));
}

/** A task that runs something of another kind: its own kind changes. */
export function fixCalledKind(place: ProblemPlace): Fix[] {
  const node = place.leaf?.astNode;
  const kind = isRuns(node) ? RUNNING[node.runs?.ref?.$type ?? ''] : undefined;
  return kind ? makeKind(place, place.around(isPlanItem), kind) : [];
}
