/** The configuration that counts for a file: the nearest `procedo.config.json` upwards, else the nearest `.bpmnlintrc`. */
import { type Configuration, presetNames, profileNames, type Settings } from '../lint/index.ts';
import { folderOf, pathFrom, resolvePath } from './paths.ts';

/** Where configurations come from. Paths are absolute and use `/`. */
export interface ConfigurationFiles {
  /** A file's text; undefined if there is none. */
  read(path: string): Promise<string | undefined>;
  /** Whether a path fits a pattern as a shell has them. */
  matches(path: string, pattern: string): boolean;
}

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

/** What is wrong with a configuration. */
export interface ConfigurationMistake {
  readonly path: string;
  /** What to do about it, in a sentence. */
  readonly message: string;
}

/** The names of files that configure, in the order in which they are looked for. */
const configurationNames = ['procedo.config.json', '.bpmnlintrc'] as const;

/** Finds and reads configurations, each once: make new ones when a file has changed. */
export class Configurations {
  readonly #files: ConfigurationFiles;
  readonly #only: string | undefined;
  readonly #byFolder = new Map<string, Promise<readonly Loaded[]>>();
  readonly #mistakes = new Map<string, ConfigurationMistake>();

  /** `only` is the path of a configuration that counts for all files, in place of the nearest. */
  constructor(files: ConfigurationFiles, only?: string) {
    this.#files = files;
    this.#only = only;
  }

  /** What is wrong with the configurations read so far. */
  get mistakes(): readonly ConfigurationMistake[] {
    return [...this.#mistakes.values()];
  }

  /** The settings for a file, by its absolute path. */
  async settingsFor(file: string): Promise<FileSettings> {
    const chain = await this.#chainOf(folderOf(file));
    let preset: Settings['preset'];
    let profile: Settings['profile'];
    const rules: Settings['rules'][number][] = [];
    let isIgnored = false;
    for (const { path, configuration } of chain) {
      const inside = pathFrom(folderOf(path), file);
      const applies = (patterns: readonly string[]) => patterns.some((pattern) => this.#matches(inside, pattern));
      isIgnored ||= applies(configuration.ignore);
      const fitting = configuration.overrides.filter(({ files }) => applies(files)).map(({ settings }) => settings);
      for (const settings of [configuration.settings, ...fitting]) {
        preset = settings.preset ?? preset;
        profile = settings.profile ?? profile;
        rules.push(...settings.rules);
      }
    }
    return { isIgnored, settings: { preset, profile, rules } };
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
    if (this.#only !== undefined) {
      const found = await this.#read(this.#only, new Set());
      if (!found) this.#note(this.#only, 'There is no such configuration. Correct the path.');
      return found ?? [];
    }
    for (const name of configurationNames) {
      for (let at = folder; ; at = folderOf(at)) {
        const found = await this.#read(resolvePath(at, name), new Set());
        if (found) return found;
        if (at === folderOf(at)) break;
      }
    }
    return [];
  }

  /** A configuration after those that it extends; undefined if there is no such file. */
  async #read(path: string, open: ReadonlySet<string>): Promise<readonly Loaded[] | undefined> {
    const text = await this.#files.read(path);
    if (text === undefined) return undefined;
    // It knows all rules: who has no configuration does without them.
    const { readConfiguration } = await import('./lint-document.ts');
    const configuration = readConfiguration(text, path.endsWith('.bpmnlintrc'));
    for (const message of configuration.mistakes) this.#note(path, message);
    const bases: Loaded[] = [];
    const around = new Set([...open, path]);
    for (const base of configuration.extends) {
      const basePath = resolvePath(folderOf(path), base);
      const isRing = around.has(basePath);
      const found = isRing ? undefined : await this.#read(basePath, around);
      if (found) bases.push(...found);
      else if (isRing) this.#note(path, `It extends "${base}", which leads back to it. Take that away.`);
      else this.#note(path, `It extends "${base}", which cannot be read. Correct the path.`);
    }
    return [...bases, { path, configuration }];
  }

  #note(path: string, message: string): void {
    this.#mistakes.set(`${path} ${message}`, { path, message });
  }

  /** A pattern without a slash fits a name in any folder. */
  #matches(path: string, pattern: string): boolean {
    const { matches } = this.#files;
    return matches(path, pattern) || (!pattern.includes('/') && matches(path, `**/${pattern}`));
  }
}

/**
 * The settings for a file that is open in an editor: what is configured goes before what the editor says, by names that may be none.
 */
export function settingsInEditor(configured: Settings, editor: { preset: string; profile: string }): Settings {
  return {
    preset: configured.preset ?? presetNames.find((name) => name === editor.preset) ?? 'recommended',
    profile: configured.profile ?? profileNames.find((name) => name === editor.profile),
    rules: configured.rules,
  };
}
