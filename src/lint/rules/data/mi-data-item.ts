import { type ItemAwareElement, is } from '../../../model/index.ts';
import { isExecutable, isSameItem } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const miDataItem: Rule = {
  id: 'DA14',
  name: 'mi-data-item',
  statement:
    "In an executable process a multi-instance task reads its items from one of its data inputs, and an item has the type of the collection's members.",
  why: 'There is nothing to go through, or each instance gets something of another type.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.3.8',
  references: ['EXT.068', 'EXT.069', 'EXT.070'],
  check({ all, report }) {
    for (const loop of all('bpmn:MultiInstanceLoopCharacteristics')) {
      const task = loop.$parent;
      if (!isExecutable(loop) || !is(task, 'bpmn:Activity')) continue;
      const { loopDataInputRef: from, loopDataOutputRef: to, inputDataItem: input, outputDataItem: output } = loop;
      const inputs: readonly ItemAwareElement[] = task.ioSpecification?.dataInputs ?? [];
      if (from && !is(task, 'bpmn:SubProcess') && !inputs.includes(from))
        report(loop, `${The(task)} goes through ${the(from)}, which is none of its data inputs. Name one of them.`, {
          references: ['EXT.068'],
        });
      if (to && output && !isMember(output, to))
        report(
          loop,
          `${The(output)} of ${the(task)} is no member of ${the(to)}. Give it the item of the collection, for a single one.`,
          { references: ['EXT.069'] },
        );
      if (from && input && !isMember(input, from))
        report(
          loop,
          `${The(input)} of ${the(task)} is no member of ${the(from)}. Give it the item of the collection, for a single one.`,
          { references: ['EXT.070'] },
        );
    }
  },
};

/** Where nothing is said of either type nothing contradicts. */
function isMember({ itemSubjectRef: item }: ItemAwareElement, { itemSubjectRef: items }: ItemAwareElement): boolean {
  return !item?.isCollection && ((!item && !items) || isSameItem(items, item));
}
