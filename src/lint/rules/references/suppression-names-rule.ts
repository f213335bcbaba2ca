import type { Rule } from '../../rule.ts';
import { directives } from '../../suppressions.ts';

export const suppressionNamesRule: Rule = {
  id: 'REF13',
  name: 'suppression-names-rule',
  statement: 'A comment that suppresses says what: by words that are known, and for rules that there are.',
  why: 'One with a mistake in it suppresses nothing, and the finding that it was written for stays.',
  severity: 'warning',
  references: [],
  checkSuppression({ directive, rules, unknown }) {
    if (!directives.some((known) => known === directive))
      return `There is no "${directive}". Use one of ${directives.join(', ')}.`;
    const [word] = unknown;
    if (word !== undefined)
      return `"${word}" is neither a rule nor an element that this comment can mean. Correct it; \`procedo lint --list-rules\` lists the rules.`;
    if (rules.length > 0 || directive === 'lint-enable') return undefined;
    return `This comment names no rule, so it suppresses none. Put the name or the id of a rule behind ${directive}.`;
  },
};
