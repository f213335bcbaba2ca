/** What `lint` tells of the rules themselves. */
import { resolve } from 'node:path';
import type { ExitCode } from './exit-code.ts';
import { DiskConfigurations } from './lint-configuration.ts';
import type { LintCommandOptions } from './lint-options.ts';
import { activeRules, isInPreset, presetNames, ruleNamed, rules } from './lint-rules.ts';
import { settingsOf } from './lint-run.ts';
import type { Shell } from './shell.ts';

/** `--list-rules`, `--explain`, `--print-config`. */
export async function tellOfRules(options: LintCommandOptions, shell: Shell): Promise<ExitCode> {
  if (options.explain !== undefined) return explain(options.explain, shell);
  if (options.printConfig !== undefined) return printConfig(options.printConfig, options, shell);
  shell.write(options.format === 'json' ? listAsJson() : listAsText());
  return 0;
}

function listAsText(): string {
  const width = Math.max(...rules.map(({ name }) => name.length));
  return rules
    .map(
      ({ id, name, severity, statement }) =>
        `${id.padEnd(6)}${name.padEnd(width + 2)}${severity.padEnd(9)}${statement}\n`,
    )
    .join('');
}

function listAsJson(): string {
  const listed = rules.map((rule) => {
    const { id, name, statement, why, severity, clause, references, options } = rule;
    const presets = presetNames.filter((preset) => isInPreset(rule, preset));
    return { rule: name, code: id, severity, presets, statement, why, clause, references, options };
  });
  return `${JSON.stringify(listed, null, 2)}\n`;
}

function explain(name: string, shell: Shell): ExitCode {
  const found = ruleNamed(name);
  if (found.length === 0) {
    shell.complain(`procedo: There is no rule "${name}". \`procedo lint --list-rules\` lists them.`);
    return 2;
  }
  for (const rule of found) {
    const presets = presetNames.filter((preset) => isInPreset(rule, preset));
    const facts = [
      `Severity: ${rule.severity}. Presets: ${presets.join(', ')}.`,
      rule.clause && `Standard: ${rule.clause}.`,
      rule.references.length > 0 && `The same elsewhere: ${rule.references.join(', ')}.`,
      rule.options && `Options: ${JSON.stringify(rule.options)}.`,
    ].filter(Boolean);
    shell.write(`${rule.id} ${rule.name}\n\n${rule.statement}\n${rule.why}\n\n${facts.join('\n')}\n`);
  }
  return 0;
}

async function printConfig(file: string, options: LintCommandOptions, shell: Shell): Promise<ExitCode> {
  const configurations = new DiskConfigurations(options.config && resolve(shell.cwd, options.config));
  const { isIgnored, settings } = await configurations.settingsFor(resolve(shell.cwd, file));
  for (const mistake of configurations.mistakes) shell.complain(mistake);
  const chosen = settingsOf(options, settings);
  const active = activeRules(chosen);
  const levels = active.map(({ rule, severity, options: set }) => [
    rule.name,
    rule.options ? [severity, set] : severity,
  ]);
  const { preset, profile } = chosen;
  const told = { ignored: isIgnored, preset, profile, rules: Object.fromEntries(levels) };
  shell.write(`${JSON.stringify(told, null, 2)}\n`);
  return configurations.mistakes.length > 0 ? 2 : 0;
}
