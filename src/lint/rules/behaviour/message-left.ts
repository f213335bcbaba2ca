import type { Rule } from '../../rule.ts';

export const messageLeft: Rule = {
  id: 'MF20',
  name: 'message-left',
  statement: 'No message is left when all pools have ended.',
  why: 'Somebody has sent what nobody takes. Where pools may leave each other early that is meant, so only `strict` asks for it.',
  severity: 'warning',
  from: 'strict',
  references: [],
  isOfRuns: true,
  check({ proofs, report }) {
    for (const { property, elements, message, run } of proofs()) {
      const [first] = elements;
      if (property === 'sound' && first) report(first, message, { run });
    }
  },
};
