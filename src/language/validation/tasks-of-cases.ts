/** What tasks of a case run, what they hand over, and when timers go off (CMMN 1.1, 5.4.2.1, 5.4.10 to 5.4.13). */
import { AstUtils, type ValidationAcceptor } from 'langium';
import { closestTo } from '../../base/spelling.ts';
import { type Callable, type FileUse, isDetail, type PlanItem, type Runs } from '../generated/ast.ts';
import { idOf } from '../ids.ts';
import { hasClause } from './plan-clauses.ts';
import { report } from './report.ts';

/** The expression that stands for what a task runs, in `with`. */
const EXPRESSIONS: Readonly<Record<string, string>> = {
  process: 'processRefExpression',
  case: 'caseRefExpression',
  decision: 'decisionRefExpression',
};

/** A task of a case runs something, a timer says when. */
export function checkTask(item: PlanItem, accept: ValidationAcceptor): void {
  const isSaid = (key: string): boolean => item.details.some((detail) => detail.key === key);
  // One more item of a definition that another line makes has nothing of its own.
  if (isSaid('definitionRef')) return;
  const expression = EXPRESSIONS[item.kind];
  if (expression && !hasClause(item, 'runs') && !isSaid(expression)) {
    const message = `Nothing is run yet. Write \`runs\` and the ${item.kind} behind this.`;
    report(accept, 'warning', 'nothing-run', message, item, { property: 'kind' });
  }
  if (item.kind !== 'timer' || ['after', 'at', 'every', 'from'].some((word) => hasClause(item, word))) return;
  const message = 'Say when it is: `after` and a duration, `at` and a date, or `every` and a repetition.';
  report(accept, 'warning', 'missing-time', message, item, { property: 'kind' });
}

/** A mapping: the direction that fits, and a parameter of what is run. */
export function checkFileUse(use: FileUse, accept: ValidationAcceptor): void {
  const { kind, $container: item } = use.$container;
  if (!use.direction || item.$type !== 'PlanItem') return;
  const fitting = kind === 'reads' ? 'into' : 'from';
  if (use.direction !== fitting) {
    const message = `\`${kind}\` goes with \`${fitting}\`: \`reads dossier into input\`, \`writes receipt from output\`.`;
    report(accept, 'error', 'mapping-direction', message, use, { property: 'direction' });
  } else if (!EXPRESSIONS[item.kind]) {
    const message = `A \`${item.kind}\` runs nothing, so nothing is handed over. Remove \`${use.direction}\` and what is behind it.`;
    report(accept, 'error', 'mapped-task', message, use, { property: 'direction' });
  } else if (use.port !== undefined && !isDeclared(item, use.port)) checkPort(use, use.port, item, kind, accept);
}

/** Whether the task's own `with` has a parameter of that name. */
function isDeclared(item: PlanItem, port: string): boolean {
  return AstUtils.streamAllContents(item).some((node) => isDetail(node) && node.name === port);
}

function checkPort(
  use: FileUse,
  port: string,
  item: PlanItem,
  kind: 'reads' | 'writes',
  accept: ValidationAcceptor,
): void {
  const runs = item.clauses.find((clause): clause is Runs => clause.$type === 'Runs');
  const target = runs?.runs?.ref;
  if (!target) return;
  const direction = kind === 'reads' ? 'input' : 'output';
  const names = parametersOf(target, direction);
  // What is run may say nothing of its parameters; a case has those that it says.
  if (names.includes(port) || (names.length === 0 && target.$type !== 'Case')) return;
  const meant = closestTo(port, names);
  const has =
    names.length > 0
      ? `It has ${names.map((name) => `\`${name}\``).join(', ')}.`
      : `Declare it there: \`with { ${direction} ${port} { } }\`.`;
  const message = `\`${runs?.runs?.$refText}\` has no ${direction} \`${port}\`. ${meant ? `Did you mean \`${meant}\`?` : has}`;
  const data = { names: meant ? [meant, ...names.filter((name) => name !== meant)] : names };
  report(accept, 'warning', 'unknown-port', message, use, { property: 'port', data });
}

/** What may be handed to something, or comes back from it: the data of a process, the parameters of a case or a decision. */
export function parametersOf(target: Callable, direction: 'input' | 'output'): string[] {
  if (target.$type === 'Process') {
    const ports = (target.body?.statements ?? []).filter((one) => one.$type === 'Data' && one.direction === direction);
    return ports.map(idOf);
  }
  return target.details.filter(({ key }) => key === direction).flatMap(({ name, label }) => name ?? label ?? []);
}
