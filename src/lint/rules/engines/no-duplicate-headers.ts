import type { Rule } from '../../rule.ts';
import { localNameOf, vendorElements } from '../../vendor.ts';
import { The } from '../../words.ts';

export const noDuplicateHeaders: Rule = {
  id: 'EX07',
  name: 'no-duplicate-headers',
  statement: 'No two headers of a task have one key, and no two listeners one event and type.',
  why: 'The engine takes one of the headers, and refuses listeners that are there twice.',
  severity: 'error',
  profiles: ['camunda8'],
  references: [],
  check({ all, report }) {
    for (const element of all('bpmn:FlowElement')) {
      if (!element.extensionElements) continue;
      const seen = new Set<string>();
      for (const one of vendorElements(element, 'camunda8')) {
        const kind = localNameOf(one);
        const key = keyOf[kind]?.map((name) => one.get(name) ?? '').join(' of ');
        if (!key?.trim()) continue;
        if (seen.has(`${kind} ${key}`))
          report(
            element,
            `${The(element)} has "${key}" twice among its ${kind === 'header' ? 'headers' : 'listeners'}. Take one away.`,
          );
        seen.add(`${kind} ${key}`);
      }
    }
  },
};

/** The attributes that tell one from another, by the name of the element. */
const keyOf: Readonly<Record<string, readonly string[]>> = {
  header: ['key'],
  executionListener: ['eventType', 'type'],
  taskListener: ['eventType', 'type'],
};
