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

/** All arrivals of a file, in the order of the text; found in one walk. */
export function arrivalsIn(model: Model): Arrival[] {
  const walk = new Walk();
  walk.members(model);
  return walk.arrivals();
}

class Walk {
  private readonly found: Arrival[] = [];
  private readonly thrown: { readonly source: AstNode; readonly by: LinkTrigger }[] = [];
  private readonly caught = new Map<string, AstNode>();

  arrivals(): Arrival[] {
    const links = this.thrown.flatMap(({ source, by }) => {
      const target = this.caught.get(by.link ?? '');
      return target ? [{ target, source, by }] : [];
    });
    return [...this.found, ...links];
  }

  /** Message flows beside pools leave the pool before them. */
  members(container: Model | Collaboration): void {
    let sender: AstNode | undefined;
    for (const member of container.$type === 'Model' ? container.elements : container.members) {
      if (member.$type === 'MessageFlow') this.message(member, sender);
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
    for (const by of jumps) {
      const target = by.target?.ref;
      if (target) this.found.push({ target, source, by });
    }
    for (const by of messages) this.message(by, source);
  }

  private message(by: MessageFlow, source: AstNode | undefined): void {
    const target = by.step?.ref;
    if (target && source) this.found.push({ target, source, by });
  }

  private links(event: AstNode, throws: boolean, triggers: readonly AstNode[]): void {
    for (const trigger of triggers.filter(isLinkTrigger)) {
      if (throws) this.thrown.push({ source: event, by: trigger });
      else if (trigger.link !== undefined) this.caught.set(trigger.link, event);
    }
  }
}
