import type { LayoutNode } from '../scope.ts';
import type { CaseConnector } from './case-sheet.ts';

/** The connectors of a sheet in the order of the file, found by where they begin and where they end. */
export class Connectors {
  readonly all: readonly CaseConnector[];
  readonly #bySource: ReadonlyMap<LayoutNode, readonly CaseConnector[]>;
  readonly #byTarget: ReadonlyMap<LayoutNode, readonly CaseConnector[]>;

  constructor(all: readonly CaseConnector[]) {
    this.all = all;
    this.#bySource = Map.groupBy(all, ({ flow }) => flow.source);
    this.#byTarget = Map.groupBy(all, ({ flow }) => flow.target);
  }

  from(node: LayoutNode): readonly CaseConnector[] {
    return this.#bySource.get(node) ?? [];
  }

  to(node: LayoutNode): readonly CaseConnector[] {
    return this.#byTarget.get(node) ?? [];
  }
}
