import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const participantMultiplicity: Rule = {
  id: 'DA05',
  name: 'participant-multiplicity',
  statement: 'The number of participants is not negative, and its maximum is at least 1 and the minimum.',
  why: 'No number fits.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 9.3',
  references: ['EXT.029', 'EXT.030'],
  check({ all, report }) {
    for (const range of all('bpmn:ParticipantMultiplicity')) {
      const { minimum, maximum } = range;
      const pool = the(range.$parent ?? range);
      if (minimum < 0)
        report(range, `The minimum of ${pool} is negative. Set it to 0 or more.`, { references: ['EXT.029'] });
      if (maximum < 1 || maximum < minimum)
        report(range, `The maximum of ${pool}, ${maximum}, is less than ${Math.max(1, minimum)}. Raise it.`, {
          references: ['EXT.030'],
        });
    }
  },
};
