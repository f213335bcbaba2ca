/** The configuration that counts for a file: the nearest `procedo.config.json` upwards, else the nearest `.bpmnlintrc`. */
import { readFile } from 'node:fs/promises';
import { dirname, join, matchesGlob, relative, resolve } from 'node:path';
import type { Configuration, Settings } from '../workspace/index.ts';
import { readConfiguration } from './lint-rules.ts';

/** A configuration with what it goes out from, outermost first. */
interface Loaded {
  readonly path: string;
  readonly configuration: Configuration;
}

/** Settings for one file. */
export interface FileSettings {
  /** Whether the configuration leaves the file out. */
  readonly isIgnored: boolean;
  readonly settings: Settings;
}

const names = ['procedo.config.json', '.bpmnlintrc'] as const;

/** Finds and reads configurations, each once. */
export class Configurations {
  readonly #byFolder = new Map<string, Promise<readonly Loaded[]>>();
  readonly #mistakes = new Set<string>();

  /** What is wrong with the configurations read so far, a line each. */
  get mistakes(): readonly string[] {
    return [...this.#mistakes];
  }

  /** The settings for a file, by its absolute path. */
  async settingsFor(file: string): Promise<FileSettings> {
    const chain = await this.#chainOf(dirname(file));
    let preset: Settings['preset'];
    const rules: Settings['rules'][number][] = [];
    let isIgnored = false;
    for (const { path, configuration } of chain) {
      const inside = relative(dirname(path), file).replaceAll('\\', '/');
      const applies = (patterns: readonly string[]) => patterns.some((pattern) => matches(inside, pattern));
      isIgnored ||= applies(configuration.ignore);
      const fitting = configuration.overrides.filter(({ files }) => applies(files)).map(({ settings }) => settings);
      for (const settings of [configuration.settings, ...fitting]) {
        preset = settings.preset ?? preset;
        rules.push(...settings.rules);
      }
    }
    return { isIgnored, settings: { preset, rules } };
  }

  #chainOf(folder: string): Promise<readonly Loaded[]> {
    let chain = this.#byFolder.get(folder);
    if (!chain) {
      chain = this.#load(folder);
      this.#byFolder.set(folder, chain);
    }
    return chain;
  }

  async #load(folder: string): Promise<readonly Loaded[]> {
    for (const name of names) {
      for (let at = folder; ; at = dirname(at)) {
        const found = await this.#read(join(at, name), new Set());
        if (found) return found;
        if (at === dirname(at)) break;
      }
    }
    return [];
  }

  /** A configuration after those that it extends; undefined if there is no such file. */
  async #read(path: string, open: ReadonlySet<string>): Promise<readonly Loaded[] | undefined> {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    const configuration = readConfiguration(text, path.endsWith('.bpmnlintrc'));
    for (const mistake of configuration.mistakes) this.#mistakes.add(`${path}: error: ${mistake} [configuration]`);
    const bases: Loaded[] = [];
    for (const base of configuration.extends) {
      const basePath = resolve(dirname(path), base);
      const found = open.has(basePath) ? undefined : await this.#read(basePath, new Set([...open, path]));
      if (found) bases.push(...found);
      else
        this.#mistakes.add(
          `${path}: error: It extends "${base}", which cannot be read. Correct the path. [configuration]`,
        );
    }
    return [...bases, { path, configuration }];
  }
}

/** A pattern without a slash fits a name in any folder. */
function matches(path: string, pattern: string): boolean {
  return matchesGlob(path, pattern) || (!pattern.includes('/') && matchesGlob(path, `**/${pattern}`));
}
