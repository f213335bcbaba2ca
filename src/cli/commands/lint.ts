import { Command, Option, type ParseOptionsResult } from 'commander';
import { textEndings, xmlEndings } from '../../base/file-endings.ts';
import { type ExitCode, worst } from '../exit-code.ts';
import { findInputs } from '../inputs.ts';
import { formats, type LintCommandOptions, presets, profiles } from '../lint-options.ts';
import type { Shell } from '../shell.ts';
import { wholeNumber } from '../whole-number.ts';

const examples = `
Examples:
  procedo lint order.procedo                    what the recommended rules find
  procedo lint processes/ --preset strict --profile camunda8
  procedo lint --changed=origin/main            only what differs from the branch
  procedo lint . --format sarif -o lint.sarif
  procedo lint . --baseline lint.json           only what is not in the baseline
  procedo lint order.bpmn --rule label-required --rule SE05
  procedo lint processes/ --fix                  mend what can be mended, tell what is left
  procedo lint --explain label-required
`;

/** Commander takes the argument behind `--changed` for its value, be it a path: only `--changed=REF` has one. */
class CommandWithChanged extends Command {
  override parseOptions(args: string[]): ParseOptionsResult {
    return super.parseOptions(args.map((arg) => (arg === '--changed' ? '--changed=HEAD' : arg)));
  }
}

/** `procedo lint`: what the rules find. */
export function lintCommand(shell: Shell, end: (code: ExitCode) => void): Command {
  const command = new CommandWithChanged('lint')
    .summary('hold models against rules: correctness, style, the standard')
    .description(
      'Holds texts and models against rules, and says what is wrong, why, and what to do. Exits with 1 if there is an error, or more warnings than --max-warnings.',
    )
    .argument('[path...]', 'files, folders, or - for standard input');
  for (const option of [...whatOptions(), ...howOptions()]) command.addOption(option);
  return command
    .addHelpText('after', examples)
    .action(async (paths: string[], options: LintCommandOptions) => end(await run(paths, options, shell)));
}

/** Which files, and which rules. */
function whatOptions(): Option[] {
  return [
    new Option('--preset <preset>', 'which rules, in place of those of the configuration').choices(presets),
    new Option('--profile <engine>', 'the engine that the models are for: its rules too').choices(profiles),
    new Option('--rule <rule>', 'only this rule, by name or id (may be repeated)').argParser(
      (name, others: string[] = []) => [...others, name],
    ),
    new Option('--config <file>', 'this configuration, in place of the nearest procedo.config.json'),
    new Option('--no-inline-config', 'comments in the files suppress nothing'),
    new Option('--changed [=ref]', 'only files that differ from HEAD, or from where the branch left REF'),
    new Option('--staged', 'only files that are staged for the next commit').conflicts('changed'),
    new Option('--stdin-filename <file>', 'what to take standard input (-) for: its kind, its configuration'),
  ];
}

/** What becomes of the findings. */
function howOptions(): Option[] {
  return [
    new Option('--max-warnings <number>', 'how many warnings are no failure').argParser(wholeNumber(0)),
    new Option('--quiet', 'show errors only'),
    new Option(
      '--fix',
      'mend what can be mended without asking, and write the files; of - the text goes to the output',
    ),
    new Option('--fix-dry-run', 'tell what --fix would leave, and write nothing').conflicts('fix'),
    new Option('--baseline <file>', 'leave out the findings that this file holds'),
    new Option('--update-baseline', 'write the findings of now into the file that --baseline names'),
    new Option('--format <format>', 'how to print (default: stylish)').choices(formats),
    new Option('--json', 'the same as --format json').implies({ format: 'json' }),
    new Option('-o, --output <file>', 'write the report to a file'),
    new Option('--cache', 'look only at files that are new or changed since the last run'),
    new Option('--cache-location <file>', 'where to keep what is known of them')
      .default('.procedo-lint-cache')
      .implies({ cache: true }),
    new Option('--list-rules', 'list all rules'),
    new Option('--explain <rule>', 'what a rule says, and why'),
    new Option('--print-config <file>', 'the rules that are on for a file'),
  ];
}

async function run(paths: readonly string[], options: LintCommandOptions, shell: Shell): Promise<ExitCode> {
  if (options.listRules || options.explain !== undefined || options.printConfig !== undefined) {
    const { tellOfRules } = await import('../lint-catalogue.ts');
    return tellOfRules(options, shell);
  }
  const refusal = refusalOf(paths, options);
  if (refusal) {
    shell.complain(`procedo: ${refusal}`);
    return 2;
  }
  const everywhere = paths.length === 0 ? ['.'] : paths;
  const { inputs, refusals } = await findInputs(everywhere, [...textEndings, ...xmlEndings], shell);
  for (const line of refusals) shell.complain(line);
  const { lintInputs } = await import('../lint-run.ts');
  return worst([refusals.length > 0 ? 2 : 0, await lintInputs(inputs, options, shell)]);
}

/** What does not go together, with what would. */
function refusalOf(paths: readonly string[], options: LintCommandOptions): string | undefined {
  const { changed, staged, baseline, updateBaseline, stdinFilename } = options;
  if (paths.length === 0 && changed === undefined && !staged)
    return 'Name the files or folders to lint, or - for standard input.';
  if (updateBaseline && baseline === undefined) return 'Name the file to write the baseline to with --baseline FILE.';
  if (stdinFilename !== undefined && !paths.includes('-'))
    return '--stdin-filename is about standard input: name - as the file to lint.';
  return undefined;
}
