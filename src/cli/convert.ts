import { hasErrors, type Problem } from '../base/problem.ts';
import type { SourceDocument } from '../workspace/index.ts';
import { chooseDestination, type Destination } from './destination.ts';
import { type ExitCode, worst } from './exit-code.ts';
import { findInputs, type Input } from './inputs.ts';
import { InputOpener } from './open-input.ts';
import { problemLine } from './problem-lines.ts';
import type { Shell } from './shell.ts';

/** One file to write: its path in an output folder, and what is in it. */
export interface Product {
  readonly place: string;
  readonly content: string | Uint8Array;
}

/** What a command makes of a document; no products when the problems left none. */
export interface Conversion {
  readonly products: readonly Product[];
  readonly problems: readonly Problem[];
}

/** A command that makes files of files. */
export interface Converter {
  /** File endings to take from a folder. */
  readonly endings: readonly string[];
  /** Whether one input can become several files, which then need a folder. */
  readonly manifold?: boolean;
  /** @param severally whether one input may become several files: they go into a folder */
  convert(document: SourceDocument, input: Input, severally: boolean): Promise<Conversion>;
}

/**
 * Runs a converter over the arguments of a command and writes what it makes to where `-o` says. Problems go to standard
 * error. One bad input stops no other; the worst decides the exit code: 1 where errors in the input left nothing to
 * write, 2 where it could not be read or its output not be written.
 */
export async function convertInputs(
  args: readonly string[],
  output: string | undefined,
  converter: Converter,
  shell: Shell,
): Promise<ExitCode> {
  const { inputs, refusals, several } = await findInputs(args, converter.endings, shell);
  for (const refusal of refusals) shell.complain(refusal);
  const destination = await chooseDestination(output, several || converter.manifold === true, shell);
  if (typeof destination === 'string') {
    shell.complain(`procedo: ${destination}`);
    return 2;
  }
  const opener = new InputOpener(shell);
  const codes: ExitCode[] = refusals.length > 0 ? [2] : [];
  for (const input of inputs) codes.push(await convertOne(input));
  return worst(codes);

  async function convertOne(input: Input): Promise<ExitCode> {
    const opened = await opener.open(input);
    if ('refusal' in opened) {
      shell.complain(opened.refusal);
      return 2;
    }
    const { document } = opened;
    if (document.kind === 'unreadable') return refuse(input, document.problems, 2, shell);
    // Of half a text no file is made: whoever opens that later would take it for the whole.
    if (document.kind === 'text' && hasErrors(document.problems)) return refuse(input, document.problems, 1, shell);
    const { products, problems } = await converter.convert(document, input, (destination as Destination).isFolder);
    if (products.length === 0) return refuse(input, problems, 1, shell);
    complainOf(input, problems, shell);
    return put(products, destination as Destination, shell);
  }
}

/** Writes the products; complains of those that have no place. */
async function put(products: readonly Product[], destination: Destination, shell: Shell): Promise<ExitCode> {
  let code: ExitCode = 0;
  for (const { place, content } of products) {
    const refusal = await destination.put(place, content);
    if (refusal === undefined) continue;
    shell.complain(`procedo: ${refusal}`);
    code = 2;
  }
  return code;
}

function refuse(input: Input, problems: readonly Problem[], code: ExitCode, shell: Shell): ExitCode {
  complainOf(input, problems, shell);
  return code;
}

/** Errors and warnings; the rest is what `check` is for. */
function complainOf(input: Input, problems: readonly Problem[], shell: Shell): void {
  for (const problem of problems) {
    if (problem.severity !== 'info') shell.complain(problemLine(input.name, problem));
  }
}

/** `a.b.bpmn` with another last ending: `a.b.svg`. */
export function withEnding(place: string, ending: string): string {
  return place.replace(/\.[^./\\]*$/, '') + ending;
}
