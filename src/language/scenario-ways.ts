/** The ways between which `choose` decides, by the text alone. */
import { type AstNode, AstUtils } from 'langium';
import { type Block, isBlock, isBranch, isGateway, isInLane, isLane, type Step } from './generated/ast.ts';
import { groupStatements } from './grouping.ts';
import { idOf } from './ids.ts';

/** A way out of a gateway or a step. */
export interface WayOn {
  readonly label?: string;
  /** Id of the step that it leads to, where the text says so at the way itself. */
  readonly target?: string;
  readonly isDefault: boolean;
}

/** The ways on that a step names, in the order of the text; none where it just goes on. */
export function waysOf(step: Step): readonly WayOn[] {
  if (isGateway(step) && step.body) {
    const { items } = groupStatements(step.body.statements, step.kind === 'race');
    return items.flatMap(({ node, jumps }) => {
      if (!isBranch(node)) return [];
      return [wayTo(node.label, firstIn(node.body) ?? jumps[0]?.target?.ref, node.kind === 'otherwise')];
    });
  }
  const item = itemOf(step);
  return (item?.jumps ?? []).map((jump) => wayTo(jump.label, firstIn(jump.body) ?? jump.target?.ref, jump.default));
}

function firstIn(body: Block | undefined): AstNode | undefined {
  return body && groupStatements(body.statements, false).items[0]?.node;
}

function wayTo(label: string | undefined, target: AstNode | undefined, isDefault: boolean): WayOn {
  return { ...(label && { label }), ...(target && { target: idOf(target) }), isDefault };
}

function itemOf(step: AstNode) {
  let block = step.$container;
  while (isBlock(block) && (isLane(block.$container) || isInLane(block.$container)))
    block = block.$container.$container;
  if (!isBlock(block)) return undefined;
  const race = AstUtils.getContainerOfType(block, isGateway);
  const { items } = groupStatements(block.statements, race?.body === block && race.kind === 'race');
  return items.flatMap((item) => [item, ...item.handlers]).find(({ node }) => node === step);
}
