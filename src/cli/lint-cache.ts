/** What earlier runs of `lint` have found, by the content of the files, so that a run looks only at what is new. */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { isRecord } from '../base/is-record.ts';
import { diskFiles } from './disk-files.ts';
import type { LintJob, LintResult } from './lint-job.ts';
import type { LintFinding } from './lint-report.ts';
import { writeWhole } from './write-whole.ts';

/** What is known of one file. */
interface Entry {
  /** Of all that its findings depend on. */
  readonly key: string;
  readonly findings: readonly LintFinding[];
  /** The file is there, and holds no model: the findings say why. */
  readonly isUnreadable?: boolean;
}

/** What is known of a job, and how to keep what is new. */
export interface Lookup {
  readonly known: LintResult | undefined;
  /** What cannot be opened is tried anew each time. */
  keep(result: LintResult): void;
}

/** A cache in one file. It goes by content, configuration and version, so it may be kept, copied and thrown away at will. */
export class LintCache {
  readonly #location: string;
  readonly #entries: Map<string, Entry>;
  readonly #files = diskFiles();
  /** Hashes of settings, by their JSON: most files have the same. */
  readonly #settings = new Map<string, string>();
  /** Hashes of all texts of a folder. */
  readonly #folders = new Map<string, Promise<string>>();
  #isChanged = false;

  /** Opens the cache at an absolute path; one that is missing, broken or of another version is empty. */
  constructor(location: string) {
    this.#location = location;
    this.#entries = entriesAt(location);
  }

  /** What is known of a file with this content. */
  async lookUp(job: LintJob, bytes: Uint8Array): Promise<Lookup> {
    const name = this.#nameOf(job.path);
    const key = `${this.#settingsHash(job)} ${hash('sha256', bytes, 'base64url')}${await this.#besideHash(job.path)}`;
    const entry = this.#entries.get(name);
    return {
      known: entry?.key === key ? resultOf(job.file, entry) : undefined,
      keep: (result) => {
        if ('refusal' in result) return;
        const { linted, isUnreadable } = result;
        this.#entries.set(name, { key, findings: linted.findings, ...(isUnreadable && { isUnreadable }) });
        this.#isChanged = true;
      },
    };
  }

  /** Writes what is new, without files that are gone. @returns a sentence if that cannot be done */
  save(): string | undefined {
    if (!this.#isChanged) return undefined;
    const folder = dirname(this.#location);
    const files = [...this.#entries].filter(([name]) => existsSync(join(folder, name)));
    const json = JSON.stringify({ version: packageJson.version, files: Object.fromEntries(files) });
    const refusal = writeWhole(this.#location, json);
    return refusal === undefined ? undefined : `The cache cannot be written: ${refusal}`;
  }

  #nameOf(path: string): string {
    return relative(dirname(this.#location), path).replaceAll('\\', '/');
  }

  #settingsHash({ settings, suppressions }: LintJob): string {
    const text = JSON.stringify([settings, suppressions]);
    const known = this.#settings.get(text) ?? hash('sha256', text, 'base64url');
    this.#settings.set(text, known);
    return known;
  }

  /** What a text means depends on the texts around it and on its layout file; XML stands alone. */
  async #besideHash(path: string): Promise<string> {
    if (!path.endsWith('.procedo')) return '';
    const folder = dirname(path);
    const ofFolder = this.#folders.get(folder) ?? this.#folderHash(path);
    this.#folders.set(folder, ofFolder);
    return ` ${await ofFolder} ${await this.#fileHash(`${path}.layout`)}`;
  }

  async #folderHash(path: string): Promise<string> {
    const texts = [path, ...(await this.#files.siblings(path))].sort();
    const hashes = await Promise.all(texts.map(async (text) => `${text} ${await this.#fileHash(text)}`));
    return hash('sha256', hashes.join('\n'), 'base64url');
  }

  async #fileHash(path: string): Promise<string> {
    const bytes = await this.#files.read(path);
    return bytes ? hash('sha256', bytes, 'base64url') : '';
  }
}

function resultOf(file: string, { findings, isUnreadable = false }: Entry): LintResult {
  return { linted: { file, findings }, isUnreadable };
}

function entriesAt(location: string): Map<string, Entry> {
  try {
    const json: unknown = JSON.parse(readFileSync(location, 'utf8'));
    if (!isRecord(json) || json.version !== packageJson.version || !isRecord(json.files)) return new Map();
    return new Map(Object.entries(json.files).filter((entry): entry is [string, Entry] => isEntry(entry[1])));
  } catch {
    return new Map();
  }
}

/** Whether it looks as one of ours. Nobody else writes findings into a file of this version. */
function isEntry(value: unknown): value is Entry {
  return isRecord(value) && typeof value.key === 'string' && Array.isArray(value.findings);
}
