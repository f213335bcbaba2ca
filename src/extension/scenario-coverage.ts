import { BranchCoverage, FileCoverage, StatementCoverage, Uri } from 'vscode';
import type { CoveredFile, CoveredPlace } from '../protocol/scenarios.ts';
import { toEditorRange } from './text-editors.ts';

/** What scenarios passed of the model in a file: its steps are statements, the ways out of a step its branches. */
export class CoveredModel extends FileCoverage {
  readonly details: readonly StatementCoverage[];

  constructor(uri: Uri, details: StatementCoverage[]) {
    const counted = FileCoverage.fromDetails(uri, details);
    super(uri, counted.statementCoverage, counted.branchCoverage);
    this.details = details;
  }
}

/** Adds up what was passed in several runs, file by file. */
export function coveredModels(runs: readonly CoveredFile[]): CoveredModel[] {
  const files = Map.groupBy(runs, ({ uri }) => uri);
  return [...files].map(([uri, all]) => {
    const places = [
      ...Map.groupBy(
        all.flatMap((each) => each.places),
        ({ id }) => id,
      ).values(),
    ].flatMap(summed);
    return new CoveredModel(Uri.parse(uri), detailsOf(places));
  });
}

/** A place, with the times of all runs. */
function summed(same: readonly CoveredPlace[]): CoveredPlace[] {
  const times = same.reduce((sum, place) => sum + place.times, 0);
  return same.slice(0, 1).map((place) => ({ ...place, times }));
}

function detailsOf(places: readonly CoveredPlace[]): StatementCoverage[] {
  const waysOf = (id: string) => places.filter(({ leaves }) => leaves === id);
  return places
    .filter(({ leaves }) => leaves === undefined)
    .map(({ id, range, times }) => {
      const ways = waysOf(id).map((way) => new BranchCoverage(way.times, toEditorRange(way.range), way.name));
      return new StatementCoverage(times, toEditorRange(range), ways);
    });
}
