/** What tasks run: processes, cases, decisions, and the parameters that go there and come back. */
import {
  type Decision,
  type FileUse,
  idOf,
  isDecision,
  isDefine,
  isProcess,
  labelOf,
  type PlanItem,
  type Runs,
} from '../../language/index.ts';
import { append, type Cmmn, createElement, is } from '../../model/index.ts';
import { type CaseContext, keyOf } from './case-context.ts';
import { externalProcess } from './define.ts';
import { targetOfPath } from './file-items.ts';

/** The type that says how a process of BPMN is implemented (CMMN 1.1, 5.4.13). */
const BPMN = 'http://www.omg.org/spec/CMMN/ProcessType/BPMN20';

/** Compiles a declaration of this file, or one of another file that is used here; once. */
export function compileDecision(context: CaseContext, node: Decision): Cmmn.Decision {
  const known = context.elementOf(node);
  if (is(known, 'cmmn:Decision')) return known;
  const element = createElement('cmmn:Decision', { id: context.ids.id(node) });
  context.bind(node, element);
  context.name(element, keyOf(node), labelOf(node));
  context.describe(node, element);
  append(context.definitions, 'decisions', element);
  return element;
}

/** The definition that a case has of a process: it stands in another file. */
function processDefinition(context: CaseContext, id: string, name: string | undefined): Cmmn.Process {
  const known = context.definitions.processes.find((process) => process.id === id);
  if (known) return known;
  const element = createElement('cmmn:Process', { id, implementationType: BPMN, externalRef: id });
  if (name !== undefined) element.name = name;
  append(context.definitions, 'processes', element);
  return element;
}

/** What a task runs. What the workspace does not know is named as it is written: it may be deployed elsewhere. */
export function compileRuns(context: CaseContext, task: Cmmn.PlanItemDefinition, clause: Runs): void {
  const target = clause.runs?.ref;
  const name = target ? idOf(target) : clause.runs?.$refText.replace(/^'|'$/g, '');
  if (name === undefined) return;
  if (is(task, 'cmmn:ProcessTask')) {
    if (isProcess(target)) processDefinition(context, name, labelOf(target));
    else if (isDefine(target)) externalProcess(context, target);
    task.processRef = name;
  } else if (is(task, 'cmmn:CaseTask')) {
    task.caseRef = name;
  } else if (is(task, 'cmmn:DecisionTask')) {
    if (isDecision(target)) compileDecision(context, target);
    task.decisionRef = target ? context.ids.id(target) : name;
  }
}

/** What the task reads and writes: a parameter each, bound to the item, and its mapping where it has one. */
export function compileFileUses(context: CaseContext, node: PlanItem, task: Cmmn.Task): void {
  for (const clause of node.clauses) {
    if (clause.$type !== 'FileUseClause') continue;
    const role = clause.kind === 'reads' ? 'input' : 'output';
    for (const use of clause.uses) compileUse(context, node, task, use, role);
  }
}

function compileUse(
  context: CaseContext,
  node: PlanItem,
  task: Cmmn.Task,
  use: FileUse,
  role: 'input' | 'output',
): void {
  const item = (use.path.at(-1) ?? use.source).ref;
  if (!item) return;
  const key = context.ids.numbered(`${keyOf(node)}/${role}/${idOf(item)}`);
  const parameter = createElement('cmmn:CaseParameter', {
    id: context.ids.idFor(key, `${task.id}_${role}_${idOf(item)}`),
  });
  context.setKey(parameter, key);
  append(task, role, parameter);
  context.sources.add(parameter.id, use);
  context.later(() => {
    const bound = targetOfPath(context, use);
    if (is(bound, 'cmmn:CaseFileItem')) parameter.bindingRef = bound;
    if (use.port !== undefined) map(context, node, task, use, { parameter, role, port: use.port, key });
  });
}

interface Mapped {
  readonly parameter: Cmmn.CaseParameter;
  readonly role: 'input' | 'output';
  readonly port: string;
  readonly key: string;
}

function map(context: CaseContext, node: PlanItem, task: Cmmn.Task, use: FileUse, mapped: Mapped): void {
  const { parameter, role, port, key } = mapped;
  const outer = portOf(context, node, role, port);
  const mapping = createElement('cmmn:ParameterMapping');
  const [source, target] = role === 'input' ? [parameter, outer] : [outer, parameter];
  if (source) mapping.sourceRef = source;
  if (target) mapping.targetRef = target;
  if (use.transform) mapping.set('transformation', context.expression(use.transform, `${key}/expression`));
  if (is(task, 'cmmn:DecisionTask')) append(task, 'mappings', mapping);
  else if (is(task, 'cmmn:ProcessTask') || is(task, 'cmmn:CaseTask')) append(task, 'parameterMapping', mapping);
}

/** The parameter of what the task runs: the one of that name, else a new one of a process or a decision. */
function portOf(
  context: CaseContext,
  node: PlanItem,
  role: 'input' | 'output',
  port: string,
): Cmmn.Parameter | undefined {
  const target = node.clauses.find((clause) => clause.$type === 'Runs')?.runs?.ref;
  const called = isProcess(target)
    ? context.definitions.processes.find(({ id }) => id === idOf(target))
    : isDefine(target)
      ? externalProcess(context, target)
      : context.elementOf(target);
  if (is(called, 'cmmn:Process')) return parameterIn(context, called, role, port, 'cmmn:ProcessParameter');
  if (is(called, 'cmmn:Decision')) return parameterIn(context, called, role, port, 'cmmn:DecisionParameter');
  return is(called, 'cmmn:Case') ? called[role].find(({ id, name }) => id === port || name === port) : undefined;
}

function parameterIn(
  context: CaseContext,
  called: Cmmn.Decision | Cmmn.Process,
  role: 'input' | 'output',
  port: string,
  type: 'cmmn:DecisionParameter' | 'cmmn:ProcessParameter',
): Cmmn.Parameter {
  const known = called[role].find(({ id, name }) => id === port || name === port);
  if (known) return known;
  const id = context.ids.idFor(`${called.id}/${role}/${port}`, `${called.id}_${port}`);
  return append(called, role, createElement(type, { id, name: port }));
}
