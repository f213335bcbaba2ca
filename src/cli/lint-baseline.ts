/** Findings that are known and left for later: a file that names them by rule and element, so that they may move. */
import { dirname, relative, resolve } from 'node:path';
import { isRecord } from '../base/is-record.ts';
import { contentOf } from './content-of.ts';
import { findingKeys, type LintedFile } from './lint-report.ts';
import { writeWhole } from './write-whole.ts';

/** The keys of the findings of each file, by its path as seen from the baseline. */
type Known = ReadonlyMap<string, readonly string[]>;

/** What is new beside a baseline. */
export interface BeyondBaseline {
  readonly files: readonly LintedFile[];
  /** How many findings of these files the baseline holds that are there no more. */
  readonly gone: number;
}

export class Baseline {
  readonly #path: string;
  readonly #cwd: string;
  readonly #known: Known;

  private constructor(path: string, cwd: string, known: Known) {
    this.#path = path;
    this.#cwd = cwd;
    this.#known = known;
  }

  /** Reads a baseline; a sentence if that cannot be done. One that is to be written anew may be missing or broken. */
  static read(file: string, isRenewed: boolean, cwd: string): Baseline | string {
    const path = resolve(cwd, file);
    const text = contentOf(path)?.toString();
    const known = text === undefined ? undefined : knownIn(text);
    if (known || isRenewed) return new Baseline(path, cwd, known ?? new Map());
    return text === undefined
      ? `There is no baseline ${file}: make it with --update-baseline.`
      : `${file} is no baseline: make it anew with --update-baseline.`;
  }

  /** The findings that are not in it. */
  beyond(files: readonly LintedFile[]): BeyondBaseline {
    let gone = 0;
    const left = files.map(({ file, findings }) => {
      const known = new Set(this.#known.get(this.#nameOf(file)));
      const keys = findingKeys(findings);
      const isNew = findings.filter((_, at) => !known.has(keys[at] ?? ''));
      gone += known.size - (findings.length - isNew.length);
      return { file, findings: isNew };
    });
    return { files: left, gone };
  }

  /** Writes what is found now; what it holds of other files stays. @returns a sentence if it cannot be written */
  update(files: readonly LintedFile[]): string | undefined {
    const all = new Map(this.#known);
    for (const { file, findings } of files) all.set(this.#nameOf(file), findingKeys(findings).sort());
    const listed = [...all].filter(([, keys]) => keys.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
    const json = JSON.stringify({ version: 1, files: Object.fromEntries(listed) }, null, 2);
    const refusal = writeWhole(this.#path, `${json}\n`);
    return refusal === undefined ? undefined : `The baseline cannot be written: ${refusal}`;
  }

  #nameOf(file: string): string {
    return relative(dirname(this.#path), resolve(this.#cwd, file)).replaceAll('\\', '/');
  }
}

function knownIn(text: string): Known | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(json) || json.version !== 1 || !isRecord(json.files)) return undefined;
  const texts = (keys: unknown) => (Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : []);
  return new Map(Object.entries(json.files).map(([file, keys]) => [file, texts(keys)]));
}
