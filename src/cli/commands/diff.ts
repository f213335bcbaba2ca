import { Command, Option } from 'commander';
import { type DiffOptions, diffFormats } from '../diff-options.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Shell } from '../shell.ts';

const examples = `
Examples:
  procedo diff before.bpmn after.bpmn
  procedo diff HEAD order.procedo               what you have changed since the last commit
  procedo diff main..topic processes/           what a branch changes
  procedo diff main...topic --format markdown   the same since it left main, for a comment
  procedo diff HEAD order.procedo -o order.svg  both diagrams, what has changed marked
`;

/** `procedo diff`: what has changed, as sentences or as a picture. */
export function diffCommand(shell: Shell, end: (code: ExitCode) => void): Command {
  return new Command('diff')
    .summary('tell what has changed between two models, or two commits')
    .description(
      'Tells what has changed: two files or folders, two commits (REF..REF), or a commit and the files as they are (REF). Where things are drawn is told in one sentence and is no change. Exits with 0 even if there are changes.',
    )
    .argument('<what...>', 'A B, REF..REF [PATH...] or REF [PATH...]')
    .addOption(
      new Option('--format <format>', 'how to print; by default as the output ends, else text').choices(diffFormats),
    )
    .addOption(new Option('--json', 'the same as --format json').implies({ format: 'json' }))
    .option('-o, --output <path>', 'file to write to; a folder for several pictures')
    .option('--exit-code', 'exit with 1 if there are changes')
    .addHelpText('after', examples)
    .action(async (what: string[], options: DiffOptions) => {
      const { runDiff } = await import('../diff-run.ts');
      end(await runDiff(what, options, shell));
    });
}
