import { dirname, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { hasErrors } from '../../base/problem.ts';
import type { SourceDocument } from '../../workspace/index.ts';
import { doAll } from '../do-all.ts';
import type { ExitCode } from '../exit-code.ts';
import { findInputs, type Input } from '../inputs.ts';
import { junitXml } from '../junit-xml.ts';
import { InputOpener } from '../open-input.ts';
import { type ScenarioReport, scenarioLines } from '../scenario-lines.ts';
import type { Shell } from '../shell.ts';
import type { Work } from '../work.ts';

const examples = `
Examples:
  procedo test .                        every scenario in a folder
  procedo test loan.procedo order.json --json
  procedo test . --format junit > report.xml
`;

interface TestOptions {
  readonly format: 'text' | 'json' | 'junit';
}

/** `procedo test`: scenarios as tests. */
export function testCommand(shell: Shell, end: (code: ExitCode) => void): Command {
  return new Command('test')
    .summary('run scenarios and show which steps differ')
    .description('Runs scenarios on their models. Exits with 1 if one fails; what cannot be read or run has failed.')
    .argument('<path...>', 'texts with scenarios, scenarios in JSON, or folders')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json', 'junit']).default('text'))
    .addOption(new Option('--json', 'the same as --format json').implies({ format: 'json' }))
    .addHelpText('after', examples)
    .action(async (paths: string[], options: TestOptions) => end(await runAll(paths, options, shell)));
}

async function runAll(paths: readonly string[], { format }: TestOptions, shell: Shell): Promise<ExitCode> {
  const { inputs, refusals } = await findInputs(paths, ['.procedo', '.json'], shell);
  for (const refusal of refusals) shell.complain(refusal);
  const jobs = inputs.map((input) => ({
    ...input,
    isNamed: paths.some((path) => resolve(shell.cwd, path) === resolve(shell.cwd, input.name)),
  }));
  const results = await doAll(testing, undefined, jobs, shell);
  const reports = results.flatMap((some) => some ?? []);
  const failed = reports.filter(({ failure }) => failure).length;
  if (format === 'json') shell.write(`${JSON.stringify(jsonOf(reports, failed), null, 2)}\n`);
  else if (format === 'junit') shell.write(junitXml(reports));
  else
    shell.write(`${[...scenarioLines(reports), `${reports.length - failed} passed, ${failed} failed`].join('\n')}\n`);
  if (refusals.length > 0 || results.includes(undefined)) return 2;
  return failed > 0 ? 1 : 0;
}

interface Job extends Input {
  readonly isNamed: boolean;
}

/** Undefined where a mistake of ours has ended it, which is told. */
export const testing: Work<undefined, Job, ScenarioReport[] | undefined> = {
  name: 'test',
  failed(line, shell) {
    shell.complain(line);
    return undefined;
  },
  begin: async (_, shell) => {
    const opener = new ScenarioOpener(shell);
    return (job) => opener.run(job, job.isNamed);
  },
};

function jsonOf(reports: readonly ScenarioReport[], failed: number) {
  const scenarios = reports.map(({ file, name, failure }) => ({
    file,
    name,
    passed: !failure,
    step: failure ? failure.step : null,
    message: failure?.message ?? null,
    possible: failure?.possible ?? [],
  }));
  return { passed: reports.length - failed, failed, scenarios };
}

/** Opens scenario files with their models; a model that many name is read once. */
class ScenarioOpener {
  readonly #shell: Shell;
  readonly #opener: InputOpener;
  readonly #models = new Map<string, Promise<SourceDocument | string>>();

  constructor(shell: Shell) {
    this.#shell = shell;
    this.#opener = new InputOpener(shell);
  }

  /** @param isNamed a file of a folder that is no scenario is none of ours; one that was named has failed */
  async run(input: Input, isNamed: boolean): Promise<ScenarioReport[]> {
    const text = await this.#text(input);
    if (text === undefined) return [failed(input.name, 'The file cannot be read: check the path.')];
    // JSON begins with a brace, and no text of the language does.
    if (input.name.endsWith('.procedo') || (input.path === undefined && !/^\s*[[{]/.test(text)))
      return this.#runText(input, isNamed, text);
    return this.#runJson(input, isNamed, text);
  }

  async #runJson(input: Input, isNamed: boolean, text: string): Promise<ScenarioReport[]> {
    const { placeOfStep, readScenario, runScenario } = await import('../runs.ts');
    const beginning = { line: 0, character: 0 };
    const { value, problems } = readScenario(text);
    if (!value)
      return isNamed || looksLikeScenario(text)
        ? [{ ...failed(input.name, problems[0]?.message ?? ''), place: beginning }]
        : [];
    const { name } = value.scenario;
    const folder = dirname(resolve(this.#shell.cwd, input.name));
    const models: SourceDocument[] = [];
    for (const path of value.models) {
      const model = await this.#model(resolve(folder, path), path);
      if (typeof model === 'string') return [{ ...failed(input.name, model, name), place: beginning }];
      models.push(model);
    }
    const { failure } = runScenario(value, models, await this.#opener.calledBy(models));
    return [{ file: input.name, name, ...(failure && { failure, place: placeOfStep(text, failure.step) }) }];
  }

  /** The scenario blocks of a text. */
  async #runText(input: Input, isNamed: boolean, text: string): Promise<ScenarioReport[]> {
    if (!text.includes('scenario') && !isNamed) return [];
    const { runTextScenarios } = await import('../runs.ts');
    const read = { ...this.#shell, readInput: async () => new TextEncoder().encode(text) };
    const opener = input.path === undefined ? new InputOpener(read) : this.#opener;
    const opened = await opener.open(input);
    if ('refusal' in opened) return [failed(input.name, 'The file cannot be read: check the path.')];
    const results = runTextScenarios(opened.document, await opener.calledBy([opened.document]));
    if (results.length === 0 && isNamed)
      return [failed(input.name, 'There is no scenario here. Write one: `scenario name for process { start }`.')];
    return results.map(({ name, failure }) => ({ file: input.name, name, ...(failure && { failure }) }));
  }

  async #text(input: Input): Promise<string | undefined> {
    const { readFile } = await import('node:fs/promises');
    try {
      if (input.path === undefined) return new TextDecoder().decode(await this.#shell.readInput());
      return await readFile(input.path, 'utf8');
    } catch {
      return undefined;
    }
  }

  #model(path: string, name: string): Promise<SourceDocument | string> {
    let model = this.#models.get(path);
    if (!model) {
      model = this.#open(path, name);
      this.#models.set(path, model);
    }
    return model;
  }

  async #open(path: string, name: string): Promise<SourceDocument | string> {
    const opened = await this.#opener.open({ name, place: name, path });
    if ('refusal' in opened) return `Its model ${name} cannot be read: check the path.`;
    const { document } = opened;
    const error = hasErrors(document.problems) && document.problems.find(({ severity }) => severity === 'error');
    return error && !document.definitions ? `Its model ${name} cannot be read: ${error.message}` : document;
  }
}

function failed(file: string, message: string, name = file): ScenarioReport {
  return { file, name, failure: { step: -1, message, possible: [] } };
}

/** In a folder, scenarios are told from other JSON, such as a schema of scenarios, by the values that only they have. */
function looksLikeScenario(text: string): boolean {
  return /"kind"\s*:\s*"(?:bpmn|cmmn)"/.test(text) && /"steps"\s*:\s*\[/.test(text);
}
