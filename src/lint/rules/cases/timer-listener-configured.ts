import { hasExtensions } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const timerListenerConfigured: Rule = {
  id: 'CM34',
  name: 'timer-listener-configured',
  statement: 'A timer event listener says when it goes off.',
  why: 'Without an expression it never does.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.2.1',
  references: [],
  check({ all, report }) {
    for (const timer of all('cmmn:TimerEventListener')) {
      if (!timer.timerExpression?.body?.trim() && !hasExtensions(timer))
        report(timer, `${The(timer)} does not say when. Give it a timer expression, such as P2D.`);
    }
  },
};
