import { is } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';

export const oneNamespaceOneFile: Rule = {
  id: 'REF12',
  name: 'one-namespace-one-file',
  statement: 'A file imports no other of its own target namespace.',
  why: 'Ids must be unique in a namespace: two files of the same namespace clash as soon as both use an id.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 8.2.1',
  references: ['EXT.002'],
  check({ definitions, report }) {
    const own = definitions.get('targetNamespace');
    if (!is(definitions, 'bpmn:Definitions') || typeof own !== 'string') return;
    for (const one of definitions.imports) {
      if (one.namespace === own)
        report(
          one,
          `The import of "${one.location ?? ''}" has the target namespace of this file, in which ids must be unique. Give one of the two files a namespace of its own.`,
        );
    }
  },
};
