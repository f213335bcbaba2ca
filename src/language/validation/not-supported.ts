import type { ValidationAcceptor } from 'langium';
import { type Decision, isCase } from '../generated/ast.ts';
import { report } from './report.ts';

/** A decision stands in no BPMN model, where it is only called; the model of cases has it. */
export function checkDecision(node: Decision, accept: ValidationAcceptor): void {
  if ((!node.with && node.extensions.length === 0) || node.$container.elements.some(isCase)) return;
  const message = 'What a decision says in `with` is not exported yet; a later release will.';
  const spot = node.with ? { keyword: 'with' } : ({ property: 'extensions' } as const);
  report(accept, 'warning', 'not-supported-yet', message, node, spot);
}
