/**
 * Sequence flows while they are made. A way out of a step is opened where the text has it and gets its target later:
 * at the next step, at a join, or at the end for a jump forwards. The order of opening is the order in the text, so
 * `outgoing` lists branches as declared (layout and execution rely on that order).
 */
import type { AstNode } from 'langium';
import type { Expression } from '../language/index.ts';
import {
  append,
  createElement,
  type FlowElementsContainer,
  type FlowNode,
  is,
  type SequenceFlow,
} from '../model/index.ts';
import type { CompileContext } from './context.ts';

/** What the text says about one way. */
export interface FlowFacts {
  id?: string;
  label?: string;
  condition?: Expression;
  isDefault?: boolean;
  documentation?: string;
  /** The statements that say it: a branch, a jump, or a branch that jumps. */
  statements: AstNode[];
}

/** A way out of `source` that has no target yet. */
export interface Exit {
  readonly source: FlowNode;
  readonly facts: FlowFacts;
  target?: FlowNode;
  /** The step that a jump names; it may stand further down and have no element yet. */
  jump?: AstNode;
}

/** All ways of one file. */
export class FlowBook {
  readonly #exits: Exit[] = [];
  readonly #context: CompileContext;
  readonly #made = new Map<AstNode, SequenceFlow>();
  readonly #targets = new Set<FlowNode>();

  constructor(context: CompileContext) {
    this.#context = context;
  }

  /** A new way out of `source`. */
  open(source: FlowNode, facts: FlowFacts = { statements: [] }): Exit {
    const exit: Exit = { source, facts };
    this.#exits.push(exit);
    return exit;
  }

  /** Makes the flows of all ways that arrive somewhere, in the order of the text. */
  finish(): void {
    for (const exit of this.#exits) {
      const target = exit.target ?? (exit.jump && this.#context.stepElement(exit.jump));
      if (target) this.#make(exit, target);
    }
    for (const target of this.#targets) this.#orderArrivals(target);
  }

  /** Flows arrive at a step in the order of the text, but for those whose place the layout file keeps. */
  #orderArrivals({ incoming }: FlowNode): void {
    const placed = incoming.flatMap((flow) => {
      const place = this.#context.arrivalOf(flow);
      return place === undefined ? [] : [{ flow, place }];
    });
    if (placed.length === 0) return;
    const ordered = incoming.filter((flow) => placed.every((one) => one.flow !== flow));
    for (const { flow, place } of placed.toSorted((a, b) => a.place - b.place)) ordered.splice(place - 1, 0, flow);
    incoming.splice(0, incoming.length, ...ordered);
  }

  /** The flow that a jump or branch statement has become. */
  flowOf(statement: AstNode): SequenceFlow | undefined {
    return this.#made.get(statement);
  }

  #make(exit: Exit, target: FlowNode): void {
    const { source, facts } = exit;
    const container = containerOf(source);
    if (!container || container !== containerOf(target)) {
      this.#context.report(
        'jump-leaves-body',
        facts.statements[0],
        `This way leads out of its sub-process or process. End it with \`end\`, or throw an event that a handler outside catches.`,
      );
      return;
    }
    const key = this.#context.numbered(`${this.#context.keyOf(source)}->${this.#context.keyOf(target)}`);
    const id = facts.id ?? this.#context.idFor(key, `Flow_${source.id}_${target.id}`);
    const flow = createElement('bpmn:SequenceFlow', { id, sourceRef: source, targetRef: target });
    this.#context.setKey(flow, key);
    this.#context.name(flow, facts.label);
    if (facts.documentation !== undefined) this.#context.document(flow, facts.documentation);
    if (facts.condition) flow.set('conditionExpression', this.#context.expression(facts.condition, `${key}/condition`));
    append(container, 'flowElements', flow);
    append(source, 'outgoing', flow);
    append(target, 'incoming', flow);
    this.#targets.add(target);
    if (facts.isDefault) source.set('default', flow);
    for (const statement of facts.statements) {
      this.#made.set(statement, flow);
      this.#context.details.note(statement, flow);
      this.#context.sources.add(flow.id, statement);
    }
  }
}

function containerOf(step: FlowNode): FlowElementsContainer | undefined {
  return step.$parent && is(step.$parent, 'bpmn:FlowElementsContainer') ? step.$parent : undefined;
}
