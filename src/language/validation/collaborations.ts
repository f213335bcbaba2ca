import { type AstNode, AstUtils, type ValidationAcceptor } from 'langium';
import {
  type Block,
  type Collaboration,
  isProcess,
  type Member,
  type MessageFlow,
  type Model,
  type OwnPool,
  type Pool,
  type Root,
} from '../generated/ast.ts';
import { groupStatements, type StepNode } from '../grouping.ts';
import { processOf } from '../scoping/scope-provider.ts';
import { report } from './report.ts';
import { ownerOf, shownStep } from './surroundings.ts';

/** Message flows at the root and in collaborations: each leaves from a pool or a process before it. */
export function checkSenders(container: Model | Collaboration, accept: ValidationAcceptor): void {
  const members: readonly (Root | Member)[] = container.$type === 'Model' ? container.elements : container.members;
  let sender: AstNode | undefined;
  for (const member of members) {
    if (member.$type !== 'MessageFlow') {
      sender = member.$type === 'Pool' || member.$type === 'Process' ? member : undefined;
    } else if (!sender) {
      const message = '`~>` leaves from the pool or step before it, and there is none. Move it behind a `pool`.';
      report(accept, 'error', 'nothing-before', message, member, { keyword: '~>' });
    } else {
      checkOwnProcess(member, processOf(sender), accept);
    }
  }
}

/** A message flow inside a process: it goes to another pool, and not to a gateway. */
export function checkMessageFlow(flow: MessageFlow, accept: ValidationAcceptor): void {
  checkOwnProcess(flow, AstUtils.getContainerOfType(flow, isProcess), accept);
  const step = flow.step?.ref;
  if (step?.$type === 'Gateway' || step?.$type === 'Join') {
    const message = `${shownStep(step)} is a gateway: no message arrives there. Name a task or an event.`;
    report(accept, 'error', 'no-target', message, flow, { property: 'step' });
  } else if (step?.$type === 'Event' && (step.kind === 'end' || step.kind === 'throw')) {
    // Only a warning, here and for senders: people draw it, and the schema takes it.
    const message = `${shownStep(step)} sends, it waits for nothing. Lead the message to what waits for it.`;
    report(accept, 'warning', 'message-direction', message, flow, { property: 'step' });
  }
}

/** What the messages of a block leave from (BPMN 2.0.2, 7.6.2 and 10.5). */
export function checkSendersIn(block: Block, accept: ValidationAcceptor): void {
  // Lane blocks are part of the block around them.
  if (block.$container.$type === 'InLane') return;
  const owner = ownerOf(block);
  const grouped = groupStatements(block.statements, owner?.$type === 'Gateway' && owner.kind === 'race');
  for (const item of grouped.items)
    for (const { node, messages } of [item, ...item.handlers])
      for (const flow of messages) checkSender(node, flow, accept);
}

function checkSender(sender: StepNode, flow: MessageFlow, accept: ValidationAcceptor): void {
  if (sender.$type === 'Gateway' || sender.$type === 'Join' || sender.$type === 'Branch') {
    const message = 'A gateway sends no message. Put `~>` behind a task or an event.';
    report(accept, 'error', 'no-sender', message, flow, { keyword: '~>' });
  } else if (sender.$type === 'Handler' || (sender.$type === 'Event' && ['start', 'catch'].includes(sender.kind))) {
    const message = `${shownStep(sender)} waits, it sends nothing. Put \`~>\` behind the step that sends the message.`;
    report(accept, 'warning', 'message-direction', message, flow, { keyword: '~>' });
  }
}

function checkOwnProcess(flow: MessageFlow, own: AstNode | undefined, accept: ValidationAcceptor): void {
  if (!own || processOf(flow.pool?.ref) !== own) return;
  const message = 'A message goes to another pool. Within a process write a jump: `-> step`.';
  report(accept, 'error', 'message-within-pool', message, flow, { property: 'pool' });
}

/** How many participants a pool stands for, and that its process has no other pool. */
export function checkPool(pool: Pool | OwnPool, accept: ValidationAcceptor): void {
  const least = Number(pool.min ?? 0);
  const most = Number(pool.max ?? pool.min ?? 1);
  if (![least, most].every(Number.isInteger) || least < 0 || most < 1 || most < least) {
    const message = 'Write how many there are at least and at most, the smaller one first: `[2..5]`.';
    report(accept, 'error', 'multiplicity', message, pool, { property: pool.min === undefined ? 'max' : 'min' });
  }
  if (pool.$type !== 'Pool') return;
  const process = pool.process?.ref;
  if (!process?.own) return;
  const message = `The process is its own pool already (\`as pool\`). Remove \`runs\` here, or \`as pool\` there.`;
  report(accept, 'error', 'two-pools', message, pool, { property: 'process' });
}
