import { is, type Message, type ModelElement } from '../../../model/index.ts';
import { isEventSubProcess, isExecutable, triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { localNameOf, vendorElements } from '../../vendor.ts';
import { The, the } from '../../words.ts';

export const subscriptionCorrelation: Rule = {
  id: 'EX08',
  name: 'subscription-correlation',
  statement: 'A message that a running process waits for has a correlation key.',
  why: 'Camunda 8 finds the instance by it, and refuses the file without one.',
  severity: 'error',
  profiles: ['camunda8'],
  references: [],
  check({ all, report }) {
    for (const node of all('bpmn:FlowNode')) {
      if (!isExecutable(node)) continue;
      for (const message of awaitedBy(node)) {
        const key = vendorElements(message, 'camunda8')
          .find((one) => localNameOf(one) === 'subscription')
          ?.get('correlationKey');
        if (!key?.trim())
          report(
            node,
            `${The(node)} waits for ${the(message)}, which has no correlation key. Give the message a subscription with correlationKey.`,
          );
      }
    }
  },
};

/** The messages that a node waits for in a process that runs already: what starts one needs no key. */
function awaitedBy(node: ModelElement): Message[] {
  if (is(node, 'bpmn:ReceiveTask')) return node.messageRef ? [node.messageRef] : [];
  if (!is(node, 'bpmn:CatchEvent') || (is(node, 'bpmn:StartEvent') && !isEventSubProcess(node.$parent))) return [];
  return triggersOf(node).flatMap((trigger) =>
    is(trigger, 'bpmn:MessageEventDefinition') && trigger.messageRef ? [trigger.messageRef] : [],
  );
}
