import type { Property } from '../analysis/index.ts';

/** What a finding of the analysis is called, by the property that does not hold. */
export const findingCodes: Readonly<Record<Property, string>> = {
  sound: 'message-left',
  optionToComplete: 'option-to-complete',
  properCompletion: 'proper-completion',
  safe: 'safe',
  noDeadActivities: 'no-dead-activities',
  criterion: 'criterion-never-met',
};
