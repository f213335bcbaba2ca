import type { ValidationAcceptor } from 'langium';
import { elementType } from '../details/detail-types.ts';
import { type Decision, isCase, isDecision, isDefine } from '../generated/ast.ts';
import { report } from './report.ts';

/** A decision stands in no BPMN model, where it is only called. That of cases has it: of those in its file or another, and of a file with nothing else. */
export function checkDecision(node: Decision, accept: ValidationAcceptor): void {
  if (!node.with && node.extensions.length === 0) return;
  const { elements } = node.$container;
  const isForCases = (root: (typeof elements)[number]) =>
    isDecision(root) || (isDefine(root) && elementType(root)?.package.prefix === 'cmmn');
  if (elements.some(isCase) || elements.every(isForCases)) return;
  const message =
    'The file of the processes here has no decisions: only cases that run this one say so. Put it beside these, or into a file of its own.';
  const spot = node.with ? { keyword: 'with' } : ({ property: 'extensions' } as const);
  report(accept, 'warning', 'decision-beside-processes', message, node, spot);
}
