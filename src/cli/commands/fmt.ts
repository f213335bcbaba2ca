import { Command } from 'commander';
import { textEndings } from '../../base/file-endings.ts';
import { hasErrors } from '../../base/problem.ts';
import type { SourceDocument, SourceReader, TextFormatter } from '../../workspace/index.ts';
import { diskFiles } from '../disk-files.ts';
import { doAll } from '../do-all.ts';
import { type ExitCode, failWith, worst } from '../exit-code.ts';
import { findInputs, type Input } from '../inputs.ts';
import { once } from '../once.ts';
import { readFile } from '../open-input.ts';
import { problemLine } from '../problem-lines.ts';
import type { Shell } from '../shell.ts';
import type { Work } from '../work.ts';
import { writeWhole } from '../write-whole.ts';

const formatters = once(() => import('../formatting.ts'));

const examples = `
Examples:
  procedo fmt processes/             every text of a folder, in place
  procedo fmt --check processes/     the files that it would change; exit code 1 if there are any
  procedo fmt - < order.procedo      from standard input to standard output
`;

interface FmtOptions {
  readonly check?: boolean;
}

/** `procedo fmt`: texts in their one form, in place. */
export function fmtCommand(shell: Shell, end: (code: ExitCode) => void): Command {
  return new Command('fmt')
    .summary('give texts their one form')
    .description(
      'Formats texts in place: white space changes, and the brace of a block goes before what vendors say, so that models stay as they are.\n' +
        'Lines of a layout file that are about steps which are gone are named and removed, those about steps with another label follow\n' +
        'them. A text with mistakes of syntax is left as it is.',
    )
    .argument('<path...>', 'texts, folders, or - for standard input')
    .option('--check', 'change nothing; list the files that would change, and exit with 1 if there are any')
    .addHelpText('after', examples)
    .action(async (paths: string[], options: FmtOptions) => end(await formatAll(paths, options, shell)));
}

async function formatAll(paths: readonly string[], options: FmtOptions, shell: Shell): Promise<ExitCode> {
  const { inputs, refusals } = await findInputs(paths, textEndings, shell);
  for (const refusal of refusals) shell.complain(refusal);
  const codes = await doAll(formatting, options.check === true, inputs, shell);
  return worst(refusals.length > 0 ? [2, ...codes] : codes);
}

export const formatting: Work<boolean, Input, ExitCode> = {
  name: 'fmt',
  failed: failWith,
  begin: async (checks, shell) => {
    const run = new FmtRun(checks, shell);
    return (input) => run.format(input);
  },
};

/** A text, or a layout file, before and after. */
interface Formatted {
  /** As messages call it. */
  readonly name: string;
  /** Absolute; undefined for standard input. */
  readonly path: string | undefined;
  readonly before: string;
  readonly after: string;
}

class FmtRun {
  readonly #checks: boolean;
  readonly #shell: Shell;
  readonly #files = diskFiles();
  #formatter: TextFormatter | undefined;
  #reader: SourceReader | undefined;

  constructor(checks: boolean, shell: Shell) {
    this.#checks = checks;
    this.#shell = shell;
  }

  async format(input: Input): Promise<ExitCode> {
    const { name, path } = input;
    const read = path === undefined ? { bytes: await this.#shell.readInput() } : readFile(name, path);
    if ('refusal' in read) return this.#refuse(read.refusal, 2);
    const before = decoded(read.bytes);
    if (before === undefined)
      return this.#refuse(`${name}: error: The text is not UTF-8: save it as that first. [bad-encoding]`, 2);
    if (path !== undefined && !textEndings.some((ending) => path.endsWith(ending)))
      return this.#refuse(`${name}: error: Only texts are formatted, and their names end in .procedo. [no-text]`, 2);
    const { TextFormatter } = await formatters();
    this.#formatter ??= new TextFormatter();
    const after = this.#formatter.format(before);
    if (after === undefined) return this.#tellMistakes(input, read.bytes);
    const codes = [this.#put({ name, path, before, after })];
    if (path !== undefined) codes.push(await this.#formatLayout(input, path, read.bytes));
    return worst(codes);
  }

  /** The layout file beside a text; of a text with errors nobody knows what is gone. */
  async #formatLayout({ name }: Input, path: string, bytes: Uint8Array): Promise<ExitCode> {
    const found = await this.#files.read(`${path}.layout`);
    const before = found && decoded(found);
    if (before === undefined) return 0;
    const document = await this.#opened(path, bytes);
    if (hasErrors(document.problems)) return 0;
    const { tidyLayoutOf } = await formatters();
    const { text: after, stale } = tidyLayoutOf(document, before);
    for (const [key, now] of document.followed?.renamed ?? []) {
      const what = this.#checks ? 'its lines are to follow' : 'its lines follow';
      const message = `"${key}" is "${now}" now: ${what}.`;
      this.#shell.complain(problemLine(`${name}.layout`, { severity: 'warning', code: 'layout-followed', message }));
    }
    for (const { key, range } of stale) {
      const what = this.#checks ? 'its line is to be removed' : 'its line is removed';
      const message = `"${key}" is not in the text any more: ${what}.`;
      this.#shell.complain(
        problemLine(`${name}.layout`, { severity: 'warning', code: 'layout-drift', message, range }),
      );
    }
    return this.#put({ name: `${name}.layout`, path: `${path}.layout`, before, after });
  }

  #put({ name, path, before, after }: Formatted): ExitCode {
    const differs = before !== after;
    if (this.#checks) {
      if (differs) this.#shell.write(`${name}\n`);
      return differs ? 1 : 0;
    }
    if (path === undefined) this.#shell.write(after);
    else if (differs) return this.#write(name, path, after);
    return 0;
  }

  #write(name: string, path: string, content: string): ExitCode {
    const refusal = writeWhole(path, content);
    return refusal === undefined ? 0 : this.#refuse(`procedo: ${name} cannot be written: ${refusal}`, 2);
  }

  /** What has to be corrected before a text can be formatted. */
  async #tellMistakes({ name, path }: Input, bytes: Uint8Array): Promise<ExitCode> {
    const { problems } = await this.#opened(path ?? '-', bytes);
    for (const problem of problems) if (problem.severity === 'error') this.#shell.complain(problemLine(name, problem));
    return this.#refuse(
      `${name}: error: The text has mistakes of syntax and is left as it is: correct them first. [not-formatted]`,
      1,
    );
  }

  async #opened(path: string, bytes: Uint8Array): Promise<SourceDocument> {
    if (!this.#reader) {
      const { SourceReader } = await import('../road.ts');
      this.#reader = new SourceReader(this.#files);
    }
    return this.#reader.open(path, bytes);
  }

  #refuse(line: string, code: ExitCode): ExitCode {
    this.#shell.complain(line);
    return code;
  }
}

/** UTF-8 with or without a byte order mark; undefined if it is something else, which must not be written back. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
