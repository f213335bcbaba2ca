/** Runs `diff`: has the pairs of files compared, prints. */
import { chooseDestination } from './destination.ts';
import { asJson, asMarkdown, asText, type ComparedFile, isOfModel } from './diff-formats.ts';
import type { DiffOptions } from './diff-options.ts';
import { findSides, type Sides } from './diff-sides.ts';
import { type Compared, comparing } from './diff-work.ts';
import { doAll } from './do-all.ts';
import { type ExitCode, worst } from './exit-code.ts';
import type { Shell } from './shell.ts';

/** Compares what the arguments mean and says how it ended. */
export async function runDiff(args: readonly string[], options: DiffOptions, shell: Shell): Promise<ExitCode> {
  const sides = await findSides(args, shell);
  if (typeof sides === 'string') {
    shell.complain(`procedo: ${sides}`);
    return 2;
  }
  const format = options.format ?? formatOf(options.output);
  const { pairs, ...common } = sides;
  const compared = await doAll(comparing, { ...common, draws: format === 'svg' }, pairs, shell);
  const files = compared.flatMap(({ file }) => file ?? []);
  const isChanged = files.some(({ changes }) => changes.some(isOfModel));
  return worst([
    ...compared.map(({ code }) => code),
    format === 'svg' ? putPictures(compared, options, shell) : putReport(compared, format, sides, options, shell),
    options.exitCode && isChanged ? 1 : 0,
  ]);
}

function formatOf(output: string | undefined): NonNullable<DiffOptions['format']> {
  const endings = { '.svg': 'svg', '.md': 'markdown', '.json': 'json' } as const;
  const found = Object.entries(endings).find(([ending]) => output?.toLowerCase().endsWith(ending));
  return found?.[1] ?? 'text';
}

function putReport(
  compared: readonly Compared[],
  format: 'text' | 'markdown' | 'json',
  { several }: Sides,
  { output }: DiffOptions,
  shell: Shell,
): ExitCode {
  // Where nothing could be compared, nobody knows that nothing has changed.
  const isBlind = compared.length > 0 && compared.every(({ code }) => code !== 0);
  if (isBlind && format !== 'json') return 0;
  const told = compared.flatMap(({ file }) =>
    file && (file.changes.length > 0 || file.status !== 'changed') ? [file] : [],
  );
  const destination = chooseDestination(output, false, shell);
  if (typeof destination === 'string') return refuse(destination, shell);
  const refusal = destination.put('changes', report(told, format, several, shell));
  return refusal === undefined ? 0 : refuse(refusal, shell);
}

function report(
  told: readonly ComparedFile[],
  format: 'text' | 'markdown' | 'json',
  several: boolean,
  shell: Shell,
): string {
  if (format === 'json') return asJson(told, several);
  return format === 'markdown'
    ? asMarkdown(told)
    : asText(told, { isColoured: shell.isColoured === true, hasNames: several });
}

function putPictures(compared: readonly Compared[], { output }: DiffOptions, shell: Shell): ExitCode {
  const drawn = compared.flatMap(({ file, picture }) => (file && picture !== undefined ? [{ ...file, picture }] : []));
  if (drawn.length === 0) {
    if (compared.every(({ code }) => code === 0)) shell.complain('procedo: There is no change to draw.');
    return 0;
  }
  const destination = chooseDestination(output, drawn.length > 1, shell);
  if (typeof destination === 'string') return refuse(destination, shell);
  const names = pictureNames(drawn.map(({ place }) => place));
  return worst(
    drawn.map(({ place, picture }, index) => {
      const refusal = destination.put(names[index] ?? place, picture);
      return refusal === undefined ? 0 : refuse(refusal, shell);
    }),
  );
}

/** A text and the model that was exported of it lie beside each other: their pictures keep their endings. */
function pictureNames(places: readonly string[]): string[] {
  const short = places.map((place) => place.replace(/(\.[^./]+)$/, '.svg'));
  return short.map((name, index) => (short.indexOf(name) === short.lastIndexOf(name) ? name : `${places[index]}.svg`));
}

function refuse(sentence: string, shell: Shell): ExitCode {
  shell.complain(`procedo: ${sentence}`);
  return 2;
}
