import type { ItemAwareElement, ItemDefinition } from '../../../model/index.ts';
import { isSameItem } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const serviceBinding: Rule = {
  id: 'DA13',
  name: 'service-binding',
  statement: 'A process that is offered as a service binds its data to operations, item for item.',
  why: 'A caller cannot reach it.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 8.4.3',
  references: ['EXT.064', 'EXT.065'],
  check({ all, report }) {
    for (const one of all('bpmn:CallableElement')) {
      if (one.supportedInterfaceRef.length === 0) continue;
      if (one.ioBinding.length === 0)
        report(one, `${The(one)} is offered as a service, but binds no data to an operation. Add an ioBinding.`, {
          references: ['EXT.064'],
        });
      for (const binding of one.ioBinding) {
        const operation = binding.operationRef;
        const takes = operation?.inMessageRef?.itemRef;
        const gives = operation?.outMessageRef?.itemRef;
        const { dataInputs = [], dataOutputs = [] } = one.ioSpecification ?? {};
        const fits = (data: readonly ItemAwareElement[], item: ItemDefinition | undefined) =>
          !item || data.some(({ itemSubjectRef }) => isSameItem(itemSubjectRef, item));
        if (operation && !(fits(dataInputs, takes) && fits(dataOutputs, gives)))
          report(
            binding,
            `The data of ${the(one)} have not the items of ${the(operation)}. Bind data of the same items.`,
            { references: ['EXT.065'] },
          );
      }
    }
  },
};
