/**
 * Keeps files and functions small: prints what is too long and exits with 1, else the figures.
 * What may be longer stands by name and reason in `exceptions`, a list that only shrinks.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');
const sources = ['{src,webview,test,scripts,bench}/**/*.{ts,mjs}'];
const left = ['**/generated/**', '**/fixtures/**'];

const limits = {
  file: { most: 400, median: 120, long: 300, shareOfLong: 0.05 },
  function: { most: 60, median: 12, long: 50, shareOfLong: 0.03 },
};

/** Path, or path and function as `path#name`, to the reason. An entry that is no longer needed fails the check. */
const exceptions: Record<string, string> = {};

interface Measured {
  /** Path, for a function with its name: `src/cli/inputs.ts#findInputs`. */
  readonly name: string;
  readonly lines: number;
}

/** Every function in a file with its lines, one inside another too. Those without a block (`(x) => x.id`) are no more than an expression. */
export function functionsIn(path: string, text: string): Measured[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Measured[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body && ts.isBlock(node.body as ts.Node)) {
      const from = file.getLineAndCharacterOfPosition(node.getStart(file)).line;
      const to = file.getLineAndCharacterOfPosition(node.getEnd()).line;
      found.push({ name: `${path}#${nameOf(node, file)}`, lines: to - from + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function nameOf(node: ts.SignatureDeclaration, file: ts.SourceFile): string {
  const named = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
  return named?.getText(file) ?? `line ${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
}

/** The middle of the sizes, 0 if there are none. */
function median(measured: readonly Measured[]): number {
  const sizes = measured.map(({ lines }) => lines).sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 0;
}

/** What is wrong with a set of files or functions, a sentence each. */
export function breaches(
  kind: keyof typeof limits,
  measured: readonly Measured[],
  allowed: readonly string[],
): string[] {
  const { most, median: highest, long, shareOfLong } = limits[kind];
  const tooLong = measured.filter(({ name, lines }) => lines > most && !allowed.includes(name));
  const sentences = tooLong.map(
    ({ name, lines }) => `${name} has ${lines} lines, ${most} is the most: divide its subject.`,
  );
  const middle = median(measured);
  if (middle >= highest) sentences.push(`The median ${kind} has ${middle} lines, it must stay below ${highest}.`);
  const share = measured.filter(({ lines }) => lines > long).length / Math.max(1, measured.length);
  if (share >= shareOfLong) {
    sentences.push(
      `${(100 * share).toFixed(1)} % of all ${kind}s are over ${long} lines, it must stay below ${100 * shareOfLong} %.`,
    );
  }
  return sentences;
}

function main(): void {
  const paths = globSync(sources, { cwd: root, exclude: left }).map((path) => path.replaceAll('\\', '/'));
  const texts = paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  const files = texts.map(({ path, text }) => ({ name: path, lines: text.trimEnd().split('\n').length }));
  // A test's suite is a function of its own for every block: its length says nothing.
  const functions = texts
    .filter(({ path }) => !/\.test\.\w+$/.test(path))
    .flatMap(({ path, text }) => functionsIn(path, text));
  const allowed = Object.keys(exceptions);
  const sentences = [...breaches('file', files, allowed), ...breaches('function', functions, allowed)];
  for (const name of allowed) {
    const found = [...files, ...functions].find((one) => one.name === name);
    const most = limits[name.includes('#') ? 'function' : 'file'].most;
    if (!found || found.lines <= most) sentences.push(`${name} needs no exception any more: take it off the list.`);
  }
  if (files.length === 0) sentences.push('No source file was found: the check is blind.');
  for (const sentence of sentences) console.error(sentence);
  console.log(
    `${files.length} files, median ${median(files)} lines; ${functions.length} functions, median ${median(functions)} lines`,
  );
  process.exitCode = sentences.length > 0 ? 1 : 0;
}

if (import.meta.main) main();
