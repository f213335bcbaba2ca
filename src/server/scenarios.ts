/** Answers which scenarios there are in files, and runs them. */
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import {
  type CalledModels,
  type CoveredFile,
  calledModelsRequest,
  type FileOfScenarios,
  type RanScenarios,
  type RecordedScenario,
  type RecordScenarioParams,
  type RunScenariosParams,
  recordScenarioRequest,
  runScenariosRequest,
  type ScenariosParams,
  scenariosRequest,
} from '../protocol/scenarios.ts';
import type { DocumentParams } from '../protocol/server.ts';
import { loadRuns, SourceReader } from '../workspace/index.ts';
import { editorFiles, pathOf } from './editor-files.ts';
import type { ModelSource } from './model-source.ts';
import { type FoundScenario, ScenarioFinder } from './scenario-finder.ts';

export function answerScenarios(shared: LangiumSharedServices, source: ModelSource, connection: Connection): void {
  const textOf = async (uri: string) => (source.isText(uri) ? source.text(uri) : undefined);
  const finder = () => new ScenarioFinder(editorFiles(shared), textOf);
  connection.onRequest(scenariosRequest, ({ uris }: ScenariosParams) => list(finder(), uris));
  connection.onRequest(
    recordScenarioRequest,
    async ({ uri, acts }: RecordScenarioParams): Promise<RecordedScenario> => {
      const { document, called } = await withCalled(shared, uri);
      if (!document) return { message: 'The file is not there any more: save it first.' };
      return (await loadRuns()).recordedScenario(document, acts, called);
    },
  );
  connection.onRequest(calledModelsRequest, async ({ uri }: DocumentParams): Promise<CalledModels> => {
    const { called } = await withCalled(shared, uri);
    return { texts: called.flatMap((await loadRuns()).xmlOf) };
  });
  connection.onRequest(runScenariosRequest, (params: RunScenariosParams) => runAll(finder(), params));
}

/** A document as it stands, and the files that hold what it calls. */
async function withCalled(shared: LangiumSharedServices, uri: string) {
  const files = editorFiles(shared);
  const reader = new SourceReader(files);
  const bytes = await files.read(pathOf(uri));
  const document = bytes && (await reader.open(pathOf(uri), bytes));
  const called = document ? await (await loadRuns()).calledFiles([document], reader, files) : [];
  return { document, called };
}

async function list(finder: ScenarioFinder, uris: readonly string[]): Promise<FileOfScenarios[]> {
  const files: FileOfScenarios[] = [];
  for (const uri of uris) {
    const scenarios = await finder.named(uri);
    if (scenarios.length > 0) files.push({ uri, scenarios });
  }
  return files;
}

async function runAll(finder: ScenarioFinder, { uri, names }: RunScenariosParams): Promise<RanScenarios> {
  const found = await finder.scenarios(uri);
  const wanted = names ? found.filter(({ name }) => names.includes(name)) : found;
  const passed: ReadonlySet<string>[] = [];
  const runs = wanted.map(({ name, run }) => {
    const { covered, failure } = run();
    passed.push(covered);
    return { name, ...(failure && { failure }) };
  });
  return { runs, coverage: coverageOf(wanted, passed) };
}

/** @param passed what each of the scenarios passed, in their order */
function coverageOf(scenarios: readonly FoundScenario[], passed: readonly ReadonlySet<string>[]): CoveredFile[] {
  const files = new Map<string, CoveredFile>();
  for (const { coverable } of scenarios)
    for (const [uri, places] of coverable) {
      const timesOf = (id: string) =>
        passed.filter((each, index) => scenarios[index]?.coverable.has(uri) && each.has(id)).length;
      if (!files.has(uri))
        files.set(uri, { uri, places: places.map((place) => ({ ...place, times: timesOf(place.id) })) });
    }
  return [...files.values()];
}
