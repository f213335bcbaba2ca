/** Ways that lead nowhere, into nothing, or where none may lead: the end, the jump or the way that is missing or too much. */
import { type AstNode, AstUtils, type CstNode, CstUtils, GrammarUtils } from 'langium';
import { closestTo } from '../../../base/spelling.ts';
import { stretchOf } from '../../edit-place.ts';
import {
  type Block,
  isActivity,
  isBlock,
  isBranch,
  isEvent,
  isFlow,
  isGateway,
  isHandler,
  isLinkTrigger,
  isMessageFlow,
  isProcess,
  isStatement,
  isSubProcess,
} from '../../generated/ast.ts';
import { groupStatements, type Item } from '../../grouping.ts';
import { idOf } from '../../ids.ts';
import { quotedId } from '../../quoted-id.ts';
import { blockText, insertAfter, insertFirst, insertLast } from '../../statement-edits.ts';
import { isLaneBlock, ownerOf } from '../../validation/surroundings.ts';
import { FITTING, wordOf } from '../../validation/triggers.ts';
import { type Fix, type ProblemPlace, preferred } from './fix.ts';

/** The item of the marked step or handler, and the items of its block. */
function itemsAround(node: AstNode | undefined): readonly Item[] {
  let block = node?.$container;
  while (isBlock(block) && isLaneBlock(block.$container)) block = block.$container.$container;
  return isBlock(block) ? groupStatements(block.statements, false).items : [];
}

/** A step that leads nowhere: an end behind it. */
export function endStep(place: ProblemPlace): Fix[] {
  const node = place.leaf?.astNode;
  const item = itemsAround(node).find((one) => one.node === node);
  const last =
    [...(item?.jumps ?? []), ...(item?.handlers.flatMap((one) => [one.node, ...one.jumps]) ?? [])].at(-1) ?? node;
  const edit = isStatement(last) ? insertAfter(place, last, 'end') : undefined;
  return edit ? preferred('Add an `end` behind it', edit) : [];
}

/** A handler that has to end by itself: an end in its block. */
export function endHandler(place: ProblemPlace): Fix[] {
  const handler = place.around(isHandler);
  const edit = handler?.body && insertLast(place, handler.body, 'end');
  return edit ? preferred('Add the missing `end`', edit) : [];
}

/** A handler that does nothing: a block that ends, or the activity that compensates. */
export function fillHandler(place: ProblemPlace): Fix[] {
  const handler = place.around(isHandler);
  const end = handler?.$cstNode?.end;
  if (!handler || end === undefined || handler.body) return [];
  const compensates = handler.triggers.some((trigger) => wordOf(trigger) === 'compensation');
  if (!compensates) return preferred('Add a block with an `end`', place.insert(end, ' { end }'));
  return [{ title: 'Add a task that undoes it', edits: [place.insert(end, ' { task "Undo" }')] }];
}

/** The target of a compensation that is marked for nothing of the kind. */
export function markCompensation(place: ProblemPlace): Fix[] {
  const target = place.around(isFlow)?.target?.ref;
  if (!isActivity(target) && !isSubProcess(target)) return [];
  const { body } = target;
  const head = body?.$cstNode ? CstUtils.getPreviousNode(body.$cstNode, false) : target.$cstNode;
  if (!head) return [];
  return preferred(`Mark \`${idOf(target)}\` with \`compensation\``, place.insert(head.end, ' compensation'));
}

/** A compensation of what does no work: without a name it undoes all that its scope has done. */
export function undoAll(place: ProblemPlace): Fix[] {
  return [{ title: 'Undo all that is done', edits: [place.remove(place)] }];
}

/** A jump to a start: the step behind it is meant. */
export function jumpBehindStart(place: ProblemPlace): Fix[] {
  const target = place.around(isFlow)?.target?.ref;
  if (!isEvent(target) || target.kind !== 'start') return [];
  const items = itemsAround(target);
  const next = items[items.findIndex(({ node }) => node === target) + 1]?.node;
  const id = next && idOf(next);
  return id ? preferred(`Jump to \`${id}\` behind it`, place.replace(place, quotedId(id, place.leaf?.astNode))) : [];
}

/** A jump out of an end: without the jump, or from an event that goes on. */
export function fixEnd(place: ProblemPlace): Fix[] {
  const jump = place.around(isFlow);
  const end = itemsAround(jump).find(({ jumps }) => jumps.some((one) => one === jump))?.node;
  const kind = isEvent(end) ? GrammarUtils.findNodeForProperty(end.$cstNode, 'kind') : undefined;
  const throws =
    isEvent(end) && end.triggers.every((trigger) => !['error', 'terminate', 'cancel'].includes(wordOf(trigger)));
  const removed: Fix[] = jump?.$cstNode
    ? [{ title: 'Remove the jump', edits: [place.remove(jump.$cstNode)], preferred: !throws }]
    : [];
  return kind && throws
    ? [{ title: 'Make it a `throw`', edits: [place.replace(kind, 'throw')], preferred: true }, ...removed]
    : removed;
}

/** A jump without its `-> none`, its `default` or its whole self. */
export function removeJump(place: ProblemPlace): Fix[] {
  const jump = place.around(isFlow)?.$cstNode;
  return jump ? preferred('Remove the jump', place.remove(jump)) : [];
}

/** The block of a jump that leads elsewhere. */
export function removeBlock(place: ProblemPlace): Fix[] {
  const block = place.around(isFlow)?.body?.$cstNode;
  return block ? preferred('Remove the block', place.remove(block)) : [];
}

/** A message within a pool: a jump is meant. */
export function makeJump(place: ProblemPlace): Fix[] {
  const flow = place.around(isMessageFlow);
  const arrow = GrammarUtils.findNodeForKeyword(flow?.$cstNode, '~>');
  const step = GrammarUtils.findNodeForProperty(flow?.$cstNode, 'step');
  if (!flow || !arrow || !step || !isBlock(flow.$container)) return [];
  const edits = [place.replace({ offset: arrow.offset, end: step.end }, `-> ${step.text}`)];
  return preferred(`Make it a jump to \`${step.text}\``, ...edits);
}

/** A gateway without ways: two of them, to be filled in. */
export function addWays(place: ProblemPlace): Fix[] {
  const gateway = place.leaf?.astNode;
  if (!isGateway(gateway) || !gateway.body?.$cstNode) return [];
  const ways = WAYS[gateway.kind];
  const text = blockText(place, place.offset, ways).trimStart();
  const isEmpty = gateway.body.extensions.length === 0;
  const edit = isEmpty ? place.replace(gateway.body.$cstNode, text) : insertFirst(place, gateway.body, ways.join('\n'));
  return edit ? [{ title: 'Add two ways', edits: [edit] }] : [];
}

const WAYS: Readonly<Record<'xor' | 'or' | 'complex' | 'parallel' | 'race', readonly string[]>> = {
  xor: ['when "yes"', 'otherwise "no"'],
  or: ['when "one"', 'when "other"'],
  complex: ['when "one"', 'when "other"'],
  parallel: ['branch { task "One" }', 'branch { task "Other" }'],
  race: ['on message "Answer"', 'on timer after `P1D` "1 day"'],
};

/** A way that says no condition: the one that is taken where no other is, if there is none yet. */
export function makeOtherwise(place: ProblemPlace): Fix[] {
  const branch = place.around(isBranch);
  const block = branch?.$container;
  const gateway = isBlock(block) ? ownerOf(block) : undefined;
  const kind = GrammarUtils.findNodeForProperty(branch?.$cstNode, 'kind');
  if (!kind || !isBlock(block) || !isGateway(gateway)) return [];
  const has = block.statements.some((one) => isBranch(one) && one.kind === 'otherwise');
  const others = block.statements.filter(isBranch).length > 1;
  return has || !others ? [] : preferred('Make it the `otherwise`', place.replace(kind, 'otherwise'));
}

/** The second `otherwise` of a gateway. */
export function makeWhen(place: ProblemPlace): Fix[] {
  return preferred('Make it a `when`', place.replace(place, 'when'));
}

/** A link that nothing catches: another name, or the event that catches it. */
export function catchLink(place: ProblemPlace): Fix[] {
  const process = place.around(isProcess);
  const name = place.text.slice(1, -1);
  const names = process
    ? AstUtils.streamAllContents(process)
        .filter(isLinkTrigger)
        .filter(({ $container }) => isEvent($container) && $container.kind === 'catch')
    : undefined;
  const meant = closestTo(name, names?.map(({ link }) => link ?? '').filter(Boolean) ?? []);
  const renamed: Fix[] = meant ? preferred(`Change to "${meant}"`, place.replace(place, `"${meant}"`)) : [];
  const body: Block | undefined = process?.body;
  const edit = body && insertLast(place, body, `catch on link ${place.text}\nend`);
  return edit
    ? [...renamed, { title: `Add \`catch on link ${place.text}\``, edits: [edit], preferred: !meant }]
    : renamed;
}

/** A way that only jumps: its block without the braces. */
export function unwrapJumps(place: ProblemPlace): Fix[] {
  const block = place.around(isBlock);
  const owner = block?.$container;
  const stretch = stretchOf(block);
  if (!block || !stretch || !(isBranch(owner) || isHandler(owner)) || !block.statements.every(isFlow)) return [];
  const text = place.unindented(stretch).replace(/^\{\s*|\s*\}$/g, '');
  return preferred('Remove the braces', place.replace(stretch, text));
}

/** A block that belongs to nothing: its statements without it, or a sub-process around them. */
export function fixStrayBlock(place: ProblemPlace): Fix[] {
  const block = place.around(isBlock);
  const [open, close] = ['{', '}'].map((brace): CstNode | undefined =>
    GrammarUtils.findNodesForKeyword(block?.$cstNode, brace).at(brace === '{' ? 0 : -1),
  );
  const inProcess = block && AstUtils.getContainerOfType(block.$container.$container, isProcess);
  if (!open || !inProcess) return [];
  const braces = close ? [place.remove(open), place.remove(close)] : [place.remove(open)];
  return [
    {
      title: 'Make it a `subprocess`',
      edits: [place.insert(open.offset, `${place.isBehindBlank(open.offset) ? '' : ' '}subprocess `)],
      preferred: false,
    },
    { title: 'Remove the braces', edits: braces },
  ];
}

/** A handler behind what has none: an event of the flow that waits for the same. */
export function makeCatch(place: ProblemPlace): Fix[] {
  const handler = place.leaf?.astNode;
  const on = place.leaf;
  if (!isHandler(handler) || handler.body || !on || handler.nonInterrupting) return [];
  const [as, name, label] = [
    GrammarUtils.findNodeForKeyword(handler.$cstNode, 'as'),
    ...['name', 'label'].map((property) => GrammarUtils.findNodeForProperty(handler.$cstNode, property)),
  ];
  const fits = handler.triggers.every((trigger) => FITTING.catch.includes(wordOf(trigger)));
  if (!fits || handler.triggers.length === 0) return [];
  const head = ['catch', name?.text, label?.text].filter(Boolean).join(' ');
  const moved = [as && name && { offset: as.offset, end: name.end }, label].filter((one) => one !== undefined);
  const edits = [place.insert(on.offset, `${head} `), ...moved.map((one) => place.remove(one))];
  return preferred('Make it a `catch`', ...edits);
}
