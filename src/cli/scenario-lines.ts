import type { ScenarioResult } from '../workspace/index.ts';
import { visibleText } from './visible-text.ts';

/** One scenario that was run. */
export interface ScenarioReport {
  readonly file: string;
  readonly name: string;
  readonly failure?: NonNullable<ScenarioResult['failure']>;
}

/** A line for each scenario that failed: where, what differed, what was possible instead. */
export function scenarioLines(reports: readonly ScenarioReport[]): string[] {
  return reports.flatMap((report) => {
    if (!report.failure) return [];
    return [visibleText(`${report.file}: error: ${failureSentence(report)} [scenario-failed]`)];
  });
}

/** What failed, in sentences. */
export function failureSentence({ failure }: ScenarioReport): string {
  if (!failure) return '';
  const where = failure.step < 0 ? 'Start' : `Step ${failure.step + 1}`;
  const instead = failure.possible.length > 0 ? ` Possible: ${failure.possible.join(', ')}.` : '';
  return `${where}: ${failure.message}${instead}`;
}
