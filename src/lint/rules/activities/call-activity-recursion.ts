import { type CallActivity, is, type ModelElement } from '../../../model/index.ts';
import { constantOf, controlOf } from '../../case-queries.ts';
import { nextOf } from '../../control-flow.ts';
import { isEventSubProcess, reachable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const callActivityRecursion: Rule = {
  id: 'AC30',
  name: 'call-activity-recursion',
  statement: 'No process or case calls itself on every way through it.',
  why: 'Each run starts another one, without end.',
  severity: 'error',
  references: [],
  check(context) {
    const { all, report } = context;
    const byId = new Map<string | undefined, ModelElement>(all('bpmn:Process').map((process) => [process.id, process]));
    const calls = all('bpmn:CallActivity').filter(({ calledElement }) => byId.has(localName(calledElement)));
    const certain = calls.filter((call) => isOnEveryWay(call));
    const called = (process: ModelElement) =>
      certain.filter((call) => processAround(call) === process).map((call) => byId.get(localName(call.calledElement)));
    for (const call of certain) {
      const target = byId.get(localName(call.calledElement));
      const own = processAround(call);
      if (target && own && reachable([target], called).has(own))
        report(
          call,
          `${The(call)} calls ${the(target)} on every way through it, without end. Call it on one way of several.`,
        );
    }
    for (const item of all('cmmn:PlanItem')) {
      const task = item.definitionRef;
      const one = item.$parent?.$parent;
      if (!is(task, 'cmmn:CaseTask') || !is(one, 'cmmn:Case') || localName(task.caseRef) !== one.id) continue;
      const manual = controlOf(item)?.manualActivationRule;
      if (item.entryCriteria.length === 0 && (!manual || constantOf(manual.condition) === false))
        report(
          item,
          `${The(item)} starts ${the(one)} again as soon as it begins, without end. Give it an entry criterion.`,
        );
    }

    /** Whether every way through a process passes a step: without it no beginning leads to an end. */
    function isOnEveryWay(step: ModelElement): boolean {
      const scope = step.$parent;
      const nodes = context
        .childrenOfType(scope, 'bpmn:FlowNode')
        .filter((node) => !isEventSubProcess(node) && node !== step);
      const first = nodes.filter((node) => context.incoming(node).length === 0 && !is(node, 'bpmn:BoundaryEvent'));
      const reached = reachable(first, (node) => nextOf(node, context).filter((next) => next !== step));
      if (nodes.some((node) => reached.has(node) && context.outgoing(node).length === 0)) return false;
      if (context.boundaryEventsOf(step as CallActivity).some(({ cancelActivity }) => cancelActivity)) return false;
      return (
        is(scope, 'bpmn:Process') ||
        (is(scope, 'bpmn:SubProcess') &&
          !scope.triggeredByEvent &&
          !is(scope, 'bpmn:AdHocSubProcess') &&
          isOnEveryWay(scope))
      );
    }
  },
};

function processAround(element: ModelElement): ModelElement | undefined {
  for (let one: ModelElement | undefined = element; one; one = one.$parent) if (is(one, 'bpmn:Process')) return one;
  return undefined;
}

/** What a QName names, without its prefix. */
function localName(name: string | undefined): string | undefined {
  return name?.replace(/^.*:/, '');
}
