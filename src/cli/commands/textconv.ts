import { resolve } from 'node:path';
import { Command } from 'commander';
import type { SourceDocument } from '../../workspace/index.ts';
import { diskFiles } from '../disk-files.ts';
import type { ExitCode } from '../exit-code.ts';
import { readFile } from '../open-input.ts';
import { problemLine } from '../problem-lines.ts';
import type { Shell } from '../shell.ts';

const examples = `
In .gitattributes:  *.bpmn diff=procedo
Once in each clone: git config diff.procedo.textconv "procedo textconv"
`;

/** `procedo textconv`: XML → text on standard output, for `git diff`. */
export function textconvCommand(shell: Shell, end: (code: ExitCode) => void): Command {
  return new Command('textconv')
    .summary('show a model as text, for git diff')
    .description(
      'Prints a BPMN or CMMN file as text, without what a layout file would keep: git diff and git log -p then read as text.\n' +
        'What is no model is printed as it is.',
    )
    .argument('<file>', 'a BPMN or CMMN file, or - for standard input')
    .addHelpText('after', examples)
    .action(async (file: string) => end(await convert(file, shell)));
}

/** Git gives up the whole diff, of all files, where a conversion fails: so what can be read at all is printed, and ends well. */
async function convert(name: string, shell: Shell): Promise<ExitCode> {
  const path = name === '-' ? name : resolve(shell.cwd, name);
  const read = name === '-' ? { bytes: await shell.readInput() } : readFile(name, path);
  if ('refusal' in read) {
    shell.complain(read.refusal);
    return 2;
  }
  const { SourceReader } = await import('../texts.ts');
  const document = await new SourceReader(diskFiles()).open(path, read.bytes);
  shell.write((await textOf(document, name, shell)) ?? read.bytes);
  return 0;
}

async function textOf(document: SourceDocument, name: string, shell: Shell): Promise<string | undefined> {
  if (document.kind === 'text') return undefined;
  const [problem] = document.kind === 'unreadable' ? document.problems : [];
  if (problem) shell.complain(problemLine(name, problem));
  const { loadTextOfModel } = await import('../texts.ts');
  const { textOfModel } = await loadTextOfModel();
  return textOfModel(document);
}
