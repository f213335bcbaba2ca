import { type Gateway, is } from '../../../model/index.ts';
import { type GatewayType, type ModelChange, set } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const noGatewayJoinFork: Rule = {
  id: 'GW03',
  name: 'no-gateway-join-fork',
  statement: 'A gateway joins or splits, not both.',
  why: 'Readers see one of the two.',
  severity: 'warning',
  references: ['bpmnlint/no-gateway-join-fork'],
  fix: { title: 'Put a gateway in front that joins', isSafe: false },
  check({ all, incoming, outgoing, report }) {
    for (const gateway of all('bpmn:Gateway')) {
      if (incoming(gateway).length > 1 && outgoing(gateway).length > 1)
        report(gateway, `${The(gateway)} joins and splits. Use a gateway for each.`, joinInFront(gateway));
    }
  },
};

/** The same kind of gateway joins as splits; after events it is the exclusive one. */
function joinInFront(gateway: Gateway): { readonly fix?: readonly ModelChange[] } {
  const kinds: readonly GatewayType[] = ['bpmn:ExclusiveGateway', 'bpmn:ParallelGateway', 'bpmn:InclusiveGateway'];
  const type = is(gateway, 'bpmn:EventBasedGateway') ? kinds[0] : kinds.find((kind) => kind === gateway.$type);
  if (!type) return {};
  const direction = gateway.gatewayDirection === 'Unspecified' ? [] : [set(gateway, 'gatewayDirection', 'Diverging')];
  return { fix: [{ kind: 'insert', type, where: 'before', nodes: [gateway] }, ...direction] };
}
