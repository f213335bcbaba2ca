/** Pass E, the arithmetic: longest paths over constraints between nodes, some of which keep their distances. Source: Sugiyama layering without layers. */
import type { Constraint, Wish } from './obstacles.ts';
import type { LayoutNode } from './scope.ts';

/** Solutions after which wishes that are still open are left out. */
const patience = 300;

/** Longest paths over groups of nodes; the members of a group keep their distances. */
export class ColumnSystem {
  private readonly group = new Map<LayoutNode, LayoutNode[]>();
  private readonly offset = new Map<LayoutNode, number>();
  private readonly nodes: readonly LayoutNode[];
  private readonly constraints: Constraint[];
  private tries = 0;

  /** `constraints` grows with what is granted. */
  constructor(nodes: readonly LayoutNode[], constraints: Constraint[]) {
    this.nodes = nodes;
    this.constraints = constraints;
    for (const node of nodes) {
      this.group.set(node, [node]);
      this.offset.set(node, 0);
    }
  }

  /** The nodes tied to a node, itself included, with their x relative to each other. */
  placesWith(node: LayoutNode): [LayoutNode, number][] {
    return (this.group.get(node) ?? []).map((member) => [member, this.offset.get(member) ?? 0]);
  }

  /** Adds what is wished, each in its first order, else in its second; what would make a cycle either way is left out. */
  grant(wishes: readonly Wish[]): void {
    // Nearly always all can be had at once, and a look at each would take a solution each.
    if (wishes.length === 0 || this.tries > patience || this.add(wishes.map(({ first }) => first))) return;
    const [wish, ...others] = wishes;
    if (wish && others.length === 0) {
      this.add([wish.second]);
      return;
    }
    const half = wishes.length >> 1;
    this.grant(wishes.slice(0, half));
    this.grant(wishes.slice(half));
  }

  /** Adds constraints; false, and none added, if they would make a cycle. */
  private add(constraints: readonly Constraint[]): boolean {
    this.tries++;
    const before = this.constraints.length;
    this.constraints.push(...constraints);
    if (this.solve()) return true;
    this.constraints.length = before;
    return false;
  }

  isAlone(node: LayoutNode): boolean {
    return this.group.get(node)?.length === 1;
  }

  /** Ties x of `b` to x of `a` plus `shift`. Returns how to undo it, or undefined if they are tied already. */
  tie(a: LayoutNode, b: LayoutNode, shift: number): (() => void) | undefined {
    const first = this.group.get(a);
    const second = this.group.get(b);
    if (!first || !second || first === second) return undefined;
    const by = (this.offset.get(a) ?? 0) + shift - (this.offset.get(b) ?? 0);
    const joined = [...first, ...second];
    this.regroup(joined, joined);
    this.shift(second, by);
    return () => {
      this.regroup(first, first);
      this.regroup(second, second);
      this.shift(second, -by);
    };
  }

  private regroup(members: readonly LayoutNode[], group: LayoutNode[]): void {
    for (const member of members) this.group.set(member, group);
  }

  private shift(members: readonly LayoutNode[], by: number): void {
    for (const member of members) this.offset.set(member, (this.offset.get(member) ?? 0) + by);
  }

  /** The least x of every node, from 0 on; undefined if the constraints make a cycle. Linear. */
  solve(): Map<LayoutNode, number> | undefined {
    const groups = new Set(this.group.values());
    const waiting = new Map<LayoutNode[], number>([...groups].map((group) => [group, 0]));
    const outgoing = new Map<LayoutNode[], Constraint[]>([...groups].map((group) => [group, []]));
    for (const constraint of this.constraints) {
      const before = this.group.get(constraint.before);
      const after = this.group.get(constraint.after);
      if (!before || !after) continue;
      if (before === after) return undefined;
      outgoing.get(before)?.push(constraint);
      waiting.set(after, (waiting.get(after) ?? 0) + 1);
    }
    return this.relax(groups, waiting, outgoing);
  }

  private relax(
    groups: ReadonlySet<LayoutNode[]>,
    waiting: Map<LayoutNode[], number>,
    outgoing: ReadonlyMap<LayoutNode[], readonly Constraint[]>,
  ): Map<LayoutNode, number> | undefined {
    const at = new Map(
      [...groups].map((group) => [
        group,
        Math.max(...group.map((node) => node.width / 2 - (this.offset.get(node) ?? 0))),
      ]),
    );
    const ready = [...groups].filter((group) => waiting.get(group) === 0);
    let done = 0;
    for (let group = ready.pop(); group; group = ready.pop()) {
      done++;
      for (const { before, after, distance } of outgoing.get(group) ?? []) {
        const next = this.group.get(after);
        if (!next) continue;
        const x = (at.get(group) ?? 0) + (this.offset.get(before) ?? 0) + distance - (this.offset.get(after) ?? 0);
        at.set(next, Math.max(at.get(next) ?? 0, x));
        const left = (waiting.get(next) ?? 0) - 1;
        waiting.set(next, left);
        if (left === 0) ready.push(next);
      }
    }
    if (done < groups.size) return undefined;
    return new Map(
      this.nodes.map((node) => [node, (at.get(this.group.get(node) ?? []) ?? 0) + (this.offset.get(node) ?? 0)]),
    );
  }
}
