import { nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const noUnexplainedAbbreviation: Rule = {
  id: 'ST06',
  name: 'no-unexplained-abbreviation',
  statement: 'Abbreviations in names are of the glossary.',
  why: 'Who is new does not know them, and one abbreviation may mean two things.',
  severity: 'info',
  references: [],
  options: {
    glossary: [
      'API',
      'CEO',
      'CRM',
      'ERP',
      'EU',
      'FAQ',
      'HR',
      'ID',
      'IT',
      'OK',
      'PDF',
      'PIN',
      'SMS',
      'URL',
      'USA',
      'VAT',
      'XML',
      'JSON',
    ],
  },
  check({ all, options, report }) {
    const known = new Set(Array.isArray(options.glossary) ? options.glossary.map(String) : []);
    for (const node of all('bpmn:FlowNode')) {
      const name = nameOf(node);
      // A name in capitals alone is a way of writing.
      if (name === name.toUpperCase()) continue;
      const words = name.match(/(?<![\p{L}\p{N}_-])\p{Lu}{2,}s?(?![\p{L}\p{N}_-])/gu) ?? [];
      const unknown = [...new Set(words.map((word) => word.replace(/s$/, '')))].filter((word) => !known.has(word));
      if (unknown.length > 0)
        report(
          node,
          `The name of ${the(node)} has ${unknown.map((word) => `"${word}"`).join(' and ')}. Write it out, or put it into the glossary of this rule.`,
        );
    }
  },
};
