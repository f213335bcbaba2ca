/** How near a text comes to one that a person would have written. */
import { allElements, is, type ModelElement } from '../model/index.ts';
import { isReference, type Statement, statementsIn } from './tree.ts';

export interface Statistics {
  readonly flowNodes: number;
  readonly sequenceFlows: number;
  /** Discretionary items among them. */
  readonly planItems: number;
  /** Lines in the blocks of processes and cases, closing braces among them; without documentation, vendor lines and blank ones. */
  readonly lines: number;
  /** Ways that are written as jumps to a step. */
  readonly jumps: number;
  /** Blocks around the innermost statement, that of its process or case among them. */
  readonly depth: number;
}

export function statisticsOf(definitions: ModelElement, statements: readonly Statement[], text: string): Statistics {
  const elements = [...allElements(definitions)];
  const processes = statements.filter(({ words }) => words[0] === 'process');
  const bodies = statements.filter(({ words }) => words[0] === 'process' || words[0] === 'case');
  const jumps = [...statementsIn(processes)].filter(isJump);
  return {
    flowNodes: elements.filter((element) => is(element, 'bpmn:FlowNode')).length,
    sequenceFlows: elements.filter((element) => is(element, 'bpmn:SequenceFlow')).length,
    planItems: elements.filter((element) => is(element, 'cmmn:PlanItem') || is(element, 'cmmn:DiscretionaryItem'))
      .length,
    lines: linesInBodies(text),
    jumps: jumps.length,
    depth: Math.max(0, ...bodies.map((body) => depthOf(body))),
  };
}

/** Whether a statement leads to a step by its name. */
function isJump({ kind, words: [, target] }: Statement): boolean {
  return kind === 'jump' && target !== undefined && isReference(target);
}

function depthOf({ block = [], attached = [] }: Statement): number {
  const inside = block.map((statement) => 1 + depthOf(statement));
  return Math.max(block.length > 0 ? 1 : 0, ...inside, ...attached.map(depthOf));
}

function linesInBodies(text: string): number {
  let count = 0;
  let isBody = false;
  let isOfBody = false;
  let isDocumentation = false;
  /** Parentheses of a vendor element that are still open. */
  let vendor = 0;
  for (const line of text.split('\n')) {
    const words = line.trim();
    if (!isDocumentation && /^(?:"{3}.*)?(?:process|case)\b/.test(line)) isOfBody = true;
    if (line === '}') isBody = isOfBody = false;
    const quotes = line.split('"""').length - 1;
    const isPlain = !isDocumentation && quotes === 0 && vendor === 0 && words !== '' && !words.startsWith('@');
    if (isBody && isPlain) count++;
    if (quotes % 2 === 1) isDocumentation = !isDocumentation;
    if (vendor > 0 || words.startsWith('@')) vendor = Math.max(0, vendor + openParentheses(words));
    if (isOfBody && vendor === 0 && (line === '{' || (/^\S.*\{$/.test(line) && !/\bwith \{$/.test(line))))
      isBody = true;
  }
  return count;
}

function openParentheses(words: string): number {
  const code = words.replace(/"(?:\\.|[^"\\])*"/g, '');
  return code.split('(').length - code.split(')').length;
}
