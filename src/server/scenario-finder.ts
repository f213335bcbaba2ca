import { dirname, resolve } from 'node:path';
import { URI } from 'langium';
import { hasErrors } from '../base/problem.ts';
import type { CoveredPlace, FailedScenario, NamedScenario } from '../protocol/scenarios.ts';
import { type Files, loadRuns, type SourceDocument, SourceReader } from '../workspace/index.ts';
import { pathOf } from './editor-files.ts';
import { jsonPlaces } from './json-places.ts';

/** A scenario with all that it needs, read. */
export interface FoundScenario extends NamedScenario {
  /** What it can pass, by the URI of the model's file. */
  readonly coverable: ReadonlyMap<string, readonly Omit<CoveredPlace, 'times'>[]>;
  /** Runs it: what it passed, and where it failed how. */
  run(): ScenarioEnd;
}

export interface ScenarioEnd {
  readonly covered: ReadonlySet<string>;
  readonly failure?: FailedScenario;
}

type Models = readonly SourceDocument[];

/** Reads scenarios, each file that they are about once: make a new one for each request. */
export class ScenarioFinder {
  readonly #files: Files;
  readonly #reader: SourceReader;
  readonly #models = new Map<string, SourceDocument | undefined>();

  constructor(files: Files) {
    this.#files = files;
    this.#reader = new SourceReader(files);
  }

  /** The names of those in a file, without what they are about; none: the file holds no scenario. */
  async named(uri: string): Promise<NamedScenario[]> {
    const text = await this.#text(uri);
    if (text === undefined) return [];
    const name = looksLikeScenario(text) ? (await loadRuns()).readScenario(text).value?.scenario.name : undefined;
    return name === undefined ? [] : [{ name, range: jsonPlaces(text).name }];
  }

  /** Those in a file, ready to run. */
  async scenarios(uri: string): Promise<FoundScenario[]> {
    const text = await this.#text(uri);
    const runs = await loadRuns();
    const file = text === undefined ? undefined : runs.readScenario(text).value;
    if (text === undefined || !file) return [];
    const places = jsonPlaces(text);
    const { models, missing } = await this.#modelsOf(uri, file.models);
    const run = (): ScenarioEnd => {
      if (missing !== undefined) return { covered: new Set(), failure: { message: missing, possible: [] } };
      const { covered, failure } = runs.runScenario(file, models);
      if (!failure) return { covered };
      const { step, message, possible } = failure;
      return { covered, failure: { message, possible, range: places.steps[step] ?? places.name } };
    };
    const coverable = new Map(models.map((model) => [URI.file(model.path).toString(), runs.coverableIn(model)]));
    return [{ name: file.scenario.name, range: places.name, coverable, run }];
  }

  /** The models that a scenario names, by their paths from its folder. */
  async #modelsOf(uri: string, names: readonly string[]): Promise<{ models: Models; missing?: string }> {
    const folder = dirname(pathOf(uri));
    const models: SourceDocument[] = [];
    for (const name of names) {
      const model = await this.#model(resolve(folder, name));
      const error = model?.problems.find(({ severity }) => severity === 'error');
      if (!model) return { models, missing: `Its model ${name} cannot be read: check the path.` };
      if (error && (!model.definitions || (model.kind === 'text' && hasErrors(model.problems))))
        return { models, missing: `Its model ${name} cannot be read: ${error.message}` };
      models.push(model);
    }
    return { models };
  }

  async #model(path: string): Promise<SourceDocument | undefined> {
    if (!this.#models.has(path)) {
      const bytes = await this.#files.read(path);
      this.#models.set(path, bytes && (await this.#reader.open(path, bytes)));
    }
    return this.#models.get(path);
  }

  async #text(uri: string): Promise<string | undefined> {
    const bytes = await this.#files.read(pathOf(uri));
    return bytes && new TextDecoder().decode(bytes);
  }
}

/** Other JSON is told from scenarios by what only these have. */
function looksLikeScenario(text: string): boolean {
  return /"kind"\s*:/.test(text) && /"steps"\s*:/.test(text);
}
