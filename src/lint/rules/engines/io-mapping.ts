import type { Rule } from '../../rule.ts';
import { localNameOf, vendorElements } from '../../vendor.ts';
import { The } from '../../words.ts';

export const ioMapping: Rule = {
  id: 'EX10',
  name: 'io-mapping',
  statement: 'A mapping of variables says from where and to where.',
  why: 'The engine refuses one that is open on a side.',
  severity: 'error',
  profiles: ['camunda8', 'camunda7', 'operaton'],
  references: [],
  check({ all, profile, report }) {
    if (profile !== 'camunda7' && profile !== 'camunda8' && profile !== 'operaton') return;
    for (const element of all('bpmn:FlowElement')) {
      if (!element.extensionElements) continue;
      for (const one of vendorElements(element, profile)) {
        const open = needed[localNameOf(one)]?.find((name) => !one.get(name)?.trim());
        // Other elements of these names lie elsewhere: only those of a mapping count.
        const parent = one.$parent;
        const isMapping = parent && /:?(?:ioMapping|inputOutput)$/.test(parent.$type);
        if (open && isMapping)
          report(element, `${The(element)} has a mapping without ${open}. Set it, or take the mapping away.`);
      }
    }
  },
};

/** What the parts of a mapping need, by their names in Camunda 8 and Camunda 7. */
const needed: Readonly<Record<string, readonly string[]>> = {
  input: ['source', 'target'],
  output: ['source', 'target'],
  inputParameter: ['name'],
  outputParameter: ['name'],
};
