import { is, type ModelElement } from '../../../model/index.ts';
import { remove } from '../../fixes/model-change.ts';
import type { LintModel } from '../../lint-model.ts';
import { defaultOf, hasCondition, hasTrigger, isCompensationHandler, isEventSubProcess } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const superfluousTermination: Rule = {
  id: 'SE15',
  name: 'superfluous-termination',
  statement: 'A terminate end event stands where something else can still run.',
  why: 'It says that the rest is thrown away; where there is no rest an end event without a result says the same.',
  severity: 'warning',
  references: ['bpmnlint/superfluous-termination'],
  fix: { title: 'Make it an end event without a result', isSafe: true },
  check(context) {
    const { all, childrenOfType, outgoing, report } = context;
    if (all('bpmn:TerminateEventDefinition').length === 0) return;
    for (const scope of [...all('bpmn:Process'), ...all('bpmn:SubProcess')]) {
      const nodes = childrenOfType(scope, 'bpmn:FlowNode');
      const ends = nodes.filter((node) => outgoing(node).length === 0 && !isCompensationHandler(node));
      const terminating = ends.filter((node) => hasTrigger(node, 'Terminate'));
      const [only] = terminating;
      if (!only) continue;
      const isLastOfAll =
        terminating.length === 1 && ends.every((node) => node === only || interruptsAll(node, context));
      if (!isLastOfAll && nodes.some((node) => letsMoreRun(node, context))) continue;
      for (const end of terminating)
        report(
          end,
          `When ${the(scope)} comes to ${the(end)} nothing else runs that it could terminate. Make it an end event without a result.`,
          { fix: terminationsOf(end).map(remove) },
        );
    }
  },
};

function terminationsOf(end: ModelElement): readonly ModelElement[] {
  return is(end, 'bpmn:EndEvent') ? end.eventDefinitions.filter((one) => is(one, 'bpmn:TerminateEventDefinition')) : [];
}

/** An event sub-process that stops what is around it leaves nothing that could run on. */
function interruptsAll(node: ModelElement, { childrenOfType }: LintModel): boolean {
  return (
    isEventSubProcess(node) && childrenOfType(node, 'bpmn:StartEvent').some(({ isInterrupting }) => isInterrupting)
  );
}

/** Whether a node lets something run beside what runs already. */
function letsMoreRun(node: ModelElement, model: LintModel): boolean {
  const { incoming, outgoing } = model;
  const free = outgoing(node).filter((flow) => !hasCondition(flow) && flow !== defaultOf(node));
  if (is(node, 'bpmn:Gateway')) {
    const isChoice = is(node, 'bpmn:ExclusiveGateway') || is(node, 'bpmn:EventBasedGateway');
    return !isChoice && outgoing(node).length > 1;
  }
  if (is(node, 'bpmn:BoundaryEvent')) return !node.cancelActivity;
  if (isEventSubProcess(node)) return !interruptsAll(node, model);
  const beginsToo = incoming(node).length === 0 && !is(node, 'bpmn:StartEvent') && !isCompensationHandler(node);
  return (
    free.length > 1 ||
    outgoing(node).length > free.length ||
    (beginsToo && !hasTrigger(node, 'Link') && isBeside(node, model))
  );
}

/** Whether other steps of its scope begin too. */
function isBeside(node: ModelElement, { childrenOfType }: LintModel): boolean {
  return childrenOfType(node.$parent, 'bpmn:StartEvent').length > 0;
}
