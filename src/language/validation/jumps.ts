/** Jumps (`-> step`): what they leave, what they may arrive at, and how several of one step agree. */
import type { ValidationAcceptor } from 'langium';
import type { Block, Flow, MessageFlow, Step } from '../generated/ast.ts';
import { type Attached, groupStatements, type Item, type StepNode } from '../grouping.ts';
import { report } from './report.ts';
import { type BlockOwner, flowScopeOf, isLaneBlock, ownerOf, shownStep } from './surroundings.ts';
import { wordOf } from './triggers.ts';

/** All jumps of a block, each with the step, handler or branch before it. */
export function checkJumps(block: Block, accept: ValidationAcceptor): void {
  // Lane blocks are part of the block around them.
  if (isLaneBlock(block.$container)) return;
  const owner = ownerOf(block);
  const grouped = groupStatements(block.statements, owner?.$type === 'Gateway' && owner.kind === 'race');
  for (const stray of grouped.stray) reportStray(stray, accept);
  for (const lane of grouped.emptyLanes) {
    report(accept, 'error', 'empty-lane', '`in` holds the statement behind it. Write one, or give it a block.', lane, {
      keyword: 'in',
    });
  }
  for (const item of grouped.items) {
    checkJumpsOf(item.node, item, accept);
    for (const handler of item.handlers) checkJumpsOf(handler.node, handler, accept);
  }
  for (const { jumps, handlers } of withNothingBehind(grouped.items, owner))
    for (const one of [jumps, ...handlers.map((handler) => handler.jumps)]) checkNext(one, accept);
}

/** The last step of a process or sub-process; in an ad-hoc one all of them. */
function withNothingBehind(items: readonly Item[], owner: BlockOwner | undefined): readonly Item[] {
  if (owner?.$type === 'SubProcess' && owner.kind === 'adhoc') return items;
  if (owner?.$type !== 'Process' && owner?.$type !== 'SubProcess' && owner?.$type !== 'EventSubProcess') return [];
  return items.filter(({ node }) => node.$type !== 'EventSubProcess').slice(-1);
}

function checkNext(jumps: readonly Flow[], accept: ValidationAcceptor): void {
  for (const jump of jumps.filter(({ next }) => next)) {
    const message = 'Nothing follows that this could lead to. Name the step, or remove the jump.';
    report(accept, 'error', 'no-next', message, jump, { keyword: 'next' });
  }
}

function reportStray(stray: Flow | MessageFlow, accept: ValidationAcceptor): void {
  const keyword = stray.$type === 'Flow' ? '->' : '~>';
  const opener = stray.$container.$type === 'Block' ? stray.$container.$container : undefined;
  const isWay = keyword === '->' && (opener?.$type === 'Branch' || opener?.$type === 'Handler');
  const advice = isWay
    ? `A way that only jumps has no block: write \`${opener.$type === 'Handler' ? 'on …' : opener.kind} -> …\` without the braces.`
    : 'Move it behind a step.';
  const message = `\`${keyword}\` leaves from the step before it, and there is none. ${advice}`;
  report(accept, 'error', 'nothing-before', message, stray, { keyword });
}

function checkJumpsOf(from: StepNode, { jumps }: Attached, accept: ValidationAcceptor): void {
  if (jumps.length === 0) return;
  if (from.$type === 'Event' && from.kind === 'end') {
    for (const jump of jumps)
      report(
        accept,
        'error',
        'leaves-an-end',
        'Nothing leaves an `end`. Remove this jump, or make the event a `throw`.',
        jump,
        { keyword: '->' },
      );
  }
  for (const jump of jumps) checkJump(jump, from, accept);
  checkStop(jumps, from, accept);
  const [, ...defaults] = jumps.filter((jump) => jump.default);
  for (const jump of defaults) {
    report(accept, 'error', 'repeated-default', 'A step has one `default`. Give this jump an `if`.', jump, {
      keyword: 'default',
    });
  }
  if (jumps.every((jump) => jump.default) && from.$type !== 'Branch') {
    const message = '`default` is taken where no `if` holds. Give another jump an `if`, or remove `default`.';
    report(accept, 'warning', 'lone-default', message, jumps[0] as Flow, { keyword: 'default' });
  }
}

/** `-> none`: alone, and behind something that it stops. */
function checkStop(jumps: readonly Flow[], from: StepNode, accept: ValidationAcceptor): void {
  const none = jumps.find((jump) => jump.none);
  if (!none) return;
  if (jumps.length > 1) {
    const message = '`-> none` stops here, but other jumps go on. Keep the one or the others.';
    report(accept, 'error', 'none-and-more', message, none, { keyword: 'none' });
  } else if (from.$type === 'Branch' && !from.body?.statements.length) {
    const message = 'A way needs a step to lead to: with `-> none` there is nothing of it to draw. Write `{ end }`.';
    report(accept, 'error', 'nothing-to-stop', message, none, { keyword: 'none' });
  }
}

function checkJump(jump: Flow, from: StepNode, accept: ValidationAcceptor): void {
  const decided = from.$type === 'Branch' && !from.body;
  if (decided && (jump.condition || jump.default)) {
    const message = `\`${from.kind}\` decides this way: its jump has no condition. Remove it, or write it behind \`when\`.`;
    report(accept, 'error', 'condition', message, jump, { keyword: jump.default ? 'default' : 'if' });
  }
  if (jump.body && (jump.target || jump.next || jump.none)) {
    const message = 'A jump leads to a step or into a block, not to both. Remove the block, or what stands before it.';
    report(accept, 'error', 'jump-with-block', message, jump, { keyword: '->' });
  }
  const target = jump.target?.ref;
  const problem = target && whyNoTarget(target, jump);
  if (problem) report(accept, 'error', problem.code, problem.message, jump, { property: 'target' });
}

interface NoTarget {
  readonly code: string;
  readonly message: string;
}

function whyNoTarget(target: Step, jump: Flow): NoTarget | undefined {
  const shown = shownStep(target);
  switch (target.$type) {
    case 'Handler':
      return {
        code: 'no-target',
        message: `${shown} is an event that something else sets off: no flow arrives there. Jump to a step.`,
      };
    case 'EventSubProcess':
      return { code: 'no-target', message: `${shown} is an event sub-process, outside the flow. Jump to a step.` };
    case 'Event':
      if (target.kind === 'start')
        return {
          code: 'no-target',
          message: `${shown} is a start: nothing arrives there. Jump to the step behind it.`,
        };
      if (target.kind === 'catch' && target.triggers.some((trigger) => wordOf(trigger) === 'link')) {
        return { code: 'no-target', message: `${shown} is reached by its link. Write \`throw link\` here.` };
      }
  }
  return flowScopeOf(target) === flowScopeOf(jump)
    ? undefined
    : {
        code: 'crosses-subprocess',
        message: `${shown} is in another sub-process: a flow stays in its own. End here, and jump behind the sub-process.`,
      };
}
