import { type AstNode, AstUtils, type CstNode } from 'langium';
import type { LiveModel } from '../../src/workspace/index.ts';
import type { Seen } from './live-session.ts';

/** A step that the picture shows, and the lines that it needs for that. */
export interface Step {
  readonly label: string;
  /** Lines, from 0: its own header, those of all blocks around it, and of a handler also its host. */
  readonly lines: readonly number[];
}

const STEPS = new Set(['Event', 'Activity', 'SubProcess', 'EventSubProcess', 'Gateway', 'Join', 'Handler']);
/** What may stand between a step and its handlers. */
const ATTACHED = new Set(['Handler', 'Flow', 'MessageFlow', 'Note']);

/** The labels of the steps in the picture. */
export function drawnLabels({ definitions }: Pick<LiveModel, 'definitions'>): Set<string> {
  const shapes = definitions.diagrams.flatMap((diagram) => diagram.plane?.planeElement ?? []);
  return new Set(
    shapes.flatMap((shape) => {
      const element = shape.get('bpmnElement') as { $instanceOf(type: string): boolean; get(name: string): unknown };
      const name = element?.$instanceOf('bpmn:FlowNode') ? element.get('name') : undefined;
      return typeof name === 'string' ? [name] : [];
    }),
  );
}

/** The steps of a whole text that the picture shows, as far as their label says which they are. */
export function drawnSteps({ root, model }: Seen): Step[] {
  const drawn = drawnLabels(model);
  const steps = AstUtils.streamAllContents(root).toArray().filter(isStep);
  const counts = Map.groupBy(steps, ({ label }) => label);
  return steps
    .filter(({ label }) => drawn.has(label) && counts.get(label)?.length === 1)
    .map((step) => ({ label: step.label, lines: [...new Set(needed(step))] }));
}

function isStep(node: AstNode): node is AstNode & { label: string } {
  return STEPS.has(node.$type) && 'label' in node && typeof node.label === 'string';
}

function needed(node: AstNode): number[] {
  const own = [...headerLines(node), ...(node.$type === 'Handler' ? hostLines(node) : [])];
  return node.$container ? [...own, ...needed(node.$container)] : own;
}

function headerLines(node: AstNode): number[] {
  const cst = node.$cstNode;
  // The root and a block have no header of their own; the brace of a block stands in its owner's.
  if (!cst || node.$type === 'Model') return [];
  const body = 'body' in node ? (node.body as AstNode | undefined)?.$cstNode : undefined;
  const last =
    node.$type === 'Block' ? cst.range.start.line : (body ?? { range: { start: cst.range.end } }).range.start.line;
  return linesBetween(cst, last);
}

function linesBetween({ range }: CstNode, last: number): number[] {
  return Array.from({ length: last - range.start.line + 1 }, (_, index) => range.start.line + index);
}

/** The headers of all that stands before a handler, back to the step that it is a handler of. */
function hostLines(handler: AstNode): number[] {
  const siblings = (handler.$container as { statements?: AstNode[] }).statements ?? [];
  const lines: number[] = [];
  for (let index = siblings.indexOf(handler) - 1; index >= 0; index--) {
    const sibling = siblings[index];
    if (!sibling) break;
    lines.push(...headerLines(sibling));
    if (!ATTACHED.has(sibling.$type)) break;
  }
  return lines;
}
