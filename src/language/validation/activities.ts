import type { AstNode, ValidationAcceptor } from 'langium';
import type { Activity, ActivityClause, SubProcess } from '../generated/ast.ts';
import { report } from './report.ts';
import { ownerOf } from './surroundings.ts';

/** The clauses of an activity: each once, and on a kind that has it. */
export function checkActivity(activity: Activity, accept: ValidationAcceptor): void {
  checkRepeated(activity, activity.clauses, accept);
  for (const clause of activity.clauses) {
    const fitting = FITTING[clause.$type];
    if (!fitting || fitting.includes(activity.kind)) continue;
    const kinds = fitting.map((kind) => `\`${kind}\``).join(' or ');
    const message = `A \`${activity.kind}\` has no ${NOUN[clause.$type]}. Make it a ${kinds}, or remove this.`;
    report(accept, 'error', 'clause', message, clause as AstNode, { data: { kinds: fitting } });
  }
  if (activity.body) checkBody(activity, accept);
}

/** The clauses of a sub-process, each once. */
export function checkSubProcess(subProcess: SubProcess, accept: ValidationAcceptor): void {
  checkRepeated(subProcess, subProcess.clauses, accept);
}

const FITTING: Readonly<Record<string, readonly string[]>> = {
  Runs: ['call'],
  Carries: ['send', 'receive'],
  Code: ['script'],
};

const NOUN: Readonly<Record<string, string>> = { Runs: '`runs`', Carries: 'message of its own', Code: 'code' };

/** Clauses of which a step has one at most; a loop and a multi-instance exclude each other. */
const GROUP: Readonly<Record<string, string>> = {
  Runs: '`runs`',
  Carries: '`message`',
  Code: 'code',
  Loop: 'repetition (`loop` or `for`)',
  Each: 'repetition (`loop` or `for`)',
  ForCompensation: '`compensation`',
};

function checkRepeated(
  node: Activity | SubProcess,
  clauses: readonly ActivityClause[],
  accept: ValidationAcceptor,
): void {
  const seen = new Set<string>();
  for (const clause of clauses) {
    const group = GROUP[clause.$type];
    if (!group) continue;
    if (seen.has(group)) {
      const message = `A \`${node.kind}\` has one ${group}. Remove this one.`;
      report(accept, 'error', 'repeated-clause', message, clause as AstNode);
    }
    seen.add(group);
  }
}

/** A block belongs to sub-processes; in a race the block of a `receive` is the way behind it. */
function checkBody(activity: Activity, accept: ValidationAcceptor): void {
  const owner = ownerOf(activity);
  if (activity.kind === 'receive' && owner?.$type === 'Gateway' && owner.kind === 'race') return;
  const message = `A \`${activity.kind}\` has no block. Make it a \`subprocess\`, or write its steps behind it.`;
  report(accept, 'error', 'block', message, activity, { property: 'kind' });
}
