import { join } from 'node:path';
import { hasErrors, type Problem } from '../base/problem.ts';
import type { SourceDocument } from '../workspace/index.ts';
import { choosePlace, Destination, type Place } from './destination.ts';
import { doAll } from './do-all.ts';
import { type ExitCode, failWith, worst } from './exit-code.ts';
import { findInputs, type Input } from './inputs.ts';
import { InputOpener } from './open-input.ts';
import { problemLine } from './problem-lines.ts';
import type { Shell } from './shell.ts';
import type { Work } from './work.ts';

/** One file to write: its path in an output folder, and what is in it. */
export interface Product {
  readonly place: string;
  readonly content: string | Uint8Array;
}

/** What a command makes of a document; no products when the problems left none. */
export interface Conversion {
  readonly products: readonly Product[];
  readonly problems: readonly Problem[];
  /** What else could be made of it, and how: for standard error. */
  readonly note?: string;
}

/** A command that makes files of files. */
export interface Converter<Options> {
  readonly name: string;
  /** File endings to take from a folder. */
  readonly endings: readonly string[];
  /** Whether one input can become several files, which then need a folder. */
  isManifold?(options: Options): boolean;
  /** @param severally whether one input may become several files: they go into a folder */
  convert(document: SourceDocument, input: Input, options: Options, severally: boolean): Promise<Conversion>;
}

interface Setup<Options> {
  readonly options: Options;
  readonly place: Place;
}

/** A converter, as threads do it. */
export interface Conversions<Options> extends Work<Setup<Options>, Input, ExitCode> {
  readonly converter: Converter<Options>;
}

export function conversions<Options>(converter: Converter<Options>): Conversions<Options> {
  return {
    name: converter.name,
    converter,
    failed: failWith,
    begin: async (setup, shell) => {
      const opener = new InputOpener(shell);
      const destination = new Destination(setup.place, shell);
      return (input) => convertOne(input, converter, setup.options, { opener, destination, shell });
    },
    writes: ({ options, place }, input) => {
      if (place.kind !== 'folder') return undefined;
      // What is made of an input is called as the input, with another ending; with an id before it where there may be several.
      const name = converter.isManifold?.(options)
        ? input.place.replace(/\.[^/\\]*$/, '')
        : withEnding(input.place, '');
      return join(place.path, name).replaceAll('\\', '/');
    },
  };
}

/**
 * Runs a converter over the arguments of a command and writes what it makes to where `-o` says. Problems go to standard
 * error. One bad input stops no other; the worst decides the exit code: 1 where errors in the input left nothing to
 * write, 2 where it could not be read or its output not be written.
 */
export async function convertInputs<Options extends { readonly output?: string }>(
  args: readonly string[],
  options: Options,
  work: Conversions<Options>,
  shell: Shell,
): Promise<ExitCode> {
  const { converter } = work;
  const { inputs, refusals, several } = await findInputs(args, converter.endings, shell);
  for (const refusal of refusals) shell.complain(refusal);
  const place = choosePlace(options.output, several || converter.isManifold?.(options) === true, shell);
  if (typeof place === 'string') {
    shell.complain(`procedo: ${place}`);
    return 2;
  }
  const codes = await doAll(work, { options, place }, inputs, shell);
  return worst(refusals.length > 0 ? [2, ...codes] : codes);
}

async function convertOne<Options>(
  input: Input,
  converter: Converter<Options>,
  options: Options,
  { opener, destination, shell }: { opener: InputOpener; destination: Destination; shell: Shell },
): Promise<ExitCode> {
  const opened = await opener.open(input);
  if ('refusal' in opened) {
    shell.complain(opened.refusal);
    return 2;
  }
  const { document } = opened;
  if (document.kind === 'unreadable') return refuse(input, document.problems, 2, shell);
  // Of half a text no file is made: whoever opens that later would take it for the whole.
  if (document.kind === 'text' && hasErrors(document.problems)) return refuse(input, document.problems, 1, shell);
  const severally = destination.place.kind === 'folder';
  const { products, problems, note } = await converter.convert(document, input, options, severally);
  if (products.length === 0) return refuse(input, problems, 1, shell);
  complainOf(input, problems, shell);
  if (note !== undefined) shell.complain(`${input.name}: ${note}`);
  return put(products, destination, shell);
}

/** Writes the products; complains of those that have no place. */
function put(products: readonly Product[], destination: Destination, shell: Shell): ExitCode {
  let code: ExitCode = 0;
  for (const { place, content } of products) {
    const refusal = destination.put(place, content);
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

/** Where XML that is made of XML goes: by the name of its input; standard input has none, and gets the ending of its kind. */
export function xmlPlace({ path, place }: Input, { kind }: SourceDocument): string {
  return path === undefined ? `${place}.${kind}` : place;
}
