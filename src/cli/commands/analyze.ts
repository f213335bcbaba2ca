import { Command, Option } from 'commander';
import { textEndings, xmlEndings } from '../../base/file-endings.ts';
import { hasErrors } from '../../base/problem.ts';
import type { Verdict } from '../../workspace/index.ts';
import { doAll } from '../do-all.ts';
import { type ExitCode, failWith, worst } from '../exit-code.ts';
import { findInputs, type Input } from '../inputs.ts';
import { once } from '../once.ts';
import { InputOpener } from '../open-input.ts';
import { problemReport } from '../problem-lines.ts';
import type { Shell } from '../shell.ts';
import { verdictLines } from '../verdict-lines.ts';
import { wholeNumber } from '../whole-number.ts';
import type { Work } from '../work.ts';

const analysis = once(() => import('../analysis.ts'));

const examples = `
Examples:
  procedo analyze order.procedo
  procedo analyze processes/ --json > verdicts.json
  procedo analyze large.bpmn --max-states 2000000
`;

interface AnalyzeOptions {
  readonly maxStates: number;
  readonly format: 'text' | 'json';
}

/** `procedo analyze`: what holds of every run. */
export function analyzeCommand(shell: Shell, end: (code: ExitCode) => void): Command {
  return new Command('analyze')
    .summary('prove that processes can be completed, or show the run that cannot')
    .description(
      'Looks at all runs, whatever the data: whether each can be completed, no end event is reached twice, no two tokens are on one flow, and no activity is dead. Each finding has a shortest run that shows it. Exits with 1 if a property does not hold.',
    )
    .argument('<path...>', 'files, folders, or - for standard input')
    .option('--max-states <number>', 'how many states to look at, for each process', wholeNumber(1), 10_000)
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addOption(new Option('--json', 'the same as --format json').implies({ format: 'json' }))
    .addHelpText('after', examples)
    .action(async (paths: string[], options: AnalyzeOptions) => end(await run(paths, options, shell)));
}

async function run(paths: readonly string[], options: AnalyzeOptions, shell: Shell): Promise<ExitCode> {
  const { inputs, refusals } = await findInputs(paths, [...textEndings, ...xmlEndings], shell);
  for (const refusal of refusals) shell.complain(refusal);
  const judged = await doAll(judging, options, inputs, shell);
  const rows = judged.flatMap(({ verdicts }, at) =>
    verdicts.map((verdict) => ({ file: inputs[at]?.name, ...verdict })),
  );
  if (options.format === 'json') shell.write(`${JSON.stringify(rows, null, 2)}\n`);
  return worst([refusals.length > 0 ? 2 : 0, ...judged.map(({ code }) => code)]);
}

interface Judged {
  readonly code: ExitCode;
  /** None where they are told already. */
  readonly verdicts: readonly Verdict[];
}

export const judging: Work<AnalyzeOptions, Input, Judged> = {
  name: 'analyze',
  failed: (line, shell) => ({ code: failWith(line, shell), verdicts: [] }),
  begin: async (options, shell) => {
    const opener = new InputOpener(shell);
    return (input) => judge(input, opener, options, shell);
  },
};

async function judge(input: Input, opener: InputOpener, options: AnalyzeOptions, shell: Shell): Promise<Judged> {
  const opened = await opener.open(input);
  if ('refusal' in opened) {
    shell.complain(opened.refusal);
    return { code: 2, verdicts: [] };
  }
  const { document } = opened;
  if (hasErrors(document.problems)) {
    const report = problemReport(input.name, document.text, document.problems);
    if (options.format === 'json') shell.complain(report.trimEnd());
    else shell.write(report);
    return { code: document.kind === 'unreadable' ? 2 : 1, verdicts: [] };
  }
  const { analyze } = await analysis();
  const verdicts = analyze(document, { maxStates: options.maxStates });
  const code = verdicts.some(isBroken) ? 1 : 0;
  if (options.format === 'json') return { code, verdicts };
  for (const verdict of verdicts) shell.write(`${verdictLines(input.name, document, verdict).join('\n')}\n`);
  return { code, verdicts: [] };
}

function isBroken({ sound, safe }: Verdict): boolean {
  return sound === false || safe === false;
}
