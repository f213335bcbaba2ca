/** What may stand in which block. The grammar takes every statement everywhere, so that a mistake costs no more than itself. */
import type { ValidationAcceptor } from 'langium';
import type { Block, Branch, Gateway, Lane, Statement } from '../generated/ast.ts';
import { report } from './report.ts';
import { type BlockOwner, headOf, isLaneBlock, ownerOf } from './surroundings.ts';

const DECLARATIONS = new Set(['Data', 'Store', 'Group', 'Association', 'Note', 'Flow', 'MessageFlow', 'InLane']);

/** How the ways of a gateway open. */
const WAYS: Readonly<Record<Gateway['kind'], string>> = {
  xor: '`when` or `otherwise`',
  or: '`when` or `otherwise`',
  complex: '`when` or `otherwise`',
  parallel: '`branch`',
  race: '`on` or `receive`',
};

/** Each statement of a block: whether it may stand there. */
export function checkBlock(block: Block, accept: ValidationAcceptor): void {
  const owner = ownerOf(block);
  // What an unknown word opens may be anything: nothing is misplaced in it before the word is right.
  if (!owner || owner.$type === 'Unknown' || owner.$type === 'UnknownRoot') return;
  if (block.$container.$type === 'Lane') checkLane(block.$container, block, accept);
  for (const statement of block.statements) {
    if (owner.$type === 'Gateway') checkWay(statement, owner, accept);
    else checkStatement(statement, owner, accept);
  }
}

function checkLane(lane: Lane, block: Block, accept: ValidationAcceptor): void {
  if (block.statements.every(({ $type }) => $type === 'Lane')) return;
  const message = 'The block of a `lane` is for lanes within it. For steps write `in` instead of `lane`.';
  report(accept, 'error', 'steps-in-lane', message, lane, { keyword: 'lane', data: { suggestion: 'in' } });
}

function checkWay(statement: Statement, gateway: Gateway, accept: ValidationAcceptor): void {
  if (DECLARATIONS.has(statement.$type) || statement.$type === 'Unknown' || opensWay(statement, gateway)) return;
  const ways = WAYS[gateway.kind];
  const what =
    statement.$type === 'Branch'
      ? `\`${statement.kind}\` is no way of a \`${gateway.kind}\`.`
      : 'This stands in no way of the gateway.';
  const message = `${what} Each way of a \`${gateway.kind}\` opens with ${ways}.`;
  report(accept, 'error', 'misplaced-in-gateway', message, statement, {
    ...headOf(statement),
    data: { gateway: gateway.kind },
  });
}

function opensWay(statement: Statement, { kind }: Gateway): boolean {
  if (kind === 'race')
    return statement.$type === 'Handler' || (statement.$type === 'Activity' && statement.kind === 'receive');
  if (statement.$type !== 'Branch') return false;
  return kind === 'parallel' ? statement.kind === 'branch' : statement.kind !== 'branch';
}

function checkStatement(statement: Statement, owner: Exclude<BlockOwner, Gateway>, accept: ValidationAcceptor): void {
  switch (statement.$type) {
    case 'Branch':
      reportBranch(statement, accept);
      break;
    case 'Lane':
      if (!isBody(owner) || isInLane(statement)) {
        const message = 'Lanes are declared at the top of the process or sub-process. Move this line there.';
        misplaced(statement, message, accept);
      }
      break;
    case 'EventSubProcess':
      if (!isBody(owner))
        misplaced(
          statement,
          'An event sub-process stands in the body of a process or sub-process, outside the flow. Move it there.',
          accept,
        );
      break;
    case 'Event':
      if (statement.kind === 'start' || statement.kind === 'end') checkEnds(statement, owner, accept);
      break;
  }
}

/** Whether a statement stands in a block of `in`, or among steps in that of a lane. */
function isInLane({ $container }: Statement): boolean {
  const owner = $container.$container;
  if (owner?.$type === 'Lane') return (owner as Lane).body?.statements.some(({ $type }) => $type !== 'Lane') ?? false;
  return isLaneBlock(owner);
}

function reportBranch(branch: Branch, accept: ValidationAcceptor): void {
  const gateway = branch.kind === 'branch' ? '`parallel`' : '`xor`, `or` or `complex`';
  const message = `\`${branch.kind}\` stands in the block of a gateway. Put a ${gateway} with a block around it.`;
  report(accept, 'error', 'branch-outside-gateway', message, branch, { property: 'kind' });
}

function checkEnds(event: Statement & { readonly kind: string }, owner: BlockOwner, accept: ValidationAcceptor): void {
  if (owner.$type === 'SubProcess' && owner.kind === 'adhoc') {
    // Only a warning: people draw it.
    const message = `The steps of an \`adhoc\` come in any order: it has no \`${event.kind}\`. Remove it.`;
    misplaced(event, message, accept, 'warning');
  } else if (event.kind === 'start' && !isBody(owner)) {
    misplaced(
      event,
      'A `start` stands in the body of a process or sub-process. Move it there, or make it a `catch`.',
      accept,
    );
  }
}

function isBody(owner: BlockOwner): boolean {
  return ['Process', 'SubProcess', 'EventSubProcess'].includes(owner.$type);
}

function misplaced(
  statement: Statement,
  message: string,
  accept: ValidationAcceptor,
  severity: 'error' | 'warning' = 'error',
): void {
  report(accept, severity, 'misplaced', message, statement, headOf(statement));
}
