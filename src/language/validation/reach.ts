/** Steps that nothing reaches: nothing falls into them, and no jump names them (language.md, "BPMN in one page": Jumps). */
import type { AstNode, ValidationAcceptor } from 'langium';
import { type Block, type Gateway, isFlow, type Process, type SubProcess } from '../generated/ast.ts';
import { type Attached, groupStatements, type HandlerItem, type Item, type StepNode } from '../grouping.ts';
import { nodesIn } from '../tree-walk.ts';
import { report } from './report.ts';
import { headOf, shownStep } from './surroundings.ts';

/** Warns at the first step of each stretch that nothing reaches. */
export function checkReach(process: Process, accept: ValidationAcceptor): void {
  if (process.body) new Reach(process, accept).body(process.body, false);
}

/** Walks a process as its flow does. All methods return whether the flow goes on behind what they walk. */
class Reach {
  private readonly named = new Set<AstNode>();
  private readonly accept: ValidationAcceptor;

  constructor(process: Process, accept: ValidationAcceptor) {
    this.accept = accept;
    for (const jump of nodesIn(process).filter(isFlow)) {
      const target = jump.target?.ref;
      if (target) this.named.add(target);
    }
  }

  /** The body of a process or sub-process. @param anyOrder whether nothing falls into its steps, as in `adhoc` */
  body(block: Block, anyOrder: boolean): void {
    const { items } = groupStatements(block.statements, false);
    // Without a start the first step begins: an implicit start.
    if (anyOrder) for (const item of items) this.item(item, true);
    else this.items(items, true);
  }

  private block(block: Block | undefined, entered: boolean): boolean {
    return block ? this.items(groupStatements(block.statements, false).items, entered) : entered;
  }

  private items(items: readonly Item[], entered: boolean): boolean {
    let alive = entered;
    let before: StepNode | undefined;
    for (const item of items) {
      if (standsApart(item.node)) {
        this.item(item, true);
        continue;
      }
      if (alive && before && before.$type !== 'Unknown' && startsAnew(item.node)) this.leadsNowhere(before, item.node);
      alive = this.item(item, alive);
      before = item.node;
    }
    return alive;
  }

  private leadsNowhere(node: StepNode, next: StepNode): void {
    const message = `${shownStep(node)} leads nowhere: nothing falls into ${shownStep(next)}. Give it a jump: \`-> step\`.`;
    report(this.accept, 'warning', 'leads-nowhere', message, node, headOf(node));
  }

  private item(item: Item, entered: boolean): boolean {
    const { node } = item;
    const falls = entered && !startsAnew(node);
    const isStep = node.$type !== 'Handler' && node.$type !== 'Unknown';
    if (!falls && !startsAnew(node) && !this.named.has(node) && isStep) this.unreached(node);
    return this.leave(item, this.inside(item));
  }

  private unreached(node: StepNode): void {
    const message = `Nothing reaches ${shownStep(node)}: the step before it does not go on, and no jump names it. Jump to it, or move it.`;
    report(this.accept, 'warning', 'unreachable', message, node, headOf(node));
  }

  /** Whether the flow comes out of the step itself, before its jumps. */
  private inside({ node }: Item): boolean {
    switch (node.$type) {
      case 'Event':
        return node.kind !== 'end' && !(node.kind === 'throw' && isLink(node));
      case 'SubProcess':
      case 'EventSubProcess':
        if (node.body) this.body(node.body, node.$type === 'SubProcess' && isAdHoc(node));
        return node.$type === 'SubProcess';
      case 'Gateway':
        return this.ways(node);
      case 'Activity':
        return true;
      case 'Branch':
      case 'Handler':
        return this.block(node.body, true);
      case 'Unknown':
        // Whatever it was meant to be, what follows it is not at fault.
        this.block(node.body, true);
        return true;
      case 'Join':
        return true;
    }
  }

  private ways(gateway: Gateway): boolean {
    if (!gateway.body) return true;
    const race = gateway.kind === 'race';
    const { items } = groupStatements(gateway.body.statements, race);
    if (items.length === 0) return true;
    return items.map((item) => this.way(item)).includes(true);
  }

  private way(item: Item): boolean {
    const body = item.node.$type === 'Activity' ? item.node.body : undefined;
    return this.leave(item, body ? this.block(body, true) : this.inside(item));
  }

  /** The step's own way on, and those of handlers that rejoin behind it. */
  private leave(item: Item, comesOut: boolean): boolean {
    const rejoins = item.handlers.map((handler) => this.handler(handler)).includes(true);
    return (this.goesOn(item) && comesOut) || rejoins;
  }

  /** Whether jumps leave a way to what follows, or one of their blocks does. */
  private goesOn({ jumps }: Attached): boolean {
    const ends = jumps.map(({ body }) => body !== undefined && this.block(body, true));
    return ends.includes(true) || jumps.every((jump) => jump.ifWord) || jumps.some((jump) => jump.next);
  }

  private handler(item: HandlerItem): boolean {
    const { node } = item;
    if (node.triggers.some((trigger) => trigger.$type === 'CompensationTrigger')) return false;
    const comesOut = this.block(node.body, true);
    const reachesEnd = this.goesOn(item) && comesOut;
    if (!reachesEnd || !node.nonInterrupting) return reachesEnd;
    if (node.body || item.jumps.length > 0) {
      const message =
        'A non-interrupting handler runs beside its activity: it does not rejoin. Finish its block with `end` or a jump.';
      report(this.accept, 'error', 'handler-rejoins', message, node, { keyword: 'non-interrupting' });
    }
    return false;
  }
}

function isLink(node: { readonly triggers: readonly { readonly $type: string }[] }): boolean {
  return node.triggers.some((trigger) => trigger.$type === 'LinkTrigger');
}

function isAdHoc(node: SubProcess): boolean {
  return node.kind === 'adhoc';
}

/** Steps outside the sequence: what is before them goes on to what follows. */
function standsApart(node: StepNode): boolean {
  if (node.$type === 'EventSubProcess') return true;
  const markable = node.$type === 'Activity' || node.$type === 'SubProcess';
  return markable && node.clauses.some((clause) => clause.$type === 'ForCompensation');
}

/** Steps that begin by themselves: nothing falls into them. */
function startsAnew(node: StepNode): boolean {
  return node.$type === 'Event' && (node.kind === 'start' || (node.kind === 'catch' && isLink(node)));
}
