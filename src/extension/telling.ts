/** How files and problems are spoken of in messages. */
import type { Uri } from 'vscode';
import type { ViewProblem } from '../protocol/server.ts';

/** The name of a file, without its folders. */
export function nameOf(file: Uri): string {
  return file.path.split('/').at(-1) ?? file.path;
}

/** That a text does not hold all of its model: `lost` has what, a sentence each, and at least one. */
export function lossOf(text: Uri, [first, ...others]: readonly string[]): string {
  const more = others.length > 0 ? ` And ${others.length} more.` : '';
  return `Export of ${nameOf(text)} would not give back all of the model, so keep the model. ${first}${more}`;
}

/** The first error with its line; if there is none, the server has not answered. */
export function firstError(problems: readonly ViewProblem[] | undefined): string {
  const error = problems?.find(({ severity }) => severity === 'error');
  if (!error) return 'the language server gave no answer. Its log says why.';
  return `${error.range ? `line ${error.range.start.line + 1}: ` : ''}${error.message}`;
}
