import { Command, Option } from 'commander';
import { textEndings, xmlEndings } from '../../base/file-endings.ts';
import { hasErrors } from '../../base/problem.ts';
import type { Simulation } from '../../workspace/index.ts';
import type { ExitCode } from '../exit-code.ts';
import { findInputs } from '../inputs.ts';
import { InputOpener } from '../open-input.ts';
import { problemReport } from '../problem-lines.ts';
import type { Shell } from '../shell.ts';
import { visibleText } from '../visible-text.ts';
import { wholeNumber } from '../whole-number.ts';

const examples = `
Examples:
  procedo simulate order.procedo                    how 1,000 runs by chance end, and what none reaches
  procedo simulate order.bpmn --runs 20 --seed 7    the same 20 runs each time
  procedo simulate order.procedo --seed 31 --runs 1 one of them alone
`;

interface SimulateOptions {
  readonly runs: number;
  readonly seed: number;
  readonly format: 'text' | 'json';
}

/** `procedo simulate`: random runs. */
export function simulateCommand(shell: Shell, end: (code: ExitCode) => void): Command {
  return new Command('simulate')
    .summary('run processes and cases by chance and show how the runs end')
    .description(
      'Runs processes and cases by chance: how the runs end, with shares, and what none of them reaches. The same seed gives the same runs.',
    )
    .argument('<file>', 'a text or a model, or - for standard input')
    .option('--runs <number>', 'how many', wholeNumber(1), 1000)
    .option('--seed <number>', 'of the first run; the next ones count on from it', wholeNumber(0), 1)
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addOption(new Option('--json', 'the same as --format json').implies({ format: 'json' }))
    .addHelpText('after', examples)
    .action(async (path: string, options: SimulateOptions) => end(await run(path, options, shell)));
}

async function run(path: string, { runs, seed, format }: SimulateOptions, shell: Shell): Promise<ExitCode> {
  const { inputs, refusals } = await findInputs([path], [...textEndings, ...xmlEndings], shell);
  const [input] = inputs;
  for (const refusal of refusals) shell.complain(refusal);
  if (!input || inputs.length > 1) {
    if (refusals.length === 0)
      shell.complain(`${path}: error: Name one file to simulate, not a folder. [several-inputs]`);
    return 2;
  }
  const opener = new InputOpener(shell);
  const opened = await opener.open(input);
  if ('refusal' in opened) {
    shell.complain(opened.refusal);
    return 2;
  }
  const { document } = opened;
  if (hasErrors(document.problems)) {
    shell.complain(problemReport(input.name, document.text, document.problems).trimEnd());
    return document.kind === 'unreadable' ? 2 : 1;
  }
  const { simulateRuns } = await import('../runs.ts');
  const found = simulateRuns(document, await opener.calledBy([document]), runs, seed);
  if (!found) {
    shell.complain(
      `${input.name}: error: There is nothing here that could run: add a process with a start, or a case. [nothing-to-run]`,
    );
    return 2;
  }
  shell.write(format === 'json' ? jsonOf(input.name, found) : textOf(found));
  return 0;
}

function jsonOf(file: string, { runs, seed, coverage, ends, never, byHand }: Simulation): string {
  const shares = ends.map((each) => ({ ...each, share: each.runs / runs }));
  return `${JSON.stringify({ file, runs, seed, coverage, ends: shares, never, byHand }, null, 2)}\n`;
}

const sentences: Readonly<Record<string, (at: string) => string>> = {
  completed: (at) => (at ? `ends at ${at}` : 'ends'),
  terminated: (at) => (at ? `is terminated after ${at}` : 'is terminated'),
  failed: () => 'ends by an error that nobody catches',
  endless: () => 'is ended, since it would call or begin the same again and again without end',
  stuck: (at) => `gets stuck at ${at}`,
  unfinished: () => 'was still running after 10,000 acts',
};

function textOf({ runs, seed, ends, never, byHand, coverage }: Simulation): string {
  const count = (number: number, what: string) => `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`;
  const lines = ends.map(({ end, at, runs: part, seed: example }) => {
    const share = `${((100 * part) / runs).toFixed(1)} %`.padStart(8);
    return `${share}  ${sentences[end]?.(at.join(', ')) ?? end} (seed ${example})`;
  });
  const head = `${count(runs, 'run')} from seed ${seed}, ${(100 * coverage).toFixed(0)} % of the model passed:`;
  const rest = never.length > 0 ? ['Never passed:', ...never.map((id) => `          ${id}`)] : [];
  const calls = byHand.map(({ element, called }) => `          ${element} runs ${called}`);
  const missing = ['Completed by hand, since what it runs is in no file beside this one:', ...calls];
  return `${[head, ...lines, ...rest, ...(calls.length > 0 ? missing : [])].map(visibleText).join('\n')}\n`;
}
