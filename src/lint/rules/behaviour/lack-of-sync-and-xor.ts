import { is, type ModelElement } from '../../../model/index.ts';
import { joinBefore, otherJoin } from '../../fixes/joins.ts';
import { processOf } from '../../queries.ts';
import type { FindingDetails, Rule } from '../../rule.ts';

export const lackOfSyncAndXor: Rule = {
  id: 'GW17',
  name: 'lack-of-sync-and-xor',
  statement:
    'Ways that are taken together are joined by what waits for all of them: never two tokens on one flow, nor one end event reached twice.',
  why: 'What follows is done twice, and the process ends more than once.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 13.4.2',
  references: [],
  isOfRuns: true,
  fix: { title: 'Join the ways by a gateway that fits', isSafe: false },
  check(context) {
    const { proofs, report } = context;
    const found = proofs().filter(({ property }) => property === 'safe' || property === 'properCompletion');
    // Where two tokens are on a flow the end event that they come to is no finding of its own.
    const unsafe = found.filter(({ property }) => property === 'safe');
    const processes = new Set(unsafe.map(({ elements: [first] }) => first && processOf(first)));
    for (const { property, elements, message, run } of found) {
      const [first] = elements;
      if (!first || (property !== 'safe' && processes.has(processOf(first)))) continue;
      report(first, message, { run, ...joined(is(first, 'bpmn:SequenceFlow') ? first.sourceRef : first) });
    }

    /** Lets a node, where the ways come together, wait for them. */
    function joined(node: ModelElement | undefined): FindingDetails {
      if (!is(node, 'bpmn:FlowNode') || context.incoming(node).length < 2) return {};
      return is(node, 'bpmn:Gateway') ? otherJoin(node, context) : joinBefore(node, context);
    }
  },
};
