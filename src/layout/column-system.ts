/** Pass E, the arithmetic: longest paths over constraints between nodes, some of which keep their distances. Source: Sugiyama layering without layers. */
import type { Constraint, Wish } from './obstacles.ts';
import type { LayoutNode } from './scope.ts';

/** Solutions after which wishes that are still open are left out. */
const patience = 300;

/** Nodes that keep their distances, and how far the solution at hand has got with them. */
class Group {
  readonly members: readonly Member[];
  /** The least x of what the offsets count from. */
  x = 0;
  /** Constraints on the members that are still open. */
  waiting = 0;
  outgoing: Edge[] = [];

  constructor(members: readonly Member[]) {
    this.members = members;
  }

  /** Makes its members belong to it, and to no other group. */
  gather(): void {
    for (const member of this.members) member.group = this;
  }

  shift(by: number): void {
    for (const member of this.members) member.offset += by;
  }

  /** Begins a solution. */
  clear(): void {
    this.x = Number.NEGATIVE_INFINITY;
    for (const { node, offset } of this.members) this.x = Math.max(this.x, node.width / 2 - offset);
    this.waiting = 0;
    this.outgoing = [];
  }
}

class Member {
  readonly node: LayoutNode;
  group = new Group([this]);
  /** How far right it stands of what its group counts from. */
  offset = 0;

  constructor(node: LayoutNode) {
    this.node = node;
  }
}

/** A constraint by the members that it is between. */
interface Edge {
  readonly before: Member;
  readonly after: Member;
  readonly distance: number;
}

/** Longest paths over groups of nodes; the members of a group keep their distances. */
export class ColumnSystem {
  private readonly members: ReadonlyMap<LayoutNode, Member>;
  private readonly constraints: Constraint[];
  private readonly edges: Edge[] = [];
  private tries = 0;

  /** `constraints` grows with what is granted. */
  constructor(nodes: readonly LayoutNode[], constraints: Constraint[]) {
    this.members = new Map(nodes.map((node) => [node, new Member(node)]));
    this.constraints = constraints;
    this.addEdges(constraints);
  }

  private addEdges(constraints: readonly Constraint[]): void {
    for (const constraint of constraints) {
      const before = this.members.get(constraint.before);
      const after = this.members.get(constraint.after);
      if (before && after) this.edges.push({ before, after, distance: constraint.distance });
    }
  }

  /** The nodes tied to a node, itself included, with their x relative to each other. */
  placesWith(node: LayoutNode): [LayoutNode, number][] {
    return (this.members.get(node)?.group.members ?? []).map((member) => [member.node, member.offset]);
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
    const before = this.edges.length;
    this.addEdges(constraints);
    if (this.solve()) {
      this.constraints.push(...constraints);
      return true;
    }
    this.edges.length = before;
    return false;
  }

  isAlone(node: LayoutNode): boolean {
    return this.members.get(node)?.group.members.length === 1;
  }

  /** Ties x of `b` to x of `a` plus `shift`. Returns how to undo it, or undefined if they are tied already. */
  tie(a: LayoutNode, b: LayoutNode, shift: number): (() => void) | undefined {
    const one = this.members.get(a);
    const other = this.members.get(b);
    if (!one || !other || one.group === other.group) return undefined;
    const first = one.group;
    const second = other.group;
    const by = one.offset + shift - other.offset;
    new Group([...first.members, ...second.members]).gather();
    second.shift(by);
    return () => {
      first.gather();
      second.gather();
      second.shift(-by);
    };
  }

  /** The least x of every node, from 0 on; undefined if the constraints make a cycle. Linear. */
  solve(): Map<LayoutNode, number> | undefined {
    const groups = new Set<Group>();
    for (const { group } of this.members.values()) groups.add(group);
    for (const group of groups) group.clear();
    for (const edge of this.edges) {
      if (edge.before.group === edge.after.group) return undefined;
      edge.before.group.outgoing.push(edge);
      edge.after.group.waiting++;
    }
    if (!isSolved(groups)) return undefined;
    const columns = new Map<LayoutNode, number>();
    for (const { node, group, offset } of this.members.values()) columns.set(node, group.x + offset);
    return columns;
  }
}

/** Moves all groups as far right as the constraints want them; false if these make a cycle. */
function isSolved(groups: ReadonlySet<Group>): boolean {
  const ready = [...groups].filter(({ waiting }) => waiting === 0);
  let done = 0;
  for (let group = ready.pop(); group; group = ready.pop()) {
    done++;
    for (const { before, after, distance } of group.outgoing) {
      const next = after.group;
      next.x = Math.max(next.x, group.x + before.offset + distance - after.offset);
      next.waiting--;
      if (next.waiting === 0) ready.push(next);
    }
  }
  return done === groups.size;
}
