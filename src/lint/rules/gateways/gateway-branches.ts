import type { Gateway } from '../../../model/index.ts';
import { hasCondition, nameOf } from '../../queries.ts';
import type { FindingDetails, Rule, RuleContext } from '../../rule.ts';
import { count, The } from '../../words.ts';

export const gatewayBranches: Rule = {
  id: 'GW01',
  name: 'gateway-branches',
  statement: 'A gateway has several flows in or several flows out.',
  why: 'With one of each it does nothing.',
  severity: 'warning',
  clause: 'BPMN 2.0.2, 10.6.1',
  references: ['EXT.135', 'bpmnlint/superfluous-gateway'],
  fix: { title: 'Remove the gateway', isSafe: true },
  check(context) {
    const { all, incoming, outgoing, report } = context;
    for (const gateway of all('bpmn:Gateway')) {
      const [ins, outs] = [incoming(gateway).length, outgoing(gateway).length];
      if (ins > 1 || outs > 1) continue;
      const references = ins === 1 && outs === 1 ? ['EXT.135', 'bpmnlint/superfluous-gateway'] : ['EXT.135'];
      report(
        gateway,
        `${The(gateway)} has ${count(ins, 'flow')} in and ${count(outs, 'flow')} out, so it neither splits nor joins. Take it away, or add the missing flow.`,
        { references, ...removal(gateway, context) },
      );
    }
  },
};

/** Only where nothing is lost with it: no words, no notes, and no condition that it looks at. */
function removal(gateway: Gateway, { all, incoming, outgoing }: RuleContext): FindingDetails {
  const [into, ...others] = incoming(gateway);
  const [out] = outgoing(gateway);
  const isNoted = all('bpmn:Association').some(
    ({ sourceRef, targetRef }) => sourceRef === gateway || targetRef === gateway,
  );
  const isDescribed = gateway.documentation.length > 0 || gateway.extensionElements !== undefined || isNoted;
  if (isDescribed || others.length > 0 || !into || !out || into === out) return {};
  if (hasCondition(out) || nameOf(out)) return {};
  return { fix: [{ kind: 'bypass', node: gateway }] };
}
