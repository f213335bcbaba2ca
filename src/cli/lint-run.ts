/** Runs the rules over the inputs of `lint`. */
import { comparePositions } from '../base/range.ts';
import type { Finding, Settings, SourceDocument } from '../workspace/index.ts';
import type { LintCommandOptions } from './commands/lint.ts';
import { type ExitCode, worst } from './exit-code.ts';
import type { Input } from './inputs.ts';
import { DiskConfigurations } from './lint-configuration.ts';
import { lintFormats } from './lint-formats.ts';
import { countOf, type LintedFile, type LintFinding } from './lint-report.ts';
import { activeRules, lintDocument, ruleNamed } from './lint-rules.ts';
import { InputOpener } from './open-input.ts';
import { placeOf } from './problem-lines.ts';
import { catalogueEntry } from './rule-catalogue.ts';
import type { Shell } from './shell.ts';

/** Lints the inputs, prints the report and says how it ended. */
export async function lintInputs(
  inputs: readonly Input[],
  options: LintCommandOptions,
  shell: Shell,
): Promise<ExitCode> {
  const unknown = options.rule?.find((name) => ruleNamed(name).length === 0);
  if (unknown !== undefined) {
    shell.complain(`procedo: There is no rule "${unknown}". \`procedo lint --list-rules\` lists them.`);
    return 2;
  }
  const configurations = new DiskConfigurations();
  const opener = new InputOpener(shell);
  const files: LintedFile[] = [];
  const codes: ExitCode[] = [];
  for (const input of inputs) {
    const { isIgnored, settings } = await configurations.settingsFor(input.path ?? `${shell.cwd}/stdin`);
    if (isIgnored) continue;
    const opened = await opener.open(input);
    if ('refusal' in opened) {
      shell.complain(opened.refusal);
      codes.push(2);
      continue;
    }
    if (opened.document.kind === 'unreadable') codes.push(2);
    files.push(lintedFile(input.name, opened.document, settingsOf(options, settings)));
  }
  for (const mistake of configurations.mistakes) shell.complain(mistake);
  if (configurations.mistakes.length > 0) codes.push(2);
  shell.write(lintFormats[options.format](files));
  const isTooMuch = options.maxWarnings !== undefined && countOf(files, 'warning') > options.maxWarnings;
  codes.push(countOf(files, 'error') > 0 || isTooMuch ? 1 : 0);
  return worst(codes);
}

/** What the command line says goes before what is configured. */
export function settingsOf({ preset, rule }: LintCommandOptions, configured: Settings): Settings {
  if (rule) return { rules: rule.map((name) => [name, { level: 'on' }] as const) };
  if (preset) return { preset, rules: configured.rules };
  const isConfigured = configured.preset !== undefined || configured.rules.length > 0;
  return isConfigured ? { preset: configured.preset ?? 'recommended', rules: configured.rules } : recommended;
}

const recommended: Settings = { preset: 'recommended', rules: [] };

/** Problems of reading XML that rules look for themselves. */
const ruled = new Set(['unknown-reference', 'duplicate-id']);

function lintedFile(file: string, document: SourceDocument, settings: Settings): LintedFile {
  const problems = document.problems.filter(({ code }) => document.kind === 'text' || !ruled.has(code));
  const ofStages = problems.map((problem): LintFinding => {
    const { severity, message, element = null } = problem;
    return { ...catalogueEntry(problem.code), severity, message, element, range: placeOf(problem) };
  });
  const ofRules = lintDocument(document, activeRules(settings)).map(toLintFinding);
  const findings = [...ofStages, ...ofRules].sort((a, b) => comparePositions(a.range.start, b.range.start));
  return { file, text: document.text, findings };
}

function toLintFinding({ rule, severity, message, element, range, references }: Finding): LintFinding {
  const place = range ?? placeOf({ severity, code: rule.id, message });
  return { rule: rule.name, code: rule.id, severity, message, element: element ?? null, range: place, references };
}
