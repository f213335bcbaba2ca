/**
 * What the extension (or any other client) asks the language server about scenarios, which are tests of models: which ones there
 * are, and how they end. Files need not be open.
 */
import type { Range } from '../base/range.ts';
import { count, list, optional, range, record, text } from './shape.ts';

/** Request. Params `ScenariosParams`, result `FileOfScenarios[]`: those of the files that hold scenarios, in any form. */
export const scenariosRequest = 'procedo/scenarios';

/** Request. Params `RunScenariosParams`, result `RanScenarios`. Open texts are taken as they stand in the editor. */
export const runScenariosRequest = 'procedo/runScenarios';

/**
 * Request. Params `RecordScenarioParams`, result `RecordedScenario`: what was done to the processes and cases of a document, as a
 * `scenario` block for its text, or as a file in JSON.
 */
export const recordScenarioRequest = 'procedo/recordScenario';

/**
 * Request. Params `DocumentParams`, result `CalledModels`: what the processes and cases of a document call in other files, which a simulation
 * runs with it. Files need not be open.
 */
export const calledModelsRequest = 'procedo/calledModels';

export interface CalledModels {
  /** BPMN and CMMN XML without drawings; no id in them is one of the document or of another of them. */
  readonly texts: readonly string[];
}

export interface ScenariosParams {
  readonly uris: readonly string[];
}

/** A file with scenarios: a text with `scenario` blocks, or one scenario in JSON. */
export interface FileOfScenarios {
  readonly uri: string;
  readonly scenarios: readonly NamedScenario[];
}

export interface NamedScenario {
  /** By this it is run. */
  readonly name: string;
  /** What a person calls it, if that is not its name. */
  readonly label?: string;
  /** Its head: where it is run from. */
  readonly range: Range;
}

export interface RunScenariosParams {
  readonly uri: string;
  /** Those to run; all of the file where it is left out. */
  readonly names?: readonly string[];
}

export interface RecordScenarioParams {
  readonly uri: string;
  readonly acts: readonly object[];
}

export interface RecordedScenario {
  /** A block for a text, with the text's own line ends left to who inserts it. */
  readonly text?: string;
  /** A file in JSON, to be saved beside that of a model in XML. */
  readonly json?: string;
  /** Why there is neither. */
  readonly message?: string;
}

export interface RanScenarios {
  readonly runs: readonly ScenarioRun[];
  /** What the scenarios passed of their models, file by file. */
  readonly coverage: readonly CoveredFile[];
}

export interface ScenarioRun {
  readonly name: string;
  /** Absent: it passed. */
  readonly failure?: FailedScenario;
}

export interface FailedScenario {
  /** What was expected, and what was there instead; why it could not be run. */
  readonly message: string;
  /** The step that differs, in the scenario's file. */
  readonly range?: Range;
  /** What could have been done instead, as acts of a block, or ids. */
  readonly possible: readonly string[];
}

export interface CoveredFile {
  readonly uri: string;
  readonly places: readonly CoveredPlace[];
}

/** A step of a model, or a way that leaves one, that has a place in its text. */
export interface CoveredPlace {
  readonly id: string;
  readonly name: string;
  readonly range: Range;
  /** Of a way: the id of the step that it leaves. */
  readonly leaves?: string;
  /** How many of the scenarios passed it. */
  readonly times: number;
}

const scenarioFiles = list(
  record({ uri: text, scenarios: list(record({ name: text, label: optional(text), range })) }),
);

export function areFilesOfScenarios(value: unknown): value is readonly FileOfScenarios[] {
  return scenarioFiles(value);
}

const ranScenarios = record({
  runs: list(
    record({
      name: text,
      failure: optional(record({ message: text, range: optional(range), possible: list(text) })),
    }),
  ),
  coverage: list(
    record({
      uri: text,
      places: list(record({ id: text, name: text, range, leaves: optional(text), times: count })),
    }),
  ),
});

export function isRanScenarios(value: unknown): value is RanScenarios {
  return ranScenarios(value);
}

const recordedScenario = record({ text: optional(text), json: optional(text), message: optional(text) });

export function isRecordedScenario(value: unknown): value is RecordedScenario {
  return recordedScenario(value);
}

const calledModels = record({ texts: list(text) });

export function isCalledModels(value: unknown): value is CalledModels {
  return calledModels(value);
}
