import { dirname, resolve } from 'node:path';
import { GrammarUtils, type LangiumDocument, URI } from 'langium';
import { hasErrors } from '../base/problem.ts';
import { isModel, isScenario, nameOfScenario, type Scenario } from '../language/index.ts';
import type { CoveredPlace, FailedScenario, NamedScenario } from '../protocol/scenarios.ts';
import {
  loadRuns,
  type ModelFiles,
  type ScenarioResult,
  type SourceDocument,
  SourceReader,
} from '../workspace/index.ts';
import { pathOf } from './editor-files.ts';
import { jsonPlaces } from './json-places.ts';

/** A scenario with all that it needs, read. */
export interface FoundScenario {
  readonly name: string;
  /** What it can pass, by the URI of the model's file. */
  readonly coverable: ReadonlyMap<string, readonly Omit<CoveredPlace, 'times'>[]>;
  run(): ScenarioEnd;
}

export interface ScenarioEnd {
  readonly covered: ReadonlySet<string>;
  readonly failure?: FailedScenario;
}

/** Reads scenarios, each file that they are about once: make a new one for each request. */
export class ScenarioFinder {
  readonly #files: ModelFiles;
  readonly #textOf: (uri: string) => Promise<LangiumDocument | undefined>;
  readonly #reader: SourceReader;
  readonly #models = new Map<string, SourceDocument | undefined>();

  /** @param textOf the syntax tree of a text; undefined: the file is none of ours */
  constructor(files: ModelFiles, textOf: (uri: string) => Promise<LangiumDocument | undefined>) {
    this.#files = files;
    this.#textOf = textOf;
    this.#reader = new SourceReader(files);
  }

  /** The names of those in a file, without what they are about; none: the file holds no scenario. */
  async named(uri: string): Promise<NamedScenario[]> {
    const text = await this.#textOf(uri);
    if (text) return namedIn(text);
    const json = await this.#contentOf(uri);
    if (json === undefined || !looksLikeScenario(json)) return [];
    const name = (await loadRuns()).readScenario(json).value?.scenario.name;
    return name === undefined ? [] : [{ name, range: jsonPlaces(json).name }];
  }

  /** Those in a file, ready to run. */
  async scenarios(uri: string): Promise<FoundScenario[]> {
    const text = await this.#textOf(uri);
    return text ? this.#inText(uri, namedIn(text)) : this.#inJson(uri);
  }

  async #inText(uri: string, named: readonly NamedScenario[]): Promise<FoundScenario[]> {
    const document = named.length > 0 ? await this.#model(pathOf(uri)) : undefined;
    if (!document) return [];
    const { calledFiles, runTextScenarios, coverableIn } = await loadRuns();
    const results = runTextScenarios(document, await calledFiles([document], this.#reader, this.#files));
    const coverable = new Map([[uri, coverableIn(document)]]);
    return named.map(({ name, range }) => {
      const at = results.findIndex((each) => each.name === name);
      const [result] = at < 0 ? [] : results.splice(at, 1);
      return { name, coverable, run: () => (result ? endOf(result, range) : aimless(range)) };
    });
  }

  async #inJson(uri: string): Promise<FoundScenario[]> {
    const json = await this.#contentOf(uri);
    const runs = await loadRuns();
    const file = json === undefined ? undefined : runs.readScenario(json).value;
    if (json === undefined || !file) return [];
    const places = jsonPlaces(json);
    const { models, missing } = await this.#modelsOf(uri, file.models);
    const called = await runs.calledFiles(models, this.#reader, this.#files);
    const run = (): ScenarioEnd => {
      if (missing !== undefined) return { covered: new Set(), failure: { message: missing, possible: [] } };
      const result = runs.runScenario(file, models, called);
      return endOf(result, places.steps[result.failure?.step ?? -1] ?? places.name);
    };
    const coverable = new Map(models.map((model) => [URI.file(model.path).toString(), runs.coverableIn(model)]));
    return [{ name: file.scenario.name, coverable, run }];
  }

  /** The models that a scenario names, by their paths from its folder. */
  async #modelsOf(uri: string, names: readonly string[]): Promise<{ models: SourceDocument[]; missing?: string }> {
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

  async #contentOf(uri: string): Promise<string | undefined> {
    const bytes = await this.#files.read(pathOf(uri));
    return bytes && new TextDecoder().decode(bytes);
  }
}

/** The `scenario` blocks of a text. */
function namedIn({ parseResult: { value: root } }: LangiumDocument): NamedScenario[] {
  return (isModel(root) ? root.elements : []).filter(isScenario).flatMap((node) => {
    const range = headOf(node)?.range;
    const name = nameOfScenario(node);
    return range
      ? [{ name, range, ...(node.label !== undefined && node.label !== name && { label: node.label }) }]
      : [];
  });
}

/** Its id, else its label, else all of it. */
function headOf(node: Scenario) {
  const { $cstNode: whole } = node;
  return ['name', 'label'].flatMap((property) => GrammarUtils.findNodeForProperty(whole, property) ?? [])[0] ?? whole;
}

/** @param place where a failure stands that says no place of its own */
function endOf({ covered, failure }: ScenarioResult, place: FailedScenario['range']): ScenarioEnd {
  if (!failure) return { covered };
  const { message, possible, range = place } = failure;
  return { covered, failure: { message, possible, ...(range && { range }) } };
}

function aimless(range: NamedScenario['range']): ScenarioEnd {
  const message = 'It is not clear what this scenario is for: write `for` and the process or case behind its name.';
  return { covered: new Set(), failure: { message, range, possible: [] } };
}

/** Other JSON is told from scenarios by what only these have. */
function looksLikeScenario(text: string): boolean {
  return /"kind"\s*:/.test(text) && /"steps"\s*:/.test(text);
}
