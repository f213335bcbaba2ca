import type { Position } from '../base/range.ts';
import type { ScenarioResult } from '../workspace/index.ts';
import { visibleText } from './visible-text.ts';

/** One scenario that was run. */
export interface ScenarioReport {
  readonly file: string;
  readonly name: string;
  readonly failure?: NonNullable<ScenarioResult['failure']>;
  /** Where a failure is in a file of JSON; none in one that cannot be read. */
  readonly place?: Position;
}

/** A line for each scenario that failed: where, what differed, what was possible instead. */
export function scenarioLines(reports: readonly ScenarioReport[]): string[] {
  return reports.flatMap((report) => {
    if (!report.failure) return [];
    const start = report.failure.range?.start ?? report.place;
    const place = start ? `${report.file}:${start.line + 1}:${start.character + 1}` : report.file;
    return [visibleText(`${place}: error: ${failureSentence(report)} [scenario-failed]`)];
  });
}

/** What failed, in sentences. */
export function failureSentence({ name, failure }: ScenarioReport): string {
  if (!failure) return '';
  const possible = failure.possible.length > 0 ? ` Possible: ${failure.possible.join(', ')}.` : '';
  if (failure.range) return `${name}: ${failure.message}${possible}`;
  const where = failure.step < 0 ? 'Start' : `Step ${failure.step + 1}`;
  return `${where}: ${failure.message}${possible}`;
}
