import { Command, Option } from 'commander';
import { type ExitCode, worst } from '../exit-code.ts';
import { findInputs, textEndings, xmlEndings } from '../inputs.ts';
import type { Shell } from '../shell.ts';
import { wholeNumber } from '../whole-number.ts';

const examples = `
Examples:
  procedo lint order.procedo                    what the recommended rules find
  procedo lint processes/ --preset strict
  procedo lint . --format sarif > lint.sarif
  procedo lint order.bpmn --rule label-required --rule SE05
  procedo lint --explain label-required
`;

/** The same names as in the room of the rules, which is loaded when there is something to look at. */
const presets = ['correctness', 'recommended', 'strict'] as const;
const formats = ['stylish', 'json', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'markdown'] as const;

export interface LintCommandOptions {
  readonly preset?: (typeof presets)[number];
  readonly rule?: readonly string[];
  readonly maxWarnings?: number;
  readonly format: (typeof formats)[number];
  readonly listRules?: boolean;
  readonly explain?: string;
  readonly printConfig?: string;
}

/** `procedo lint`: what the rules find. */
export function lintCommand(shell: Shell, end: (code: ExitCode) => void): Command {
  return new Command('lint')
    .summary('hold models against rules: correctness, style, the standard')
    .description(
      'Holds texts and models against rules, and says what is wrong, why, and what to do. Exits with 1 if there is an error, or more warnings than --max-warnings.',
    )
    .argument('[path...]', 'files, folders, or - for standard input')
    .addOption(new Option('--preset <preset>', 'which rules, in place of those of the configuration').choices(presets))
    .option('--rule <rule>', 'only this rule, by name or id (may be repeated)', (name, others: string[] = []) => [
      ...others,
      name,
    ])
    .option('--max-warnings <number>', 'how many warnings are no failure', wholeNumber(0))
    .addOption(new Option('--format <format>', 'how to print').choices(formats).default('stylish'))
    .addOption(new Option('--json', 'the same as --format json').implies({ format: 'json' }))
    .option('--list-rules', 'list all rules')
    .option('--explain <rule>', 'what a rule says, and why')
    .option('--print-config <file>', 'the rules that are on for a file')
    .addHelpText('after', examples)
    .action(async (paths: string[], options: LintCommandOptions) => end(await run(paths, options, shell)));
}

async function run(paths: readonly string[], options: LintCommandOptions, shell: Shell): Promise<ExitCode> {
  if (options.listRules || options.explain !== undefined || options.printConfig !== undefined) {
    const { tellOfRules } = await import('../lint-catalogue.ts');
    return tellOfRules(options, shell);
  }
  if (paths.length === 0) {
    shell.complain('procedo: Name the files or folders to lint, or - for standard input.');
    return 2;
  }
  const { inputs, refusals } = await findInputs(paths, [...textEndings, ...xmlEndings], shell);
  for (const refusal of refusals) shell.complain(refusal);
  const { lintInputs } = await import('../lint-run.ts');
  return worst([refusals.length > 0 ? 2 : 0, await lintInputs(inputs, options, shell)]);
}
