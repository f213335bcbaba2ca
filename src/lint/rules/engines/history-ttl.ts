import type { Rule } from '../../rule.ts';
import { vendorAttribute } from '../../vendor.ts';
import { The } from '../../words.ts';

export const historyTtl: Rule = {
  id: 'EX06',
  name: 'history-ttl',
  statement: 'An executable process says how long its history is kept.',
  why: 'Since Camunda 7.20, and in Operaton, a process without `historyTimeToLive` is refused unless the engine is told not to.',
  severity: 'warning',
  profiles: ['camunda7', 'operaton'],
  references: [],
  check({ all, definitions, report }) {
    for (const process of all('bpmn:Process')) {
      const isSaid = (['camunda7', 'operaton'] as const).some(
        (vendor) => vendorAttribute(process, definitions, vendor, 'historyTimeToLive') !== undefined,
      );
      if (process.isExecutable && !isSaid)
        report(
          process,
          `${The(process)} does not say how long its history is kept. Set historyTimeToLive, such as P30D.`,
        );
    }
  },
};
