import type { ValidationAcceptor } from 'langium';
import type { Decision } from '../generated/ast.ts';
import { holdsCases } from '../holds-cases.ts';
import { report } from './report.ts';

/** A decision stands in no BPMN model, where it is only called. That of cases has it: of those in its file or another, and of a file with nothing else. */
export function checkDecision(node: Decision, accept: ValidationAcceptor): void {
  if ((!node.with && node.extensions.length === 0) || holdsCases(node.$container)) return;
  const message =
    'The file of the processes here has no decisions: only cases that run this one say so. Put it beside these, or into a file of its own.';
  const spot = node.with ? { keyword: 'with' } : ({ property: 'extensions' } as const);
  report(accept, 'warning', 'decision-beside-processes', message, node, spot);
}
