/** Runs the rules over the inputs of `lint`. */
import { resolve } from 'node:path';
import type { Settings } from '../workspace/index.ts';
import { changedFiles } from './changed-files.ts';
import { doAll } from './do-all.ts';
import { type ExitCode, worst } from './exit-code.ts';
import type { Input } from './inputs.ts';
import { Baseline } from './lint-baseline.ts';
import { DiskConfigurations } from './lint-configuration.ts';
import { lintFormats } from './lint-formats.ts';
import type { LintJob, LintResult } from './lint-job.ts';
import type { LintCommandOptions } from './lint-options.ts';
import { countOf, type LintedFile } from './lint-report.ts';
import { lintWithCache } from './lint-with-cache.ts';
import { linting } from './lint-work.ts';
import type { Shell } from './shell.ts';
import { writeWhole } from './write-whole.ts';

/** Lints the inputs, prints the report and says how it ended. */
export async function lintInputs(
  inputs: readonly Input[],
  options: LintCommandOptions,
  shell: Shell,
): Promise<ExitCode> {
  const codes: ExitCode[] = [];
  const refuse = (line: string): void => {
    shell.complain(line);
    codes.push(2);
  };
  const unknown = options.rule && (await unknownAmong(options.rule));
  if (unknown !== undefined) {
    refuse(`procedo: There is no rule "${unknown}". \`procedo lint --list-rules\` lists them.`);
    return 2;
  }
  const wanted = await inputsThatChanged(inputs, options, shell);
  if ('refusal' in wanted) {
    refuse(`procedo: ${wanted.refusal}`);
    return 2;
  }
  const configurations = new DiskConfigurations(
    options.config === undefined ? undefined : resolve(shell.cwd, options.config),
  );
  const jobs = await jobsFor(wanted.inputs, configurations, options, shell);
  const linted: LintedFile[] = [];
  const results = await resultsOf(jobs, options, shell, refuse);
  for (const result of results) {
    if ('refusal' in result) refuse(result.refusal);
    else {
      linted.push(result.linted);
      if (result.isUnreadable) codes.push(2);
    }
  }
  tellMended(jobs, results, options, shell);
  for (const mistake of configurations.mistakes) refuse(mistake);
  const files = beyondBaseline(linted, options, shell, refuse);
  if (files) {
    const isAside = options.fix && jobs.some(({ bytes }) => bytes);
    await report(files, options, isAside ? withReportAside(shell) : shell, refuse);
    const warnings = countOf(files, 'warning');
    const isTooMuch = options.maxWarnings !== undefined && warnings > options.maxWarnings;
    if (isTooMuch) shell.complain(`procedo: There are more warnings than --max-warnings allows: ${warnings}.`);
    codes.push(countOf(files, 'error') > 0 || isTooMuch ? 1 : 0);
  }
  return worst(codes);
}

/** The first of these names that no rule has. */
async function unknownAmong(names: readonly string[]): Promise<string | undefined> {
  // Loaded on need: what is known from the cache is told without the rules.
  const { ruleNamed } = await import('./lint-rules.ts');
  return names.find((name) => ruleNamed(name).length === 0);
}

/** With `--changed` and `--staged` only what differs by git; standard input is always meant. */
async function inputsThatChanged(
  inputs: readonly Input[],
  { changed, staged }: LintCommandOptions,
  { cwd }: Shell,
): Promise<{ readonly inputs: readonly Input[] } | { readonly refusal: string }> {
  if (changed === undefined && !staged) return { inputs };
  const found = await changedFiles(staged ? undefined : changed, cwd);
  if ('refusal' in found) return found;
  return { inputs: inputs.filter(({ path }) => path === undefined || found.paths.has(path)) };
}

/** What is to be done, without the files that their configuration leaves out. */
async function jobsFor(
  inputs: readonly Input[],
  configurations: DiskConfigurations,
  options: LintCommandOptions,
  shell: Shell,
): Promise<LintJob[]> {
  const jobs: LintJob[] = [];
  for (const { name, path: found } of inputs) {
    const isStandardInput = found === undefined;
    const file = isStandardInput ? (options.stdinFilename ?? name) : name;
    const path = file === '-' ? undefined : (found ?? resolve(shell.cwd, file).replaceAll('\\', '/'));
    const { isIgnored, settings } = await configurations.settingsFor(path ?? `${shell.cwd}/stdin`);
    if (isIgnored) continue;
    const job = {
      file,
      path: path ?? file,
      settings: settingsOf(options, settings),
      suppressions: options.inlineConfig,
      fix: options.fix ? ('write' as const) : options.fixDryRun ? ('look' as const) : undefined,
    };
    jobs.push(isStandardInput ? { ...job, bytes: await shell.readInput() } : job);
  }
  return jobs;
}

async function resultsOf(
  jobs: readonly LintJob[],
  { cache, cacheLocation }: LintCommandOptions,
  shell: Shell,
  refuse: (line: string) => void,
): Promise<readonly LintResult[]> {
  // What is to be mended is looked at: the cache knows what is wrong, not what helps.
  if (!cache || jobs.some(({ fix }) => fix)) return doAll(linting, undefined, jobs, shell);
  const { results, refusal } = await lintWithCache(jobs, resolve(shell.cwd, cacheLocation), shell);
  if (refusal) refuse(`procedo: ${refusal}`);
  return results;
}

/** Standard input that is to be mended goes to standard output, be it mended or not; the report makes way for it. */
function tellMended(
  jobs: readonly LintJob[],
  results: readonly LintResult[],
  { fix, fixDryRun }: LintCommandOptions,
  shell: Shell,
): void {
  if (!fix && !fixDryRun) return;
  let count = 0;
  for (const [index, result] of results.entries()) {
    const mended = 'mended' in result ? result.mended : undefined;
    const bytes = jobs[index]?.bytes;
    if (fix && bytes) shell.write(mended?.text ?? bytes);
    count += mended?.count ?? 0;
  }
  const findings = count === 1 ? '1 finding' : `${count} findings`;
  const are = fixDryRun ? 'can be' : count === 1 ? 'is' : 'are';
  shell.complain(
    count === 0 ? 'procedo: There is nothing to fix without asking.' : `procedo: ${findings} ${are} fixed.`,
  );
}

/** Standard output holds a text: the report goes to standard error. */
function withReportAside(shell: Shell): Shell {
  return { ...shell, write: (output) => shell.complain(String(output).trimEnd()) };
}

/** What is to be reported beside a baseline: nothing where the baseline itself cannot be read, or was written. */
function beyondBaseline(
  files: readonly LintedFile[],
  { baseline: file, updateBaseline = false }: LintCommandOptions,
  shell: Shell,
  refuse: (line: string) => void,
): readonly LintedFile[] | undefined {
  if (file === undefined) return files;
  const baseline = Baseline.read(file, updateBaseline, shell.cwd);
  if (typeof baseline === 'string') {
    refuse(`procedo: ${baseline}`);
    return undefined;
  }
  if (updateBaseline) {
    const refusal = baseline.update(files);
    if (refusal) refuse(`procedo: ${refusal}`);
    else shell.write(`${files.reduce((sum, { findings }) => sum + findings.length, 0)} findings are in ${file} now.\n`);
    return undefined;
  }
  const { files: left, gone } = baseline.beyond(files);
  const [are, them] = gone === 1 ? ['is', 'it'] : ['are', 'them'];
  if (gone > 0) shell.complain(`${file}: ${gone} of its findings ${are} gone: --update-baseline takes ${them} out.`);
  return left;
}

/** Prints the report, or writes it to the file that is named; annotations go to who reads the output. */
async function report(
  files: readonly LintedFile[],
  { format, quiet, output }: LintCommandOptions,
  shell: Shell,
  refuse: (line: string) => void,
): Promise<void> {
  const shown = quiet ? files.map(onlyErrors) : files;
  const text = await lintFormats[format ?? 'stylish'](shown);
  if (output === undefined) shell.write(text);
  else {
    const path = resolve(shell.cwd, output);
    const refusal = writeWhole(path, text);
    if (refusal !== undefined) refuse(`${output} cannot be written: ${refusal}`);
  }
  if (format === undefined && shell.annotates) shell.write(lintFormats.github(shown));
}

function onlyErrors({ file, findings }: LintedFile): LintedFile {
  return { file, findings: findings.filter(({ severity }) => severity === 'error') };
}

/** What the command line says goes before what is configured. */
export function settingsOf({ preset, profile, rule }: LintCommandOptions, configured: Settings): Settings {
  if (rule) return { rules: rule.map((name) => [name, { level: 'on' }] as const) };
  return {
    preset: preset ?? configured.preset ?? 'recommended',
    profile: profile ?? configured.profile,
    rules: configured.rules,
  };
}
