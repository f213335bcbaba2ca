import type { Rule } from '../../rule.ts';
import { attributesOf, changeOf, vendorElements } from '../../vendor.ts';
import { The } from '../../words.ts';

export const secretsFormat: Rule = {
  id: 'EX09',
  name: 'secrets-format',
  statement: 'A secret is written in double braces: `{{secrets.TOKEN}}`.',
  why: 'Connectors no longer look for the form without them, and the words would be sent as they stand.',
  severity: 'warning',
  profiles: ['camunda8'],
  references: [],
  fix: { title: 'Write it in double braces', isSafe: true },
  check({ all, report }) {
    for (const element of all('bpmn:FlowNode')) {
      if (!element.extensionElements) continue;
      const values = vendorElements(element, 'camunda8').flatMap((one) =>
        attributesOf(one).map(([name, value]) => ({ one, name, value, secret: bare.exec(value)?.[0] })),
      );
      const found = values.find(({ secret }) => secret !== undefined);
      if (!found?.secret) continue;
      const { one, name, value, secret } = found;
      // In an expression braces make a secret only within a text.
      const isInText = value.slice(0, value.search(bare)).split('"').length % 2 === 0;
      const fix =
        /^\s*=/.test(value) && !isInText
          ? undefined
          : changeOf(one, { name, value: value.replace(bare, `{{${secret}}}`) });
      report(
        element,
        `${The(element)} has the secret ${secret} without braces. Write {{${secret}}}.`,
        fix && { fix: [fix] },
      );
    }
  },
};

/** A secret as connectors took it before, at the beginning of a value or a text in it. */
const bare = /(?<=^|["=\s])secrets\.[\w-]+(?!\s*\}\})/;
