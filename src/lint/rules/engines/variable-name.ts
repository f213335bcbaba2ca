import type { Rule } from '../../rule.ts';
import { changeOf, localNameOf, vendorElements } from '../../vendor.ts';
import { The } from '../../words.ts';

export const variableName: Rule = {
  id: 'EX11',
  name: 'variable-name',
  statement: 'Variables have names that FEEL can read: letters, digits and underscores, with no digit first.',
  why: 'An expression cannot name them otherwise, or reads a calculation: `net-price` is a difference.',
  severity: 'warning',
  profiles: ['camunda8'],
  references: [],
  // What else speaks of the variable, in other files too, is not renamed with it.
  fix: { title: 'Name it with underscores', isSafe: false },
  check({ all, report }) {
    for (const element of all('bpmn:FlowElement')) {
      if (!element.extensionElements) continue;
      for (const one of vendorElements(element, 'camunda8')) {
        for (const name of variables[localNameOf(one)] ?? []) {
          const value = one.get(name)?.trim();
          if (!value || path.test(value)) continue;
          const fix = changeOf(one, { name, value: readable(value) });
          report(
            element,
            `${The(element)} has a variable "${value}". Name it with letters, digits and underscores.`,
            fix && { fix: [fix] },
          );
        }
      }
    }
  },
};

/** Attributes that name a variable, by the name of their element. */
const variables: Readonly<Record<string, readonly string[]>> = {
  input: ['target'],
  output: ['target'],
  script: ['resultVariable'],
  calledDecision: ['resultVariable'],
  loopCharacteristics: ['inputElement', 'outputCollection'],
};

const path = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

function readable(name: string): string {
  const parts = name.split('.').map((part) => part.replace(/[^\p{L}\p{N}_]+/gu, '_').replace(/^(?!\p{L}|_)/u, '_'));
  return parts.join('.');
}
