import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Command } from 'commander';
import { mermaidEndings, xmlEndings } from '../../base/file-endings.ts';
import type { ImportedModel, ModelImporter } from '../../workspace/index.ts';
import { withEnding } from '../convert.ts';
import { type ExitCode, worst } from '../exit-code.ts';
import { findInputs, type Input } from '../inputs.ts';
import { InputOpener } from '../open-input.ts';
import { problemLine } from '../problem-lines.ts';
import type { Shell } from '../shell.ts';
import { writeWhole } from '../write-whole.ts';

const examples = `
Examples:
  procedo import order.bpmn            order.procedo and order.procedo.layout beside it
  procedo import models/ -o texts/     every model of a folder
  procedo import models/ --stats       with figures of each text
  procedo import order.mmd             order.procedo, of a bpmn-beta diagram of Mermaid's
`;

interface ImportOptions {
  readonly output?: string;
  readonly force?: boolean;
  readonly stats?: boolean;
}

/** `procedo import`: XML → text, and the layout file that keeps what no text says; Mermaid's text → text. */
export function importCommand(shell: Shell, end: (code: ExitCode) => void): Command {
  return new Command('import')
    .summary('turn BPMN and CMMN XML, or Mermaid, into text')
    .description(
      'Turns models into text, with a layout file beside each that keeps the drawing and what the text does not say:\n' +
        'export makes the same model of both, or the exit code is 1. A text that is there and differs is not written over.\n' +
        "A diagram of Mermaid's (.mmd, or standard input that begins with bpmn-beta) has no drawing, and gets no layout file;\n" +
        'of the .mmd files in a folder those that begin with bpmn-beta are taken.',
    )
    .argument('<path...>', 'files or folders')
    .option('-o, --output <path>', 'file or folder to write to, in place of beside each model')
    .option('--force', 'write over texts that differ')
    .option('--stats', 'print lines per flow node or plan item, jumps per sequence flow and the deepest nesting')
    .addHelpText('after', examples)
    .action(async (paths: string[], options: ImportOptions) => end(await importAll(paths, options, shell)));
}

async function importAll(paths: readonly string[], options: ImportOptions, shell: Shell): Promise<ExitCode> {
  const { inputs, refusals, several } = await findInputs(paths, [...xmlEndings, ...mermaidEndings], shell);
  for (const refusal of refusals) shell.complain(refusal);
  const { output } = options;
  const place = output === undefined ? besideSource : await placeIn(output, several, shell);
  if (typeof place === 'string') {
    shell.complain(`procedo: ${place}`);
    return 2;
  }
  const opener = new InputOpener(shell);
  const { ModelImporter } = await import('../imports.ts');
  const run = { opener, importer: new ModelImporter(), place, written: new Set<string>(), options, shell };
  const codes: ExitCode[] = refusals.length > 0 ? [2] : [];
  for (const input of inputs) codes.push(await importOne(input, run));
  return worst(codes);
}

/** What all inputs of one command share. */
interface Run {
  readonly opener: InputOpener;
  readonly importer: ModelImporter;
  readonly place: (input: Input) => string | undefined;
  /** Paths of the texts that are written. */
  readonly written: Set<string>;
  readonly options: ImportOptions;
  readonly shell: Shell;
}

function besideSource({ path, place }: Input): string | undefined {
  return path === undefined ? undefined : `${dirname(path)}/${withEnding(place.replace(/^.*[/\\]/, ''), '.procedo')}`;
}

/** Where `-o` leads: a folder if it is one, ends in `/` or there are several inputs, else a file. */
async function placeIn(output: string, several: boolean, shell: Shell): Promise<((input: Input) => string) | string> {
  const path = resolve(shell.cwd, output);
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => undefined,
  );
  const wantsFolder = several || /[/\\]$/.test(output);
  if (wantsFolder && isFolder === false)
    return `${output} is a file, and a folder is needed here: name another with -o.`;
  return wantsFolder || isFolder ? ({ place }) => `${path}/${withEnding(place, '.procedo')}` : () => path;
}

async function importOne(input: Input, run: Run): Promise<ExitCode> {
  const { opener, importer, shell } = run;
  const target = run.place(input);
  if (target === undefined) {
    shell.complain('procedo: Standard input has no place beside it: name a file with -o.');
    return 2;
  }
  const opened = await opener.open(input);
  if ('refusal' in opened) {
    shell.complain(opened.refusal);
    return 2;
  }
  const { document } = opened;
  if (input.isFound && document.problems.some(({ code }) => code === 'not-bpmn-beta')) return 0;
  for (const problem of document.problems)
    if (problem.severity === 'error' || document.kind === 'mermaid' || problem.code === 'missing-namespace')
      shell.complain(problemLine(input.name, problem));
  if (document.kind === 'unreadable') return 2;
  if (document.kind === 'text') return refuse(input, shell);
  const made = await importer.import(document);
  if ('problems' in made) {
    const [first] = made.problems;
    const message = `The model cannot be a text yet: ${first?.message ?? 'it holds nothing that a text can say.'}`;
    const problem = {
      severity: 'error',
      code: 'not-a-text',
      message,
      ...(first?.range && { range: first.range }),
    } as const;
    shell.complain(problemLine(input.name, problem));
    return 1;
  }
  if (run.options.stats) shell.write(`${input.name}: ${figures(made)}\n`);
  const code = await write(target, made, input, run);
  if (code !== 0 || made.lost.length === 0) return code;
  tellLost(made.lost, target, input, shell);
  return 1;
}

/** Of more, only how many. */
const MOST_TOLD = 10;

/** The text is there, and somebody has to look at it before the model may go. */
function tellLost(lost: readonly string[], target: string, { name }: Input, shell: Shell): void {
  shell.complain(
    `${name}: error: Export of ${target} would not give back all of this model: keep the model, and look at what is lost. [not-kept]`,
  );
  for (const sentence of lost.slice(0, MOST_TOLD)) shell.complain(`  ${sentence}`);
  if (lost.length > MOST_TOLD) shell.complain(`  And ${lost.length - MOST_TOLD} more.`);
}

function refuse({ name }: Input, shell: Shell): ExitCode {
  shell.complain(`${name}: error: This is a text already: name a file of BPMN, of CMMN or of Mermaid. [no-model]`);
  return 1;
}

/** Writes the text and its layout file, unless that would take away what somebody wrote. */
async function write(target: string, made: ImportedModel, { name }: Input, run: Run): Promise<ExitCode> {
  const { shell, options, written } = run;
  if (written.has(target)) {
    shell.complain(`procedo: ${target} is already made from another input of this name: write to two folders.`);
    return 2;
  }
  written.add(target);
  if (!options.force && (await differs(target, made.text))) {
    shell.complain(
      `${name}: error: ${target} is there and says something else: write over it with --force. [text-differs]`,
    );
    return 2;
  }
  try {
    await writeWhole(target, made.text);
    if (made.layout !== undefined) await writeWhole(`${target}.layout`, made.layout);
    return 0;
  } catch (error) {
    shell.complain(`procedo: ${target} cannot be written: ${(error as Error).message}`);
    return 2;
  }
}

/** Whether there is a file with another content. */
async function differs(path: string, content: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return false;
  return (await readFile(path, 'utf8')) !== content;
}

function figures({ statistics }: ImportedModel): string {
  const { lines, flowNodes, planItems, jumps, sequenceFlows, depth } = statistics();
  const per = (count: number) => `${count === 0 ? '-' : (lines / count).toFixed(2)}`;
  if (planItems > 0) return `${per(planItems)} lines per plan item (${lines} of ${planItems}), nesting ${depth}`;
  const share = sequenceFlows === 0 ? '-' : `${((100 * jumps) / sequenceFlows).toFixed(1)} %`;
  return `${per(flowNodes)} lines per flow node (${lines} of ${flowNodes}), ${share} of sequence flows as jumps (${jumps} of ${sequenceFlows}), nesting ${depth}`;
}
