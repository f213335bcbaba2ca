import type { Rule } from '../../rule.ts';
import { localNameOf, vendorElements } from '../../vendor.ts';
import { The } from '../../words.ts';

export const variableName: Rule = {
  id: 'EX11',
  name: 'variable-name',
  statement: 'Variables have names that FEEL can read: letters, digits and underscores, with no digit first.',
  why: 'An expression cannot name them otherwise, or reads a calculation: `net-price` is a difference.',
  severity: 'warning',
  profiles: ['camunda8'],
  references: [],
  check({ all, report }) {
    for (const element of all('bpmn:FlowElement')) {
      if (!element.extensionElements) continue;
      for (const one of vendorElements(element, 'camunda8')) {
        for (const name of variables[localNameOf(one)] ?? []) {
          const value = one.get(name)?.trim();
          if (value && !path.test(value))
            report(element, `${The(element)} has a variable "${value}". Name it with letters, digits and underscores.`);
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
