import { is } from '../../../model/index.ts';
import { triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const elementSubset: Rule = {
  id: 'ST13',
  name: 'element-subset',
  statement:
    'Only elements of the chosen subset are used: those of `descriptive` or `analytic` of the standard, and of the types that are listed.',
  why: 'Who reads the models has learnt these symbols and no others. Until a subset is chosen with `allow` all are.',
  severity: 'warning',
  clause: 'BPMN 2.0.2, 2.2.2',
  references: [],
  options: { allow: [] },
  check({ all, options, report }) {
    const chosen = Array.isArray(options.allow) ? options.allow.map(String) : [];
    if (chosen.length === 0) return;
    const allowed = new Set(chosen.flatMap((name) => [...(subsets[name] ?? [name])]));
    for (const node of all('bpmn:FlowNode')) {
      const names = [node.$type, ...(is(node, 'bpmn:Event') ? triggersOf(node).map(({ $type }) => $type) : [])];
      const other = names.find((name) => !allowed.has(name));
      if (other)
        report(
          node,
          `${The(node)} is not of the chosen subset, which has no ${other}. Say it with what it has, or allow that type.`,
        );
    }
  },
};

/** What the standard's subclasses of conformance have of nodes and triggers (tables 2.1 and 2.2). */
const descriptive = new Set(
  'Task UserTask ServiceTask SubProcess CallActivity ExclusiveGateway ParallelGateway StartEvent EndEvent MessageEventDefinition TimerEventDefinition TerminateEventDefinition'
    .split(' ')
    .map((name) => `bpmn:${name}`),
);
const subsets: Readonly<Record<string, ReadonlySet<string>>> = {
  descriptive,
  analytic: new Set([
    ...descriptive,
    ...'SendTask ReceiveTask InclusiveGateway EventBasedGateway IntermediateCatchEvent IntermediateThrowEvent BoundaryEvent SignalEventDefinition ConditionalEventDefinition LinkEventDefinition ErrorEventDefinition EscalationEventDefinition'
      .split(' ')
      .map((name) => `bpmn:${name}`),
  ]),
};
