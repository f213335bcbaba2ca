import { Command } from 'commander';
import type { ExitCode } from '../exit-code.ts';
import type { Shell } from '../shell.ts';
import { endWhenClosed } from '../standard-streams.ts';

const examples = `
Example, for an editor's configuration:
  procedo lsp --stdio
`;

/** `procedo lsp`: the language server, for any editor. It lives until its client ends it. */
export function lspCommand(shell: Shell, end: (code: ExitCode) => void): Command {
  return new Command('lsp')
    .summary('run the language server')
    .description('Runs the language server for an editor that speaks the Language Server Protocol.')
    .option('--stdio', 'speak over standard input and output')
    .addHelpText('after', examples)
    .action(async ({ stdio }: { stdio?: boolean }) => {
      if (!stdio) {
        shell.complain('procedo: The language server speaks over standard input and output only: add --stdio.');
        return end(2);
      }
      endWhenClosed(process.stdout);
      // The server's own program, which starts as it is loaded: the published one is the same file that editors run.
      await import('../../server/main.ts');
    });
}
