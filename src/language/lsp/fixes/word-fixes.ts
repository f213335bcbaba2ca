/** Words of a statement that do not fit it: another kind of statement, another word, or none. */
import { type AstNode, type CstNode, GrammarUtils } from 'langium';
import { stretchOf } from '../../edit-place.ts';
import {
  type Branch,
  isActivity,
  isBlock,
  isBranch,
  isEvent,
  isFlow,
  isGateway,
  isHandler,
  isLane,
  isModel,
  isPool,
  isProcess,
  isScenario,
  isSubProcess,
  isTrigger,
  isUnknown,
  isUnknownRoot,
  type Statement,
  type UnknownRoot,
} from '../../generated/ast.ts';
import { groupStatements } from '../../grouping.ts';
import { insertFirst, insertLast, wrap } from '../../statement-edits.ts';
import { ownerOf } from '../../validation/surroundings.ts';
import { FITTING, wordOf } from '../../validation/triggers.ts';
import { type Fix, type ProblemPlace, preferred, shown } from './fix.ts';
import { changeSpelling } from './name-fixes.ts';
import { readsBetter } from './reading.ts';

/** The fix that writes another word in the place of `property` or keyword. */
function changeWord(place: ProblemPlace, word: CstNode | undefined, text: string, preferred = true): Fix[] {
  return word ? [{ title: `Make it a \`${text}\``, edits: [place.replace(word, text)], preferred }] : [];
}

function kindNode(node: AstNode | undefined): CstNode | undefined {
  return node && GrammarUtils.findNodeForProperty(node.$cstNode, 'kind');
}

function removal(place: ProblemPlace, node: CstNode | undefined, preferred = true): Fix[] {
  return node ? [{ title: `Remove ${shown(node.text)}`, edits: [place.remove(node)], preferred }] : [];
}

/** A word that the language does not have: the one that was meant; else the statement is a task with its keyword forgotten. */
export function fixUnknownWord(place: ProblemPlace): Fix[] {
  if (place.around(isScenario)) return changeSpelling(place);
  const spelling = changeSpelling(place).filter((fix) => readsBetter(place, fix));
  const node = place.leaf?.astNode;
  if (isUnknownRoot(node)) return spelling.length > 0 || !node.body ? spelling : [makeProcess(place, node)];
  if (isModel(node?.$container) || !opensStatement(place)) return spelling;
  // A name behind it is the task's; without one, the word itself is.
  const isNameOfTask = isUnknown(node) && node.name === undefined;
  const [title, text] = isNameOfTask
    ? [`Make it a \`task\` named \`${place.text}\``, `task ${place.text}`]
    : ['Make it a `task`', 'task'];
  const task: Fix = { title, edits: [place.replace(place, text)], preferred: spelling.length === 0 };
  return readsBetter(place, task) ? [...spelling, task] : spelling;
}

function makeProcess(place: ProblemPlace, { name }: UnknownRoot): Fix {
  const text = name === undefined ? `process ${place.text}` : 'process';
  return { title: 'Make it a `process`', edits: [place.replace(place, text)], preferred: true };
}

/** Whether the marked word stands where a statement usually begins: first on its line, or behind a brace. */
function opensStatement(place: ProblemPlace): boolean {
  const text = place.document.textDocument.getText().slice(0, place.offset);
  return /(?:^|[\n{])[^\S\n]*$/.test(text);
}

/** A clause on a kind of activity that has none. */
export function fixClause(place: ProblemPlace): Fix[] {
  const kind = kindNode(place.around(isActivity));
  const words = place.toldList('kinds');
  const others = words.flatMap((word) => changeWord(place, kind, word, words.length === 1));
  return [...others, ...removal(place, place.leaf?.container, false)];
}

/** A block behind an activity that has none. */
export function makeSubProcess(place: ProblemPlace): Fix[] {
  const activity = place.around(isActivity);
  const fits = activity?.clauses.every(({ $type }) => !['Runs', 'Carries', 'Code'].includes($type));
  return fits ? changeWord(place, kindNode(activity), 'subprocess') : [];
}

/** The word that opens a way of each kind of gateway. */
const WAY: Readonly<Record<string, Branch['kind'] | undefined>> = {
  xor: 'when',
  or: 'when',
  complex: 'when',
  parallel: 'branch',
};

/** What stands in a gateway and opens no way: the word of its ways. */
export function fixWay(place: ProblemPlace): Fix[] {
  const statement = place.leaf?.astNode;
  const owner = statement && isBlock(statement.$container) ? ownerOf(statement.$container) : undefined;
  const word = isGateway(owner) ? WAY[owner.kind] : undefined;
  if (!word || !isGateway(owner) || !owner.body) return [];
  if (isBranch(statement)) return changeWord(place, kindNode(statement), word);
  const item = groupStatements(owner.body.statements, false).items.find(({ node }) => node === statement);
  const attached: readonly AstNode[] = item
    ? [...item.jumps, ...item.notes, ...item.messages, ...item.handlers.flatMap((one) => [one.node, ...one.jumps])]
    : [];
  const end = Math.max(...[statement, ...attached].map((node) => node?.$cstNode?.end ?? 0));
  return preferred(`Put it into a \`${word}\``, ...wrap(place, { offset: place.offset, end }, word));
}

/** Branches without a gateway: one around all of them. */
export function wrapInGateway(place: ProblemPlace): Fix[] {
  const branch = place.leaf?.astNode;
  if (!isBranch(branch) || !isBlock(branch.$container)) return [];
  const { statements } = branch.$container;
  const parallel = branch.kind === 'branch';
  const isOne = (statement: Statement | undefined): boolean =>
    statement !== undefined &&
    (isFlow(statement) || (isBranch(statement) && (statement.kind === 'branch') === parallel));
  const index = statements.indexOf(branch);
  let [first, last] = [index, index];
  while (isOne(statements[first - 1])) first--;
  while (isFlow(statements[first])) first++;
  while (isOne(statements[last + 1])) last++;
  const [start, end] = [statements[first]?.$cstNode?.offset, statements[last]?.$cstNode?.end];
  if (start === undefined || end === undefined) return [];
  const [word, title] = parallel ? ['parallel', 'Put a `parallel` around it'] : ['xor', 'Put an `xor` around it'];
  return preferred(title, ...wrap(place, { offset: start, end }, word));
}

/** What may not stand here, where another word or place is right. */
export function fixMisplaced(place: ProblemPlace): Fix[] {
  const node = place.leaf?.astNode;
  if (isEvent(node)) {
    const owner = isBlock(node.$container) ? ownerOf(node.$container) : undefined;
    if (isSubProcess(owner)) return removal(place, node.$cstNode);
    return node.kind === 'start' && node.on ? changeWord(place, kindNode(node), 'catch') : [];
  }
  const body = place.around(isProcess)?.body;
  if (!node?.$cstNode || !body) return [];
  const text = place.unindented(node.$cstNode);
  const edit = isLane(node) ? insertFirst(place, body, text) : insertLast(place, body, text);
  if (!edit) return [];
  const title = `Move it to the ${isLane(node) ? 'top' : 'end'} of the process`;
  return preferred(title, edit, place.remove(node.$cstNode));
}

/** A trigger that does not fit its event: the event that it fits, or none. */
export function fixTrigger(place: ProblemPlace): Fix[] {
  const trigger = place.around(isTrigger);
  const event = trigger?.$container;
  if (!trigger || !isEvent(event) || event.triggers.length > 1) return [];
  const word = wordOf(trigger);
  const kind = kindNode(event);
  const on = GrammarUtils.findNodeForKeyword(event.$cstNode, 'on');
  if (!kind || !trigger.$cstNode) return [];
  if (!event.on && FITTING.catch.includes(word))
    return preferred('Make it a `catch`', place.replace(kind, 'catch'), place.insert(place.offset, 'on '));
  const other =
    event.kind === 'start' ? undefined : (['throw', 'end'] as const).find((one) => FITTING[one].includes(word));
  if (event.on && on && other)
    return preferred(
      `Make it ${other === 'end' ? 'an' : 'a'} \`${other}\``,
      place.replace(kind, other),
      place.remove(on),
    );
  const from = event.kind === 'start' ? on : trigger.$cstNode;
  const whole = from && { offset: from.offset, end: trigger.$cstNode.end };
  return whole ? preferred(`Remove \`${word}\``, place.remove(whole)) : [];
}

/** An event that says on what it waits, once more with a trigger. */
export function addTrigger(place: ProblemPlace): Fix[] {
  const event = place.leaf?.astNode;
  const head =
    event &&
    (GrammarUtils.findNodeForProperty(event.$cstNode, 'label') ??
      GrammarUtils.findNodeForProperty(event.$cstNode, 'name') ??
      kindNode(event));
  return head
    ? ['message', 'error'].map((word) => ({
        title: `Wait for ${word === 'error' ? 'an' : 'a'} \`${word}\``,
        edits: [place.insert(head.end, ` on ${word}`)],
      }))
    : [];
}

/** `or` and `and` between triggers: one of them for all. */
export function fixJoint(place: ProblemPlace): Fix[] {
  const node = place.leaf?.astNode;
  if (!isEvent(node) && !isHandler(node)) return [];
  const words = GrammarUtils.findNodesForProperty(node.$cstNode, 'joint');
  const waits = isHandler(node) || node.kind === 'start' || node.kind === 'catch';
  return (waits ? ['or', 'and'] : ['or']).map((word) => ({
    title: `Join them by \`${word}\``,
    edits: words.filter(({ text }) => text !== word).map((one) => place.replace(one, word)),
    preferred: !waits,
  }));
}

/** `cancel` outside a transaction: the sub-process becomes one. */
export function makeTransaction(place: ProblemPlace): Fix[] {
  const handler = place.around(isHandler);
  const block = handler?.$container;
  const host =
    handler && isBlock(block)
      ? groupStatements(block.statements, false).items.find((item) =>
          item.handlers.some(({ node }) => node === handler),
        )?.node
      : place.around(isSubProcess);
  return isSubProcess(host) ? changeWord(place, kindNode(host), 'transaction') : [];
}

/** A pool that runs a process which is its own pool already. */
export function removeRuns(place: ProblemPlace): Fix[] {
  const pool = place.around(isPool);
  const runs = GrammarUtils.findNodeForKeyword(pool?.$cstNode, 'runs');
  return runs ? preferred('Remove `runs`', place.remove({ offset: runs.offset, end: place.end })) : [];
}

/** The whole statement that is marked at its head. */
export function removeStatement(place: ProblemPlace): Fix[] {
  return removal(place, place.leaf?.astNode.$cstNode);
}

/** The condition of a way that has none: away with it. */
export function removeCondition(place: ProblemPlace): Fix[] {
  const node = place.leaf?.astNode;
  if (isFlow(node)) {
    const stretch = stretchOf(node.condition);
    return preferred('Remove the condition', place.remove({ offset: place.offset, end: stretch?.end ?? place.end }));
  }
  const branch = place.around(isBranch);
  const fixes: Fix[] = preferred('Remove the condition', place.remove(place));
  return branch?.kind === 'otherwise' ? [...fixes, ...changeWord(place, kindNode(branch), 'when', false)] : fixes;
}
