/** Ids for what a diagram declares. In Mermaid an id is a handle for arrows, mostly `t1` or `gw`: a label makes a better one. */
import { IdPool, idFromLabel } from '../language/index.ts';
import type { DiagramNode } from './read-diagram.ts';
import type { Keyword } from './words.ts';

/** A letter or two, or a few and a number. */
export const HANDLE = /^(?:[A-Za-z]{1,2}|[A-Za-z]{1,3}[-_]?\d+)$/;

/** What tools call what is no activity. */
const KINDS: Partial<Record<Keyword, string>> = {
  ...{ pool: 'Participant', lane: 'Lane', group: 'Group', note: 'TextAnnotation' },
  ...{ start: 'Event', intermediate: 'Event', throw: 'Event', boundary: 'Event', end: 'Event' },
  ...{ xor: 'Gateway', and: 'Gateway', or: 'Gateway', 'event-gateway': 'Gateway', complex: 'Gateway' },
  ...{ data: 'DataObject', 'data-collection': 'DataObject', 'data-store': 'DataStore' },
  ...{ 'data-input': 'DataInput', 'data-output': 'DataOutput' },
};

export class ModelIds {
  readonly #pool: IdPool;
  readonly #counts = new Map<string, number>();

  constructor(nodes: readonly DiagramNode[]) {
    this.#pool = new IdPool(['definitions', ...nodes.flatMap((node) => keptId(node) ?? [])]);
  }

  /** The id of a declared element: its own if it speaks, else one that its label makes, else one as tools make them. */
  of(node: DiagramNode): string {
    const kept = keptId(node);
    if (kept !== undefined) return kept;
    const { id, label = '', keyword } = node;
    const base = keyword === 'note' ? undefined : (idFromLabel(label) ?? id);
    return base === undefined ? this.numbered(KINDS[keyword] ?? 'Activity') : this.#pool.fresh(base);
  }

  /** An id that a label makes, else one of the kind. */
  ofLabel(label: string | undefined, kind: string): string {
    return this.#pool.fresh(idFromLabel(label ?? '') ?? kind);
  }

  /** An id as tools make them, which no text shows: `Flow_1`. */
  numbered(kind: string): string {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    return this.#pool.fresh(`${kind}_${count}`);
  }
}

/** A note is all label, and needs no other name. */
function keptId({ id, label = '', keyword }: DiagramNode): string | undefined {
  const hasBetter = keyword === 'note' || idFromLabel(label) !== undefined;
  return id !== undefined && HANDLE.test(id) && hasBetter ? undefined : id;
}
