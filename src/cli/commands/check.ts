import { Command, Option } from 'commander';
import { textEndings, xmlEndings } from '../../base/file-endings.ts';
import { hasErrors } from '../../base/problem.ts';
import { doAll } from '../do-all.ts';
import { type ExitCode, failWith, worst } from '../exit-code.ts';
import { type FileFindings, findingsJson } from '../findings-json.ts';
import { findInputs, type Input } from '../inputs.ts';
import { InputOpener } from '../open-input.ts';
import { problemReport } from '../problem-lines.ts';
import type { Shell } from '../shell.ts';
import type { Work } from '../work.ts';

const examples = `
Examples:
  procedo check order.procedo            what is wrong, with the place
  procedo check processes/               every text and model in a folder
  procedo check --json . > findings.json
  git show HEAD:order.procedo | procedo check -
`;

interface CheckOptions {
  readonly format: 'text' | 'json';
}

/** `procedo check`: problems of syntax, names and references. */
export function checkCommand(shell: Shell, end: (code: ExitCode) => void): Command {
  return new Command('check')
    .summary('show what is wrong with syntax, names and references')
    .description('Shows what is wrong with syntax, names and references. Exits with 1 if there is an error.')
    .argument('<path...>', 'files, folders, or - for standard input')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addOption(new Option('--json', 'the same as --format json').implies({ format: 'json' }))
    .addHelpText('after', examples)
    .action(async (paths: string[], options: CheckOptions) => end(await check(paths, options, shell)));
}

async function check(paths: readonly string[], { format }: CheckOptions, shell: Shell): Promise<ExitCode> {
  const { inputs, refusals } = await findInputs(paths, [...textEndings, ...xmlEndings], shell);
  for (const refusal of refusals) shell.complain(refusal);
  const checked = await doAll(checking, format, inputs, shell);
  if (format === 'json') shell.write(findingsJson(checked.flatMap(({ findings }) => findings ?? [])));
  return worst([refusals.length > 0 ? 2 : 0, ...checked.map(({ code }) => code)]);
}

interface Checked {
  readonly code: ExitCode;
  /** Of a file that was opened, where they are to be told together. */
  readonly findings?: FileFindings;
}

export const checking: Work<CheckOptions['format'], Input, Checked> = {
  name: 'check',
  failed: (line, shell) => ({ code: failWith(line, shell) }),
  begin: async (format, shell) => {
    const opener = new InputOpener(shell);
    return async (input) => {
      const opened = await opener.open(input);
      if ('refusal' in opened) {
        return { code: failWith(opened.refusal, shell) };
      }
      const { kind, text, problems } = opened.document;
      const code = kind === 'unreadable' ? 2 : hasErrors(problems) ? 1 : 0;
      if (format === 'json') return { code, findings: { file: input.name, problems } };
      shell.write(problemReport(input.name, text, problems));
      return { code };
    };
  },
};
