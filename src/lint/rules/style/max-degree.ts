import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const maxDegree: Rule = {
  id: 'ST10',
  name: 'max-degree',
  statement: 'No node has many flows.',
  why: 'It is hard to follow them.',
  severity: 'info',
  references: [],
  options: { max: 6 },
  check({ all, incoming, outgoing, options, report }) {
    const { max } = options;
    for (const node of all('bpmn:FlowNode')) {
      const number = incoming(node).length + outgoing(node).length;
      if (typeof max === 'number' && number > max)
        report(node, `${The(node)} has ${number} flows, ${max} is the most. Use several gateways.`);
    }
  },
};
