import type { ModelElement, Process } from '../../../model/index.ts';
import { type ModelChange, set } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { vendorAttribute, vendorNamespaces } from '../../vendor.ts';
import { The } from '../../words.ts';

export const historyTtl: Rule = {
  id: 'EX06',
  name: 'history-ttl',
  statement: 'An executable process says how long its history is kept.',
  why: 'Since Camunda 7.20, and in Operaton, a process without `historyTimeToLive` is refused unless the engine is told not to.',
  severity: 'warning',
  profiles: ['camunda7', 'operaton'],
  references: [],
  fix: { title: 'Keep it for 30 days', isSafe: false },
  check({ all, definitions, report }) {
    for (const process of all('bpmn:Process')) {
      const isSaid = (['camunda7', 'operaton'] as const).some(
        (vendor) => vendorAttribute(process, definitions, vendor, 'historyTimeToLive') !== undefined,
      );
      if (process.isExecutable && !isSaid)
        report(
          process,
          `${The(process)} does not say how long its history is kept. Set historyTimeToLive, such as P30D.`,
          { fix: thirtyDays(process, definitions) },
        );
    }
  },
};

/** Operaton reads the words of Camunda 7 too. */
function thirtyDays(process: Process, definitions: ModelElement): ModelChange[] {
  const [uri] = vendorNamespaces.camunda7;
  const bound = Object.entries(definitions.$attrs).find(([name, value]) => name.startsWith('xmlns:') && value === uri);
  const prefix = bound?.[0].slice('xmlns:'.length) ?? 'camunda';
  const binding = bound || definitions.$attrs[`xmlns:${prefix}`] ? [] : [set(definitions, `xmlns:${prefix}`, uri)];
  return [...binding, set(process, `${prefix}:historyTimeToLive`, 'P30D')];
}
