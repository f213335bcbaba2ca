import type { AstNode } from 'langium';
import {
  type Block,
  type Collaboration,
  type Flow,
  isBlock,
  isEvent,
  isLinkTrigger,
  type LinkTrigger,
  type MessageFlow,
  type Model,
} from '../generated/ast.ts';
import { type Attached, groupStatements } from '../grouping.ts';

/** Something that arrives at an element from elsewhere: a jump, a message, or a link that is thrown. */
export interface Arrival {
  /** The element it arrives at. */
  readonly target: AstNode;
  /** The step, handler, branch or pool that it leaves. */
  readonly source: AstNode;
  /** The statement that says so. */
  readonly by: Flow | MessageFlow | LinkTrigger;
}

/** Something that leaves an element for another; where it arrives is asked each time, since other files change. */
type Departure = Pick<Arrival, 'source' | 'by'>;

const walks = new WeakMap<Model, Walk>();

/** A file, walked once per parse. */
function walkOf(model: Model): Walk {
  const walk = walks.get(model) ?? new Walk(model);
  walks.set(model, walk);
  return walk;
}

/** All arrivals in a file that leave an element of it, in the order of the text. */
export function arrivalsIn(model: Model): Arrival[] {
  const { departures, caught } = walkOf(model);
  return departures.flatMap((departure) => arrival(departure, caught));
}

/** The messages that leave elements of a file; they may arrive in others. */
export function messagesFrom(model: Model): Arrival[] {
  const { departures, caught } = walkOf(model);
  return departures.filter(({ by }) => by.$type === 'MessageFlow').flatMap((departure) => arrival(departure, caught));
}

function arrival({ source, by }: Departure, caught: ReadonlyMap<string, AstNode>): Arrival[] {
  const target = targetOf(by, caught);
  return target ? [{ target, source, by }] : [];
}

function targetOf(by: Departure['by'], caught: ReadonlyMap<string, AstNode>): AstNode | undefined {
  if (by.$type === 'Flow') return by.target?.ref;
  return by.$type === 'MessageFlow' ? by.step?.ref : caught.get(by.link ?? '');
}

class Walk {
  readonly departures: Departure[] = [];
  /** By the name of a link: the event that catches it. */
  readonly caught = new Map<string, AstNode>();

  constructor(model: Model) {
    this.members(model);
  }

  /** Message flows beside pools leave the pool before them. */
  private members(container: Model | Collaboration): void {
    let sender: AstNode | undefined;
    for (const member of container.$type === 'Model' ? container.elements : container.members) {
      if (member.$type === 'MessageFlow' && sender) this.departures.push({ source: sender, by: member });
      else if (member.$type === 'Pool' || member.$type === 'Process') sender = member;
      if (member.$type === 'Collaboration') this.members(member);
      if (member.$type === 'Process' && member.body) this.block(member.body, false);
    }
  }

  private block(block: Block, race: boolean): void {
    for (const item of groupStatements(block.statements, race).items) {
      this.attached(item.node, item);
      for (const handler of item.handlers) this.attached(handler.node, handler);
      for (const { node } of [item, ...item.handlers]) this.inside(node);
    }
  }

  private inside(node: AstNode): void {
    if (isEvent(node)) this.links(node, node.kind === 'throw', node.triggers);
    if (!('body' in node) || !isBlock(node.body)) return;
    this.block(node.body, node.$type === 'Gateway' && 'kind' in node && node.kind === 'race');
  }

  private attached(source: AstNode, { jumps, messages }: Attached): void {
    for (const by of [...jumps, ...messages]) this.departures.push({ source, by });
  }

  private links(event: AstNode, throws: boolean, triggers: readonly AstNode[]): void {
    for (const trigger of triggers.filter(isLinkTrigger)) {
      if (throws) this.departures.push({ source: event, by: trigger });
      else if (trigger.link !== undefined) this.caught.set(trigger.link, event);
    }
  }
}
