/** Operands that are missing: what usually stands there, or the statement without the word that asks for it. */
import { type AstNode, type CstNode, CstUtils, GrammarUtils } from 'langium';
import { type Event, type Handler, isCriterion, isEvent, isHandler, isOnPart } from '../../generated/ast.ts';
import { blockText } from '../../statement-edits.ts';
import { writeTransition } from './criterion-fixes.ts';
import { removeMapping } from './detail-fixes.ts';
import { type Fix, type ProblemPlace, preferred, shown } from './fix.ts';

/** What to do about the word that asks for an operand. */
interface Remedy {
  readonly type: string;
  /** The marked word; absent: any. */
  readonly keyword?: string;
  readonly fix: (place: ProblemPlace, node: AstNode) => Fix[];
}

/** Takes the marked word out again: the rest of the statement is whole without it. */
function without(place: ProblemPlace): Fix[] {
  return preferred(`Remove ${shown(place.text)}`, place.remove(place));
}

function withText(title: string, text: string, preferred = true): (place: ProblemPlace) => Fix[] {
  return (place) => [{ title, edits: [place.insert(place.end, text)], preferred }];
}

function withBlock(...lines: readonly string[]): (place: ProblemPlace, node: AstNode) => Fix[] {
  return (place, node) => {
    const end = node.$cstNode?.end;
    return end === undefined
      ? []
      : preferred('Add its block', place.insert(end, blockText(place, place.offset, lines)));
  };
}

/** The word between two triggers, where there is one trigger only. */
function withoutJoint(place: ProblemPlace, node: Event | Handler): Fix[] {
  const word = GrammarUtils.findNodesForProperty(node.$cstNode, 'joint').at(-1);
  return word ? preferred(`Remove \`${word.text}\``, place.remove(word)) : [];
}

function withoutBrackets(place: ProblemPlace, node: AstNode): Fix[] {
  const close = GrammarUtils.findNodeForKeyword(node.$cstNode, ']');
  return close ? preferred('Remove the brackets', place.remove({ offset: place.offset, end: close.end })) : [];
}

/** A comma with nothing behind it. */
function withoutComma(place: ProblemPlace, node: AstNode): Fix[] {
  const comma = GrammarUtils.findNodesForKeyword(node.$cstNode, ',').find(
    (one) => !isData(CstUtils.getNextNode(one, false), node),
  );
  if (!comma) return without(place);
  return preferred('Remove `,`', place.replace({ offset: comma.offset, end: comma.end }, ''));
}

function isData(next: CstNode | undefined, node: AstNode): boolean {
  return next !== undefined && next.text !== ',' && next.end <= (node.$cstNode?.end ?? 0);
}

const START_AND_END = ['start', 'end'];

const remedies: readonly Remedy[] = [
  { type: 'Process', keyword: 'process', fix: withBlock(...START_AND_END) },
  { type: 'Process', keyword: 'as', fix: withText('Make it a pool: `as pool`', ' pool') },
  { type: 'SubProcess', fix: withBlock(...START_AND_END) },
  { type: 'EventSubProcess', keyword: 'event', fix: completeEventSubProcess },
  { type: 'Event', keyword: 'catch', fix: (place, node) => waitFor(place, node) },
  { type: 'Event', keyword: 'on', fix: withText('Wait for a `message`', ' message', false) },
  { type: 'Handler', keyword: 'on', fix: withText('Catch any `error`', ' error', false) },
  { type: 'Handler', keyword: 'as', fix: without },
  { type: 'TimerTrigger', keyword: 'after', fix: withText('Write a time: `PT1H`', ' `PT1H`', false) },
  { type: 'TimerTrigger', fix: writeTime },
  { type: 'Flow', keyword: '->', fix: withText('Stop here: `-> none`', ' none', false) },
  { type: 'Flow', keyword: 'if', fix: without },
  { type: 'UseClause', fix: withoutComma },
  { type: 'Note', keyword: 'about', fix: withoutComma },
  { type: 'Each', keyword: 'until', fix: without },
  { type: 'Loop', fix: without },
  { type: 'OwnPool', fix: withoutBrackets },
  ...caseRemedies(),
  ...['Pool', 'Data', 'Store'].map((type) => ({ type, keyword: '[', fix: withoutBrackets })),
];

/** What cases lack: they have the same words with other nodes. */
function caseRemedies(): Remedy[] {
  return [
    { type: 'Case', fix: withBlock('human "First task"') },
    { type: 'PlanItem', keyword: 'user', fix: completeUserEvent },
    { type: 'OnPart', keyword: '.', fix: without },
    { type: 'OnPart', keyword: 'through', fix: without },
    { type: 'OnPart', fix: (place, node) => (isOnPart(node) ? writeTransition(place, node) : []) },
    { type: 'Criterion', keyword: 'and', fix: without },
    { type: 'Criterion', fix: withoutClause },
    { type: 'ItemRule', keyword: 'if', fix: without },
    { type: 'Applies', keyword: 'if', fix: without },
    { type: 'By', fix: withoutComma },
    { type: 'TimerValue', fix: writeTime },
    { type: 'TimerStart', fix: without },
    { type: 'FileItem', keyword: '[', fix: withoutBrackets },
    { type: 'FileItem', keyword: '..', fix: withText('Write `*`, any number', '*') },
    { type: 'FileItem', keyword: 'targets', fix: withoutComma },
    { type: 'FileUse', keyword: '.', fix: without },
    { type: 'FileUse', fix: removeMapping },
    { type: 'FileUseClause', fix: withoutComma },
    { type: 'Discretionary', fix: without },
  ];
}

/** A criterion of which only the first words are there: all of it, unless it has a condition as well. */
function withoutClause(place: ProblemPlace, node: AstNode): Fix[] {
  if (isCriterion(node) && node.condition) return without(place);
  return node.$cstNode ? preferred(`Remove ${shown(node.$cstNode.text)}`, place.remove(node.$cstNode)) : [];
}

/** `user` is half of `user event`; work of a person is `human`. */
function completeUserEvent(place: ProblemPlace): Fix[] {
  return [
    ...preferred('Write `user event`', place.insert(place.end, ' event')),
    { title: 'Make it a `human`', edits: [place.replace(place, 'human')] },
  ];
}

/** Words that a statement is whole without, on whatever statement they stand. */
const OPTIONAL = new Set([':', 'as', 'code', 'language', 'runs', '..', 'for', 'message', 'about', 'namespace']);

/** Statements of which such a word is no clause but the beginning. */
const OPENING: Readonly<Record<string, string>> = {
  Message: 'message',
  ExpressionLanguage: 'language',
  Namespace: 'namespace',
  Each: 'for',
};

/** What is missing, or the statement without the word that asks for it. */
export function fixOperand(place: ProblemPlace): Fix[] {
  const node = place.leaf?.astNode;
  if (!node) return [];
  if (isEvent(node) || isHandler(node)) {
    const joint = withoutJoint(place, node);
    if (node.joint.length >= Math.max(1, node.triggers.length) && joint.length > 0) return joint;
  }
  const remedy = remedies.find(
    ({ type, keyword }) => type === node.$type && (keyword === undefined || keyword === place.text),
  );
  if (remedy) return remedy.fix(place, node);
  return OPTIONAL.has(place.text) && OPENING[node.$type] !== place.text ? without(place) : [];
}

function completeEventSubProcess(place: ProblemPlace, node: AstNode): Fix[] {
  const isWhole = 'subprocess' in node && node.subprocess === true;
  if (!isWhole) return preferred('Write `event subprocess`', place.insert(place.end, ' subprocess'));
  return withBlock('start on message', 'end')(place, node);
}

function waitFor(place: ProblemPlace, node: AstNode): Fix[] {
  const head = ['label', 'name']
    .map((property) => GrammarUtils.findNodeForProperty(node.$cstNode, property))
    .find(Boolean);
  return ['message', 'signal'].map((word) => ({
    title: `Wait for a \`${word}\``,
    edits: [place.insert(head?.end ?? place.end, ` on ${word}`)],
  }));
}

const TIMES: Readonly<Record<string, string>> = { after: 'PT1H', at: '2030-01-31T09:00:00Z', every: 'R/P1D' };

function writeTime(place: ProblemPlace, node: AstNode): Fix[] {
  const mode = GrammarUtils.findNodeForProperty(node.$cstNode, 'mode');
  const time = mode && TIMES[mode.text];
  return time ? [{ title: `Write a time: \`${time}\``, edits: [place.insert(mode.end, ` \`${time}\``)] }] : [];
}
