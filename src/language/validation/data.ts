/** What a step may read and write, and what it is mapped to (BPMN 2.0.2, 10.4). */
import { AstUtils, type ValidationAcceptor } from 'langium';
import { type Data, isDetail, type Store, type Use, type UseClause } from '../generated/ast.ts';
import { idOf } from '../ids.ts';
import { report } from './report.ts';
import { shownStep } from './surroundings.ts';

/** That the step has anything to read or to write, and that the mapping is the one that fits. */
export function checkUseClause(clause: UseClause, accept: ValidationAcceptor): void {
  const step = clause.$container;
  const refusal = refusalOf(clause.kind, step);
  if (refusal) report(accept, 'error', 'clause', refusal, clause, { property: 'kind' });
  for (const use of clause.uses) checkUse(use, clause, accept);
}

function refusalOf(kind: UseClause['kind'], step: UseClause['$container']): string | undefined {
  const catches =
    step.$type === 'Handler' || (step.$type === 'Event' && (step.kind === 'start' || step.kind === 'catch'));
  if (kind === 'reads' && catches)
    return 'What waits for something only brings data in. Write `writes`, or let the step behind it read.';
  if (kind === 'writes' && step.$type === 'Event' && !catches)
    return `What a \`${step.kind}\` sends is read, not written. Write \`reads\`, or let the step before it write.`;
  return undefined;
}

function checkUse(use: Use, { kind, $container: step }: UseClause, accept: ValidationAcceptor): void {
  const fitting = kind === 'reads' ? 'into' : 'from';
  if (use.direction && use.direction !== fitting) {
    const message = `\`${kind}\` goes with \`${fitting}\`: \`reads file into input\`, \`writes file from output\`.`;
    report(accept, 'error', 'mapping-direction', message, use, { property: 'direction' });
  } else if (use.direction && step.$type === 'SubProcess') {
    const message =
      'A sub-process has no inputs and outputs of its own: its steps see the data around it. Map it on them.';
    report(accept, 'warning', 'mapped-subprocess', message, use, { property: 'direction' });
  }
  checkPort(use, kind, accept);
  checkCalled(use, kind, step, accept);
  checkRepetition(use, kind, step, accept);
}

/** A task reads the list that it goes through: to say so again is a second line in the picture. */
function checkRepetition(
  use: Use,
  kind: UseClause['kind'],
  step: UseClause['$container'],
  accept: ValidationAcceptor,
): void {
  if (kind !== 'reads' || use.port !== undefined || step.$type !== 'Activity') return;
  const goesThrough = step.clauses.some((clause) => clause.$type === 'Each' && clause.data?.ref === use.data.ref);
  if (!goesThrough || !use.data.ref) return;
  const message = `\`for each\` reads this already. Remove it from \`reads\`.`;
  report(accept, 'warning', 'read-twice', message, use, { property: 'data' });
}

/** What a call hands over is an input that the called process declares, and what comes back an output of it. */
function checkCalled(
  use: Use,
  kind: UseClause['kind'],
  step: UseClause['$container'],
  accept: ValidationAcceptor,
): void {
  const called =
    step.$type === 'Activity' ? step.clauses.find((clause) => clause.$type === 'Runs')?.runs?.ref : undefined;
  if (called?.$type !== 'Process' || use.port === undefined || isDeclared(step, use.port)) return;
  const direction = kind === 'reads' ? 'input' : 'output';
  const ports = (called.body?.statements ?? []).filter((one) => one.$type === 'Data' && one.direction === direction);
  const names = ports.map(idOf);
  if (names.length === 0 || names.includes(use.port)) return;
  const listed = names.map((name) => `\`${name}\``).join(', ');
  const message = `${shownStep(called)} has no ${direction} \`${use.port}\`. It has ${listed}.`;
  report(accept, 'warning', 'unknown-port', message, use, { property: 'port', data: { names } });
}

/** Whether the step's own `with` has an input or output of that name. */
function isDeclared(step: UseClause['$container'], port: string): boolean {
  return 'details' in step && AstUtils.streamAllContents(step).some((node) => isDetail(node) && node.name === port);
}

/** What comes into the process is only read in it, what goes out of it only written. */
function checkPort(use: Use, kind: UseClause['kind'], accept: ValidationAcceptor): void {
  const data = use.data.ref;
  if (data?.$type !== 'Data') return;
  if (data.direction === 'input' && kind === 'writes') {
    const message =
      'An input of the process is only read in it. Write into other data, or declare this one as `output`.';
    report(accept, 'warning', 'port-direction', message, use, { property: 'data' });
  } else if (data.direction === 'output' && kind === 'reads') {
    const message = 'An output of the process is only written in it. Read other data, or declare this one as `input`.';
    report(accept, 'warning', 'port-direction', message, use, { property: 'data' });
  }
}

/** `data signed for file` is the same thing in another state: of the same kind, and in the end one that is declared. */
export function checkOrigin(node: Data | Store, accept: ValidationAcceptor): void {
  const origin = node.of?.ref;
  if (!origin) return;
  if (origin.$type !== node.$type) {
    const [own, other] = node.$type === 'Data' ? ['Data', 'a store'] : ['A store', 'data'];
    const message = `${own} cannot be another state of ${other}. Write \`${origin.$type === 'Data' ? 'data' : 'store'}\`, or name another one.`;
    report(accept, 'error', 'data-origin', message, node, { property: 'of' });
  } else if (origin.$type === 'Data' && origin.direction) {
    const message = `${shownStep(origin)} is an ${origin.direction} of the process, which has no states. Use it as it is.`;
    report(accept, 'error', 'data-origin', message, node, { property: 'of' });
  } else if (goesRound(node)) {
    const message = 'This leads back to itself. Leave `for` out where the data is declared.';
    report(accept, 'error', 'data-origin', message, node, { property: 'of' });
  }
}

function goesRound(node: Data | Store): boolean {
  const passed = new Set<Data | Store>();
  let origin: Data | Store | undefined = node;
  while (origin && !passed.has(origin)) {
    passed.add(origin);
    origin = origin.of?.ref;
  }
  return origin !== undefined;
}
