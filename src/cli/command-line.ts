import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { analyzeCommand } from './commands/analyze.ts';
import { checkCommand } from './commands/check.ts';
import { diffCommand } from './commands/diff.ts';
import { exportCommand } from './commands/export.ts';
import { fmtCommand } from './commands/fmt.ts';
import { importCommand } from './commands/import.ts';
import { layoutCommand } from './commands/layout.ts';
import { lintCommand } from './commands/lint.ts';
import { lspCommand } from './commands/lsp.ts';
import { renderCommand } from './commands/render.ts';
import { simulateCommand } from './commands/simulate.ts';
import { testCommand } from './commands/test.ts';
import { textconvCommand } from './commands/textconv.ts';
import type { ExitCode } from './exit-code.ts';
import type { Shell } from './shell.ts';

const examples = `
Examples:
  procedo check order.procedo
  procedo render order.procedo -o order.svg
  procedo export order.procedo -o order.bpmn
  procedo import order.bpmn

procedo help COMMAND shows the options of a command.
`;

/** By their names, in the order of the help. */
const commands: Readonly<Record<string, (shell: Shell, end: (code: ExitCode) => void) => Command>> = {
  check: checkCommand,
  lint: lintCommand,
  diff: diffCommand,
  import: importCommand,
  fmt: fmtCommand,
  textconv: textconvCommand,
  export: exportCommand,
  layout: layoutCommand,
  render: renderCommand,
  test: testCommand,
  simulate: simulateCommand,
  analyze: analyzeCommand,
  lsp: lspCommand,
};

/** Runs one command line, without the program's own name in front, to its exit code. Never rejects. */
export async function runCommandLine(args: readonly string[], shell: Shell): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = programFor(args, shell, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return endOfCommander(error, shell);
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const hint = 'This is a mistake of procedo; PROCEDO_DEBUG=1 shows where.';
    shell.complain(shell.debug ? `procedo: ${stack}` : `procedo: internal error: ${message}. ${hint}`);
    return 2;
  }
}

function programFor(args: readonly string[], shell: Shell, end: (code: ExitCode) => void): Command {
  const program = new Command('procedo')
    .description('Processes as code: checks, draws and exports them.')
    .version(packageJson.version, '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .addHelpText('after', examples);
  for (const make of commandsFor(args)) {
    program.addCommand(make(shell, end).helpOption('-h, --help', 'show this help'));
  }
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => shell.write(text),
      writeErr: (text) => shell.complain(text.trimEnd()),
      // commander would ask the streams of the process.
      getOutHelpWidth: () => shell.columns ?? 80,
      getErrHelpWidth: () => shell.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      // The error that is thrown says it too.
      outputError: () => {},
    });
  }
  return program;
}

/** The commands that a command line can be about: to make them all takes a good part of a start. */
function commandsFor([first = '']: readonly string[]) {
  if (first === '--version' || first === '-V') return [];
  const named = Object.hasOwn(commands, first) ? commands[first] : undefined;
  return named ? [named] : Object.values(commands);
}

/** Commander throws where it would end the process: after help and version, and at bad use, which is told in one line. */
function endOfCommander(error: CommanderError, shell: Shell): ExitCode {
  if (error.exitCode === 0) return 0;
  // No command was named; the help has said what there is.
  if (error.code === 'commander.help') return 2;
  const sentence = error.message.replace(/^error: /, '').replaceAll(/\s*\n\s*/g, ' ');
  shell.complain(`procedo: ${sentence}`);
  return 2;
}
