import { nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const poolLaneName: Rule = {
  id: 'MF17',
  name: 'pool-lane-name',
  statement: 'Pools and lanes have a name.',
  why: 'They say who does the steps.',
  severity: 'warning',
  references: ['bpmnlint/label-required'],
  check({ all, report }) {
    for (const one of [...all('bpmn:Participant'), ...all('bpmn:Lane')]) {
      if (!nameOf(one)) report(one, `${The(one)} has no name. Say who it is.`);
    }
  },
};
