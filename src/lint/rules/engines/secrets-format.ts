import type { Rule } from '../../rule.ts';
import { attributesOf, vendorElements } from '../../vendor.ts';
import { The } from '../../words.ts';

export const secretsFormat: Rule = {
  id: 'EX09',
  name: 'secrets-format',
  statement: 'A secret is written in double braces: `{{secrets.TOKEN}}`.',
  why: 'Connectors no longer look for the form without them, and the words would be sent as they stand.',
  severity: 'warning',
  profiles: ['camunda8'],
  references: [],
  check({ all, report }) {
    for (const element of all('bpmn:FlowNode')) {
      if (!element.extensionElements) continue;
      const values = vendorElements(element, 'camunda8')
        .flatMap(attributesOf)
        .map(([, value]) => value);
      const secret = values.map((value) => bare.exec(value)?.[0]).find((one) => one !== undefined);
      if (secret) report(element, `${The(element)} has the secret ${secret} without braces. Write {{${secret}}}.`);
    }
  },
};

/** A secret as connectors took it before, at the beginning of a value or a text in it. */
const bare = /(?<=^|["=\s])secrets\.[\w-]+(?!\s*\}\})/;
