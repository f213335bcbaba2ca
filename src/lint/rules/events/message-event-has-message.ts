import { is, referenceText } from '../../../model/index.ts';
import { hasExtensions, isExecutable } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const messageEventHasMessage: Rule = {
  id: 'IE25',
  name: 'message-event-has-message',
  statement: 'In an executable process a message event or receive task names its message.',
  why: 'Without it an engine does not know what to send or wait for.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.5',
  references: ['EXT.127'],
  check({ all, report }) {
    for (const trigger of all('bpmn:MessageEventDefinition')) {
      const event = trigger.$parent ?? trigger;
      const isCatching = is(event, 'bpmn:CatchEvent');
      // What an engine sends by a class or topic of its own needs no message.
      const isExtended = !isCatching && (Object.keys(trigger.$attrs).length > 0 || hasExtensions(event));
      if (
        !trigger.messageRef &&
        referenceText(trigger, 'messageRef') === undefined &&
        isExecutable(trigger) &&
        !isExtended
      )
        report(event, `${The(event)} does not name its message. Refer to one.`);
    }
    for (const task of all('bpmn:ReceiveTask')) {
      if (
        !task.messageRef &&
        referenceText(task, 'messageRef') === undefined &&
        isExecutable(task) &&
        !hasExtensions(task)
      )
        report(task, `${The(task)} does not name the message that it waits for. Refer to one.`, { references: [] });
    }
  },
};
