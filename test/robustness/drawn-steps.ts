import { type AstNode, AstUtils, type CstNode } from 'langium';
import { allElements } from '../../src/model/index.ts';
import { drawnIds, type LiveModel } from '../../src/workspace/index.ts';
import type { Seen } from './live-session.ts';
import type { TypedText } from './typed-text.ts';

/** A step or plan item that the picture shows, and the lines that it needs for that. */
export interface Step {
  readonly label: string;
  /** Lines, from 0: its own header, those of all blocks around it, and of a handler also its host's. */
  readonly lines: readonly number[];
  /** First and last line of what must stay as one, with nothing put in: a header of several lines, and from the end of a host to its handler. */
  readonly unbroken: readonly (readonly [first: number, last: number])[];
}

const STEPS = new Set(['Event', 'Activity', 'SubProcess', 'EventSubProcess', 'Gateway', 'Join', 'Handler', 'PlanItem']);
const STEP_TYPES = ['bpmn:FlowNode', 'cmmn:PlanItem', 'cmmn:DiscretionaryItem'];
/** What may stand between a step and its handlers. */
const ATTACHED = new Set(['Handler', 'Flow', 'MessageFlow', 'Note']);

/** The labels of the steps and plan items in the picture. */
export function drawnLabels({ models }: Pick<LiveModel, 'models'>): Set<string> {
  return new Set(
    models.flatMap((model) => {
      const drawn = drawnIds(model);
      return [...allElements(model)].flatMap((element) => {
        const isStep = STEP_TYPES.some((type) => element.$instanceOf(type)) && drawn.has(String(element.get('id')));
        const name = isStep ? element.get('name') : undefined;
        return typeof name === 'string' ? [name] : [];
      });
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
    .map((step) => ({ label: step.label, lines: [...new Set(linesOf(step))], unbroken: unbrokenOf(step) }));
}

function isStep(node: AstNode): node is AstNode & { label: string } {
  return STEPS.has(node.$type) && 'label' in node && typeof node.label === 'string';
}

function linesOf(node: AstNode): number[] {
  const host = node.$type === 'Handler' ? hostOf(node) : undefined;
  const own = [...headerLines(node), ...(host ? headerLines(host) : [])];
  return node.$container ? [...own, ...linesOf(node.$container)] : own;
}

function unbrokenOf(node: AstNode): [number, number][] {
  const around = node.$container ? unbrokenOf(node.$container) : [];
  const own = node.$type === 'Handler' ? fromHost(node) : undefined;
  const [first, ...more] = headerLines(node);
  const last = more.at(-1);
  const header: [number, number][] = first === undefined || last === undefined ? [] : [[first, last]];
  return [...around, ...header, ...(own ? [own] : [])];
}

function headerLines(node: AstNode): number[] {
  const cst = node.$cstNode;
  // The root and a block have no header of their own; the brace of a block stands in its owner's.
  if (!cst || node.$type === 'Model') return [];
  const body = 'body' in node ? (node.body as AstNode | undefined)?.$cstNode : undefined;
  const last =
    node.$type === 'Block' || node.$type === 'CaseBlock'
      ? cst.range.start.line
      : (body ?? { range: { start: cst.range.end } }).range.start.line;
  return linesBetween(cst, last);
}

function linesBetween({ range }: CstNode, last: number): number[] {
  return Array.from({ length: last - range.start.line + 1 }, (_, index) => range.start.line + index);
}

/** From the last line of the step that a handler belongs to, with what else is attached to it, to the handler's own. */
function fromHost(handler: AstNode): [number, number] | undefined {
  const [first, last] = [hostOf(handler)?.$cstNode?.range.end.line, handler.$cstNode?.range.start.line];
  return first === undefined || last === undefined ? undefined : [first, last];
}

function hostOf(handler: AstNode): AstNode | undefined {
  const siblings = (handler.$container as { statements?: AstNode[] }).statements ?? [];
  return siblings.slice(0, siblings.indexOf(handler)).findLast(({ $type }) => !ATTACHED.has($type));
}

/** Whether a step is whole in a text that has been edited. */
export function isWhole({ lines, unbroken }: Step, typed: TypedText): boolean {
  const { untouched } = typed;
  return lines.every((line) => untouched.has(line)) && unbroken.every(([first, last]) => typed.isUnbroken(first, last));
}
