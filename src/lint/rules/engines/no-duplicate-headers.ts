import type { ForeignElement } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { attributesOf, changeOf, localNameOf, vendorElements } from '../../vendor.ts';
import { The } from '../../words.ts';

export const noDuplicateHeaders: Rule = {
  id: 'EX07',
  name: 'no-duplicate-headers',
  statement: 'No two headers of a task have one key, and no two listeners one event and type.',
  why: 'The engine takes one of the headers, and refuses listeners that are there twice.',
  severity: 'error',
  profiles: ['camunda8'],
  references: [],
  fix: { title: 'Take away the one that is there again', isSafe: true },
  check({ all, report }) {
    for (const element of all('bpmn:FlowElement')) {
      if (!element.extensionElements) continue;
      const seen = new Map<string, ForeignElement>();
      for (const one of vendorElements(element, 'camunda8')) {
        const kind = localNameOf(one);
        const key = keyOf[kind]?.map((name) => one.get(name) ?? '').join(' of ');
        if (!key?.trim()) continue;
        const first = seen.get(`${kind} ${key}`);
        // Which of two that say different things is meant only a person can tell.
        const fix = first && isSame(first, one) ? changeOf(one) : undefined;
        if (first)
          report(
            element,
            `${The(element)} has "${key}" twice among its ${kind === 'header' ? 'headers' : 'listeners'}. Take one away.`,
            fix && { fix: [fix] },
          );
        else seen.set(`${kind} ${key}`, one);
      }
    }
  },
};

function isSame(one: ForeignElement, other: ForeignElement): boolean {
  const [says, saysToo] = [one, other].map((each) => JSON.stringify(attributesOf(each).toSorted()));
  return says === saysToo && one.$children.length + other.$children.length === 0 && one.$body === other.$body;
}

/** The attributes that tell one from another, by the name of the element. */
const keyOf: Readonly<Record<string, readonly string[]>> = {
  header: ['key'],
  executionListener: ['eventType', 'type'],
  taskListener: ['eventType', 'type'],
};
