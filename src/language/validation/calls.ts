import type { ValidationAcceptor } from 'langium';
import { elementOfType } from '../../schema/index.ts';
import { elementType } from '../details/detail-types.ts';
import { isCallable } from '../details/references.ts';
import { isDefine, type Runs } from '../generated/ast.ts';
import { article } from './details.ts';
import { report } from './report.ts';

/** What is called: of what `define` makes, only a global task is callable (BPMN 2.0.2, 10.3.6). */
export function checkRuns(runs: Runs, accept: ValidationAcceptor): void {
  const target = runs.runs?.ref;
  if (!target || !isDefine(target) || isCallable(target)) return;
  const type = elementType(target);
  const what = type ? article(elementOfType(type)) : 'no element that can be called';
  const message = `\`${runs.runs?.$refText}\` is ${what}. Name a process, a decision or a global task here.`;
  report(accept, 'error', 'wrong-reference', message, runs, { property: 'runs' });
}
