/** Tasks, calls and sub-processes, and their markers. */
import {
  type Activity,
  type ActivityClause,
  DEFAULT_LANGUAGE,
  type Each,
  type EventSubProcess,
  idOf,
  type Loop,
  labelOf,
  languageOf,
  type SubProcess,
  subProcessTypes,
  taskTypes,
} from '../language/index.ts';
import {
  type Activity as ActivityElement,
  createElement,
  type DataInput,
  is,
  type LoopCharacteristics,
  type MultiInstanceLoopCharacteristics,
  type SubProcess as SubProcessElement,
} from '../model/index.ts';
import type { CompileContext } from './context.ts';
import { collectionFromData, collectionFromExpression, compileUses } from './data-flow.ts';
import { messageElement } from './definitions.ts';
import { addStep, type Place } from './ways.ts';

export function makeActivity(context: CompileContext, place: Place, node: Activity): ActivityElement {
  const activity = createElement(taskTypes[node.kind], { id: context.id(node) });
  finishActivity(context, place, node, activity);
  return activity;
}

export function makeSubProcess(
  context: CompileContext,
  place: Place,
  node: SubProcess | EventSubProcess,
): SubProcessElement {
  const type = node.$type === 'SubProcess' ? subProcessTypes[node.kind] : 'bpmn:SubProcess';
  const element = createElement(type, { id: context.id(node) });
  if (node.$type === 'EventSubProcess') element.triggeredByEvent = true;
  finishActivity(context, place, node, element);
  return element;
}

function finishActivity(
  context: CompileContext,
  place: Place,
  node: Activity | SubProcess | EventSubProcess,
  element: ActivityElement,
): void {
  context.bind(node, element);
  context.name(element, labelOf(node));
  addStep(place, element);
  const clauses: readonly ActivityClause[] = 'clauses' in node ? node.clauses : [];
  for (const clause of clauses) applyClause(context, element, clause);
}

function applyClause(context: CompileContext, element: ActivityElement, clause: ActivityClause): void {
  switch (clause.$type) {
    case 'Runs': {
      // What the workspace does not know is called by the name as written: it may be deployed elsewhere.
      const called = clause.runs?.ref ? idOf(clause.runs.ref) : clause.runs?.$refText.replace(/^'|'$/g, '');
      if (called !== undefined && element.$instanceOf('bpmn:CallActivity')) element.set('calledElement', called);
      return;
    }
    case 'Carries': {
      const message = messageElement(context, clause.message?.ref);
      if (message && (element.$instanceOf('bpmn:SendTask') || element.$instanceOf('bpmn:ReceiveTask')))
        element.set('messageRef', message);
      return;
    }
    case 'Code': {
      if (!element.$instanceOf('bpmn:ScriptTask')) return;
      element.set('script', clause.code.text);
      // The standard knows no default for it, and an engine runs nothing without.
      element.set('scriptFormat', languageOf(clause.code) ?? DEFAULT_LANGUAGE);
      return;
    }
    case 'ForCompensation':
      element.isForCompensation = true;
      return;
    case 'Loop':
      element.set('loopCharacteristics', keepId(context, element, loop(context, element, clause)));
      return;
    case 'Each':
      element.set('loopCharacteristics', keepId(context, element, multiInstance(context, element, clause)));
      return;
    case 'UseClause':
      compileUses(context, element, clause);
  }
}

function keepId<T extends LoopCharacteristics>(context: CompileContext, owner: ActivityElement, element: T): T {
  return context.keepId(element, `${context.keyOf(owner)}/loop`);
}

function loop(context: CompileContext, owner: ActivityElement, clause: Loop): LoopCharacteristics {
  const element = createElement('bpmn:StandardLoopCharacteristics');
  if (clause.before) element.testBefore = true;
  if (clause.max !== undefined) element.loopMaximum = Number(clause.max);
  if (clause.while) element.set('loopCondition', context.expression(clause.while, `${context.keyOf(owner)}/while`));
  return element;
}

function multiInstance(
  context: CompileContext,
  owner: ActivityElement,
  clause: Each,
): MultiInstanceLoopCharacteristics {
  const key = context.keyOf(owner);
  const element = createElement('bpmn:MultiInstanceLoopCharacteristics');
  if (clause.sequential) element.isSequential = true;
  if (clause.times) element.set('loopCardinality', context.expression(clause.times, `${key}/times`));
  if (clause.until) element.set('completionCondition', context.expression(clause.until, `${key}/until`));
  if (clause.variable !== undefined) element.set('inputDataItem', loopItem(context, key, clause.variable));
  const { collection, data } = clause;
  if (collection) element.loopDataInputRef = collectionFromExpression(context, owner, collection);
  if (data) {
    context.later(() => {
      const source = context.elementOf(data.ref);
      if (!source || !is(source, 'bpmn:ItemAwareElement')) return;
      // A sub-process sees the data around it; a task has it in an input of its own (BPMN 2.0.2, table 10.28).
      element.loopDataInputRef = is(owner, 'bpmn:SubProcess') ? source : collectionFromData(context, owner, source);
    });
  }
  return element;
}

function loopItem(context: CompileContext, key: string, name: string): DataInput {
  return context.keepId(createElement('bpmn:DataInput', { name }), `${key}/each`);
}
