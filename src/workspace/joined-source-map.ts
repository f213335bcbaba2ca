import type { Position, Range } from '../base/range.ts';
import type { SourceMap } from '../mapping/index.ts';

/** The places of several models that one text has: its processes and its cases. */
export class JoinedSourceMap implements SourceMap {
  readonly #maps: readonly SourceMap[];

  constructor(maps: readonly SourceMap[]) {
    this.#maps = maps;
  }

  rangeOf(id: string): Range | undefined {
    for (const map of this.#maps) {
      const found = map.rangeOf(id);
      if (found) return found;
    }
    return undefined;
  }

  idsAt(position: Position): string[] {
    return this.#maps.flatMap((map) => map.idsAt(position));
  }
}
