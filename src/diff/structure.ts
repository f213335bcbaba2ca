/** What was added to a model, or removed from one, in groups that a reader sees as one thing. */
import { is, type ModelElement, type SequenceFlow } from '../model/index.ts';
import { elementIn, endsOf, itemOf } from './items.ts';

/** Steps that hang together and are on one side only, with what they stood between. */
export interface Strand {
  /** The steps in the order of the file. */
  readonly nodes: readonly ModelElement[];
  /** Flows that lead into it from steps of both sides, and out of it to such. */
  readonly entries: readonly SequenceFlow[];
  readonly exits: readonly SequenceFlow[];
  /** Flows among them. */
  readonly inner: readonly SequenceFlow[];
  /** What its boundary events hang on, where that is on both sides. */
  readonly hosts: readonly ModelElement[];
}

/** What only one of two models has. */
export class OneSide {
  readonly #only: ReadonlySet<ModelElement>;
  readonly #held = new Map<ModelElement, ModelElement[]>();
  readonly strands: readonly Strand[];
  /** What is told by itself: neither inside another nor one with another. */
  readonly others: readonly ModelElement[];

  /** @param only all items that the other model does not have, in the order of the file */
  constructor(only: readonly ModelElement[]) {
    this.#only = new Set(only);
    for (const item of only) {
      for (let around = item.$parent; around; around = around.$parent) {
        if (!this.#only.has(around)) continue;
        const held = this.#held.get(around);
        if (held) held.push(item);
        else this.#held.set(around, [item]);
      }
    }
    const tops = only.filter((item) => !this.#isHeld(item));
    const nodes = tops.filter((item) => is(item, 'bpmn:FlowNode'));
    this.strands = strandsOf(nodes, flowsAround(only, nodes));
    const isTold = this.#saidWith(only);
    this.others = tops.filter((item) => !is(item, 'bpmn:FlowNode') && !isTold.has(item));
  }

  has(element: ModelElement | undefined): boolean {
    return element !== undefined && this.#only.has(element);
  }

  /** All that is inside of an element. */
  heldBy(element: ModelElement): readonly ModelElement[] {
    return this.#held.get(element) ?? [];
  }

  /** Whether a way leads between two steps of both sides through steps of this one. */
  spans(source: ModelElement | undefined, target: ModelElement | undefined): boolean {
    return this.strands.some(
      ({ entries, exits, hosts }) =>
        (entries.some((flow) => flow.sourceRef === source) || hosts.some((host) => host === source)) &&
        exits.some((flow) => flow.targetRef === target),
    );
  }

  #isHeld({ $parent }: ModelElement): boolean {
    return $parent !== undefined && this.has(itemOf($parent));
  }

  /** Lines to what is told anyway, and what is one with something told. */
  #saidWith(only: readonly ModelElement[]): ReadonlySet<ModelElement> {
    const said = new Set<ModelElement>();
    for (const item of only) {
      const isLine = is(item, 'bpmn:SequenceFlow') || is(item, 'bpmn:Association') || is(item, 'cmmn:Association');
      if (isLine && endsOf(item).some((end) => this.has(end))) said.add(item);
      for (const property of ['definitionRef', 'dataObjectRef', 'processRef']) {
        const target = elementIn(item, property);
        if (target && this.has(target)) said.add(target);
      }
    }
    return said;
  }
}

/** The flows among, into and out of some steps. Those that the file has at both ends only are found too. */
function flowsAround(only: readonly ModelElement[], nodes: readonly ModelElement[]): SequenceFlow[] {
  const near = nodes.flatMap((node) => (is(node, 'bpmn:FlowNode') ? [...node.incoming, ...node.outgoing] : []));
  const added = only.flatMap((item) => (is(item, 'bpmn:SequenceFlow') ? [item] : []));
  const all = new Set(nodes);
  return [...new Set([...added, ...near])].filter((flow) => endsOf(flow).some((end) => end && all.has(end)));
}

function strandsOf(nodes: readonly ModelElement[], flows: readonly SequenceFlow[]): Strand[] {
  const groups = new Groups(nodes);
  for (const { sourceRef, targetRef } of flows) groups.join(sourceRef, targetRef);
  for (const node of nodes) groups.join(node, elementIn(node, 'attachedToRef'));
  return groups.all().map((members) => {
    const inside = new Set<ModelElement | undefined>(members);
    const hosts = members.map((node) => elementIn(node, 'attachedToRef'));
    return {
      nodes: members,
      entries: flows.filter(({ sourceRef, targetRef }) => sourceRef && inside.has(targetRef) && !inside.has(sourceRef)),
      exits: flows.filter(({ sourceRef, targetRef }) => targetRef && inside.has(sourceRef) && !inside.has(targetRef)),
      inner: flows.filter(({ sourceRef, targetRef }) => inside.has(sourceRef) && inside.has(targetRef)),
      hosts: hosts.filter((host) => host !== undefined && !inside.has(host)).flatMap((host) => host ?? []),
    };
  });
}

/** Which of some elements hang together. */
class Groups {
  readonly #leader = new Map<ModelElement, ModelElement>();

  constructor(members: readonly ModelElement[]) {
    for (const member of members) this.#leader.set(member, member);
  }

  join(one: ModelElement | undefined, other: ModelElement | undefined): void {
    if (!one || !other || !this.#leader.has(one) || !this.#leader.has(other)) return;
    this.#leader.set(this.#leaderOf(one), this.#leaderOf(other));
  }

  all(): ModelElement[][] {
    return [...Map.groupBy(this.#leader.keys(), (member) => this.#leaderOf(member)).values()];
  }

  #leaderOf(member: ModelElement): ModelElement {
    let leader = member;
    for (let next = this.#leader.get(leader); next && next !== leader; next = this.#leader.get(leader)) leader = next;
    this.#leader.set(member, leader);
    return leader;
  }
}
