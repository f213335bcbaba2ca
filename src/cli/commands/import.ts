import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Command } from 'commander';
import { mermaidEndings, xmlEndings } from '../../base/file-endings.ts';
import type { ImportedModel, ModelImporter } from '../../workspace/index.ts';
import { withEnding } from '../convert.ts';
import { choosePlace, type Place } from '../destination.ts';
import { doAll } from '../do-all.ts';
import { type ExitCode, failWith, worst } from '../exit-code.ts';
import { findInputs, type Input } from '../inputs.ts';
import { InputOpener } from '../open-input.ts';
import { problemLine } from '../problem-lines.ts';
import type { Shell } from '../shell.ts';
import { statOf } from '../stat-of.ts';
import type { Work } from '../work.ts';
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
        'export makes the same model of both, or the exit code is 1. Files that are there and differ are not written over.\n' +
        "A diagram of Mermaid's (.mmd, or standard input that begins with bpmn-beta) has no drawing, and gets no layout file;\n" +
        'of the .mmd files in a folder those that begin with bpmn-beta are taken.',
    )
    .argument('<path...>', 'files or folders')
    .option('-o, --output <path>', 'file or folder to write to, in place of beside each model')
    .option('--force', 'write over texts and layout files that differ')
    .option('--stats', 'print lines per flow node or plan item, jumps per sequence flow and the deepest nesting')
    .addHelpText('after', examples)
    .action(async (paths: string[], options: ImportOptions) => end(await importAll(paths, options, shell)));
}

async function importAll(paths: readonly string[], options: ImportOptions, shell: Shell): Promise<ExitCode> {
  const { inputs, refusals, several } = await findInputs(paths, [...xmlEndings, ...mermaidEndings], shell);
  for (const refusal of refusals) shell.complain(refusal);
  const { output } = options;
  const place = output === undefined ? 'beside' : choosePlace(output, several, shell);
  if (typeof place === 'string' && place !== 'beside') {
    shell.complain(`procedo: ${place}`);
    return 2;
  }
  const codes = await doAll(importing, { options, place }, inputs, shell);
  return worst(refusals.length > 0 ? [2, ...codes] : codes);
}

interface Setup {
  readonly options: ImportOptions;
  readonly place: Place | 'beside';
}

export const importing: Work<Setup, Input, ExitCode> = {
  name: 'import',
  failed: failWith,
  async begin({ options, place }, shell) {
    const opener = new InputOpener(shell);
    const { ModelImporter } = await import('../imports.ts');
    const run = { opener, importer: new ModelImporter(), place, written: new Set<string>(), options, shell };
    return (input) => importOne(input, run);
  },
  writes: ({ place }, input) =>
    targetOf(input, place)
      ?.replaceAll('\\', '/')
      .replace(/\.procedo$/, ''),
};

/** What all inputs of one thread share. */
interface Run {
  readonly opener: InputOpener;
  readonly importer: ModelImporter;
  readonly place: Setup['place'];
  /** Paths of the texts that are written. */
  readonly written: Set<string>;
  readonly options: ImportOptions;
  readonly shell: Shell;
}

/** The text to write; undefined where standard input would need one beside it. */
function targetOf({ path, place: name }: Input, place: Setup['place']): string | undefined {
  if (place === 'beside')
    return path === undefined ? undefined : `${dirname(path)}/${withEnding(name.replace(/^.*[/\\]/, ''), '.procedo')}`;
  if (place.kind === 'output') return undefined;
  return place.kind === 'folder' ? `${place.path}/${withEnding(name, '.procedo')}` : place.path;
}

async function importOne(input: Input, run: Run): Promise<ExitCode> {
  const { opener, importer, shell } = run;
  const target = targetOf(input, run.place);
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
  const code = write(target, made, input, run);
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
function write(target: string, made: ImportedModel, { name }: Input, run: Run): ExitCode {
  const { shell, options, written } = run;
  if (written.has(target)) {
    shell.complain(`procedo: ${target} is already made from another input of this name: write to two folders.`);
    return 2;
  }
  written.add(target);
  const other = options.force ? undefined : otherFile(target, made);
  if (other !== undefined) {
    shell.complain(
      `${name}: error: ${other} is there and says something else: write over it with --force. [${other === target ? 'text' : 'layout'}-differs]`,
    );
    return 2;
  }
  const refusal =
    writeWhole(target, made.text) ??
    (made.layout === undefined ? undefined : writeWhole(`${target}.layout`, made.layout));
  if (refusal === undefined) return 0;
  shell.complain(`procedo: ${target} cannot be written: ${refusal}`);
  return 2;
}

/** The file of the two that is there with another content: a text that somebody has changed, or a layout file in which shapes were moved by hand. */
function otherFile(target: string, { text, layout }: ImportedModel): string | undefined {
  if (differs(target, text)) return target;
  const beside = `${target}.layout`;
  return layout !== undefined && differs(beside, layout) ? beside : undefined;
}

/** Whether there is a file with another content. */
function differs(path: string, content: string): boolean {
  return statOf(path)?.isFile() === true && readFileSync(path, 'utf8') !== content;
}

function figures({ statistics }: ImportedModel): string {
  const { lines, flowNodes, planItems, jumps, sequenceFlows, depth } = statistics();
  const per = (count: number) => `${count === 0 ? '-' : (lines / count).toFixed(2)}`;
  if (planItems > 0) return `${per(planItems)} lines per plan item (${lines} of ${planItems}), nesting ${depth}`;
  const share = sequenceFlows === 0 ? '-' : `${((100 * jumps) / sequenceFlows).toFixed(1)} %`;
  return `${per(flowNodes)} lines per flow node (${lines} of ${flowNodes}), ${share} of sequence flows as jumps (${jumps} of ${sequenceFlows}), nesting ${depth}`;
}
