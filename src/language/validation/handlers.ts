import type { ValidationAcceptor } from 'langium';
import { type Block, type Handler, isActivity, isHandler, type Step } from '../generated/ast.ts';
import { groupStatements, type HandlerItem, type Item } from '../grouping.ts';
import { report } from './report.ts';
import { isLaneBlock, ownerOf, shownStep } from './surroundings.ts';
import { checkHandlerTriggers, wordOf } from './triggers.ts';

/** The handlers of a block, each with the activity before it. */
export function checkHandlers(block: Block, accept: ValidationAcceptor): void {
  // Lane blocks are part of the block around them.
  if (isLaneBlock(block.$container)) return;
  const owner = ownerOf(block);
  const race = owner?.$type === 'Gateway' && owner.kind === 'race';
  let before: Item | undefined;
  for (const item of groupStatements(block.statements, race).items) {
    if (isHandler(item.node)) checkAlone(item.node, race, before, accept);
    for (const handler of item.handlers) checkHandler(handler, item, accept);
    before = item;
  }
}

/** A handler that belongs to no activity: a way of a race, or misplaced. */
function checkAlone(handler: Handler, race: boolean, before: Item | undefined, accept: ValidationAcceptor): void {
  checkHandlerTriggers(handler, race, accept);
  const owner = ownerOf(handler);
  if (race || owner?.$type === 'Unknown' || owner?.$type === 'UnknownRoot') return;
  const after = before ? ` It stands after ${shownStep(before.node)} here.` : '';
  const message = `\`on\` stands behind the task or sub-process that it belongs to.${after} Move it, or write \`catch … on\`.`;
  report(accept, 'error', 'handler-without-host', message, handler, { keyword: 'on' });
}

function checkHandler(item: HandlerItem, host: Item, accept: ValidationAcceptor): void {
  const { node, jumps } = item;
  checkHandlerTriggers(node, false, accept);
  const words = node.triggers.map(wordOf);
  if (words.includes('cancel') && !(host.node.$type === 'SubProcess' && host.node.kind === 'transaction')) {
    const message =
      '`cancel` is handled on a `transaction`. Make the sub-process before it one, or remove this handler.';
    report(accept, 'warning', 'cancel-outside-transaction', message, node, { property: 'triggers' });
  }
  if (words.includes('compensation')) checkCompensation(item, accept);
  else if (!node.body && jumps.length === 0 && node.nonInterrupting) {
    const message =
      'A non-interrupting handler does something of its own. Give it a block that ends or jumps, or a jump.';
    report(accept, 'error', 'handler-does-nothing', message, node, { keyword: 'on' });
  }
}

/** Compensation is no flow: one activity undoes what the host did (BPMN 2.0.2, 10.7). */
function checkCompensation({ node, jumps }: HandlerItem, accept: ValidationAcceptor): void {
  const target = jumps[0]?.target?.ref ?? (node.body && groupStatements(node.body.statements, false).items[0]?.node);
  if (!target) {
    const message = 'Say what undoes the activity: `on compensation -> undo`.';
    report(accept, 'warning', 'handler-does-nothing', message, node, { keyword: 'on' });
  } else if (jumps.length > 0 && !undoes(target as Step)) {
    const message = `${shownStep(target)} is no compensation activity. Write \`compensation\` behind it.`;
    report(accept, 'error', 'not-for-compensation', message, jumps[0] ?? node);
  }
}

function undoes(step: Step): boolean {
  return (
    (isActivity(step) || step.$type === 'SubProcess') &&
    step.clauses.some((clause) => clause.$type === 'ForCompensation')
  );
}
