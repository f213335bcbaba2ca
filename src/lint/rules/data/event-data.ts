import { type EventDefinition, type ItemAwareElement, type ItemDefinition, is } from '../../../model/index.ts';
import { isSameItem, triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { count, The, the } from '../../words.ts';

export const eventData: Rule = {
  id: 'DA19',
  name: 'event-data',
  statement: 'An event with data has one for each trigger, of the item that the trigger carries.',
  why: 'Which data belongs to which trigger is said by the order alone.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5',
  references: ['EXT.093', 'EXT.094'],
  check({ all, report }) {
    for (const event of all('bpmn:Event')) {
      const data: readonly ItemAwareElement[] = is(event, 'bpmn:CatchEvent')
        ? event.dataOutputs
        : is(event, 'bpmn:ThrowEvent')
          ? event.dataInputs
          : [];
      const triggers = triggersOf(event);
      // An event without a trigger may hand data of its process on.
      if (data.length === 0 || triggers.length === 0) continue;
      if (data.length !== triggers.length)
        report(
          event,
          `${The(event)} has ${count(triggers.length, 'trigger')} and ${data.length} of data. Give it one for each trigger.`,
          { references: ['EXT.093'] },
        );
      triggers.forEach((trigger, index) => {
        const carried = carriedBy(trigger);
        const own = data[index];
        // Where nothing is said of either nothing contradicts.
        if (own && carried && (carried.item ?? own.itemSubjectRef) && !isSameItem(own.itemSubjectRef, carried.item))
          report(event, `${The(own)} of ${the(event)} has not the item that its trigger carries. Give it that item.`, {
            references: ['EXT.094'],
          });
      });
    }
  },
};

/** What a trigger carries, by what it refers to; undefined if it refers to nothing. */
function carriedBy(trigger: EventDefinition): { readonly item: ItemDefinition | undefined } | undefined {
  if (is(trigger, 'bpmn:MessageEventDefinition')) return trigger.messageRef && { item: trigger.messageRef.itemRef };
  if (is(trigger, 'bpmn:ErrorEventDefinition')) return trigger.errorRef && { item: trigger.errorRef.structureRef };
  if (is(trigger, 'bpmn:EscalationEventDefinition'))
    return trigger.escalationRef && { item: trigger.escalationRef.structureRef };
  if (is(trigger, 'bpmn:SignalEventDefinition')) return trigger.signalRef && { item: trigger.signalRef.structureRef };
  return undefined;
}
