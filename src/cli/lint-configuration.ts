/** Configurations on the disk. */
import { matchesGlob, resolve } from 'node:path';
import { Configurations, type FileSettings } from '../workspace/index.ts';
import { contentOf } from './content-of.ts';

/** Finds and reads configurations on the disk, each once. */
export class DiskConfigurations {
  readonly #found: Configurations;

  /** `only` is the path of a configuration that counts for all files, in place of the nearest. */
  constructor(only?: string) {
    const files = {
      read: async (path: string) => contentOf(path)?.toString(),
      matches: (path: string, pattern: string) => matchesGlob(path, pattern),
    };
    this.#found = new Configurations(files, only === undefined ? undefined : withSlashes(resolve(only)));
  }

  /** What is wrong with the configurations read so far, a line each. */
  get mistakes(): readonly string[] {
    return this.#found.mistakes.map(({ path, message }) => `${path}: error: ${message} [configuration]`);
  }

  /** The settings for a file, by its path. */
  settingsFor(file: string): Promise<FileSettings> {
    return this.#found.settingsFor(withSlashes(resolve(file)));
  }
}

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}
