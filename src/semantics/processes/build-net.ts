import {
  type BaseElement,
  type Definitions,
  type FlowElementsContainer,
  type FlowNode,
  is,
  type Process,
  type SequenceFlow,
  type SubProcess,
} from '../../model/index.ts';
import type { Net, NetFlow, NetMessageFlow, NetNode, NetScope, NodeKind } from './net.ts';
import { reachOf } from './reach.ts';
import { markCompensable } from './read-compensation.ts';
import { linksOf, readArmed, readEntries } from './read-entries.ts';
import { Expressions } from './read-expressions.ts';
import { readMessageFlows } from './read-message-flows.ts';
import { readNode } from './read-node.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The flow index of one or several models. Processes that a call names are found in all of them. What has no way of running, such as a
 * flow whose end is missing, is left out; the rest runs.
 * @param called models of which only what is called runs
 */
export function buildNet(models: readonly Definitions[], called: readonly Definitions[] = []): Net {
  return new Builder([...models, ...called], models.length).build();
}

/** A container on the way: its scope and what its elements are. */
interface Container {
  readonly element: FlowElementsContainer & BaseElement;
  readonly scope: number;
  readonly expressions: Expressions;
}

class Builder {
  readonly #models: readonly Definitions[];
  /** How many of the models are no mere callees: they come first. */
  readonly #own: number;
  readonly #nodes: Open<NetNode>[] = [];
  readonly #flows: NetFlow[] = [];
  readonly #scopes: Open<NetScope>[] = [];
  readonly #containers: Container[] = [];
  readonly #nodeOf = new Map<BaseElement, number>();
  readonly #elements: FlowNode[] = [];
  readonly #processes: number[] = [];

  constructor(models: readonly Definitions[], own: number) {
    this.#models = models;
    this.#own = own;
  }

  build(): Net {
    for (const model of this.#models.slice(0, this.#own)) this.#addProcesses(model);
    const own = this.#processes.length;
    for (const model of this.#models.slice(this.#own)) this.#addProcesses(model);
    for (const container of this.#containers) this.#addFlows(container);
    for (const container of this.#containers) this.#describe(container);
    for (const container of this.#containers) this.#attachHandlers(container);
    const messageFlows = this.#addMessageFlows();
    const links = linksOf(this.#nodes);
    for (const scope of this.#scopes) readEntries(scope, this.#nodes);
    readArmed(this.#scopes, this.#nodes);
    markCompensable(this.#nodes, this.#scopes);
    const graph = { nodes: this.#nodes, flows: this.#flows, links };
    for (const scope of this.#scopes)
      scope.hasJoins = scope.nodes.some((index) => isJoin(this.#nodes[index] as NetNode));
    const joins = this.#nodes.filter(isJoin);
    return {
      ...graph,
      scopes: this.#scopes,
      messageFlows,
      processes: this.#processes.slice(0, own),
      nodeOfId: firstOfId(this.#nodes),
      flowOfId: firstOfId(this.#flows),
      scopeOfId: firstOfId(this.#scopes),
      reach: new Map(joins.map((gateway) => [gateway.index, reachOf(gateway, graph)])),
    };
  }

  #addProcesses(model: Definitions): void {
    const expressions = new Expressions(model.expressionLanguage);
    const pools = new Set(
      model.rootElements.flatMap((root) =>
        is(root, 'bpmn:Collaboration') ? root.participants.map(({ processRef }) => processRef) : [],
      ),
    );
    for (const root of model.rootElements) {
      if (!is(root, 'bpmn:Process')) continue;
      this.#processes.push(this.#scopes.length);
      this.#addScope(root, -1, expressions, pools.has(root));
    }
  }

  #addScope(element: Process | SubProcess, node: number, expressions: Expressions, isPool = false): number {
    const index = this.#scopes.length;
    const scope: Open<NetScope> = {
      index,
      id: element.id ?? `scope#${index}`,
      name: element.name ?? '',
      kind: scopeKind(element),
      node,
      nodes: [],
      entries: [],
      plainStarts: [],
      triggeredStarts: [],
      eventSubProcesses: [],
      eventStarts: [],
      hasJoins: false,
      isPool,
    };
    this.#scopes.push(scope);
    this.#containers.push({ element, scope: index, expressions });
    if (is(element, 'bpmn:AdHocSubProcess')) {
      const completion = expressions.of(element.completionCondition);
      scope.adHoc = {
        isSequential: element.ordering === 'Sequential',
        cancelsRemaining: element.cancelRemainingInstances,
        ...(completion && { completion }),
      };
    }
    scope.nodes = element.flowElements.flatMap((child) =>
      is(child, 'bpmn:FlowNode') ? [this.#addNode(child, index)] : [],
    );
    // Scopes inside come after all nodes of this one, so that a node's index tells where it stands in its scope.
    for (const child of element.flowElements) {
      const holder = is(child, 'bpmn:SubProcess') ? this.#nodes[this.#nodeOf.get(child) ?? -1] : undefined;
      if (holder) holder.inner = this.#addScope(child as SubProcess, holder.index, expressions);
    }
    return index;
  }

  #addNode(element: FlowNode, scope: number): number {
    const index = this.#nodes.length;
    this.#nodeOf.set(element, index);
    this.#elements.push(element);
    this.#nodes.push({
      index,
      id: element.id ?? `node#${index}`,
      name: element.name ?? '',
      kind: kindOf(element),
      type: element.$type,
      scope,
      incoming: [],
      outgoing: [],
      default: -1,
      inner: -1,
      startQuantity: 1,
      completionQuantity: 1,
      isForCompensation: false,
      boundary: [],
      armed: [],
      host: -1,
      isInterrupting: true,
      triggers: [],
      isParallelMultiple: false,
      handler: -1,
      isCompensable: false,
      isInstantiating: false,
      sends: [],
      receives: [],
    });
    return index;
  }

  /** The flows of a scope; branches in the order of the source's list where that is whole, else of the file. */
  #addFlows({ element, expressions }: Container): void {
    const made = new Map<SequenceFlow, NetFlow>();
    for (const flow of element.flowElements) {
      if (!is(flow, 'bpmn:SequenceFlow')) continue;
      const source = this.#nodeOf.get(flow.sourceRef as BaseElement) ?? -1;
      const target = this.#nodeOf.get(flow.targetRef as BaseElement) ?? -1;
      const [from, to] = [this.#nodes[source], this.#nodes[target]];
      if (!from || !to || from.scope !== to.scope) continue;
      const condition = expressions.of(flow.conditionExpression);
      const index = this.#flows.length;
      const entry = {
        index,
        id: flow.id ?? `flow#${index}`,
        name: flow.name ?? '',
        source,
        target,
        isConditional: flow.conditionExpression !== undefined,
        ...(condition && { condition }),
      };
      this.#flows.push(entry);
      made.set(flow, entry);
      from.outgoing = [...from.outgoing, index];
      to.incoming = [...to.incoming, index];
    }
    for (const node of element.flowElements) {
      const entry = is(node, 'bpmn:FlowNode') ? this.#nodes[this.#nodeOf.get(node) ?? -1] : undefined;
      if (!entry || entry.outgoing.length === 0) continue;
      const listed = (node as FlowNode).outgoing.flatMap((flow) => made.get(flow)?.index ?? []);
      if (listed.length === entry.outgoing.length) entry.outgoing = listed;
      const standard = made.get(node.get('default') as SequenceFlow);
      if (standard?.source === entry.index) entry.default = standard.index;
    }
  }

  #describe({ element, expressions }: Container): void {
    const nodeOf = (other: BaseElement | undefined) => (other && this.#nodeOf.get(other)) ?? -1;
    for (const child of element.flowElements) {
      const node = this.#nodes[nodeOf(child)];
      if (!node) continue;
      readNode(child, node, { expressions, nodeOf });
      const host = this.#nodes[node.host];
      if (host) host.boundary = [...host.boundary, node.index];
      if (!is(child, 'bpmn:CallActivity')) continue;
      node.inner = this.#called(child.calledElement);
      if (node.inner < 0 && child.calledElement && !this.#isTask(child.calledElement)) node.calls = child.calledElement;
    }
  }

  /** Compensation handlers hang on their boundary event by an association, which may stand anywhere. */
  #attachHandlers({ element }: Container): void {
    const nodeOf = (other: BaseElement | undefined) => (other && this.#nodeOf.get(other)) ?? -1;
    const artifacts = (element.get('artifacts') as BaseElement[] | undefined) ?? [];
    for (const artifact of artifacts) {
      if (!is(artifact, 'bpmn:Association')) continue;
      const ends = [
        this.#nodes[nodeOf(artifact.sourceRef as BaseElement)],
        this.#nodes[nodeOf(artifact.targetRef as BaseElement)],
      ];
      const event = ends.find(
        (end) => end?.kind === 'boundary' && end.triggers.some(({ kind }) => kind === 'compensation'),
      );
      const handler = ends.find((end) => end !== event);
      if (event && handler?.isForCompensation) event.handler = handler.index;
    }
  }

  /** The scope of the process of that name; it may be written with the prefix of its file. */
  #called(name: string | undefined): number {
    if (!name) return -1;
    const local = name.slice(name.indexOf(':') + 1);
    return this.#processes.find((index) => [name, local].includes(this.#scopes[index]?.id ?? '')) ?? -1;
  }

  /** A global task has nothing inside that could run. */
  #isTask(name: string): boolean {
    const isIt = (root: BaseElement) => is(root, 'bpmn:GlobalTask') && root.id === name.slice(name.indexOf(':') + 1);
    return this.#models.some(({ rootElements }) => rootElements.some(isIt));
  }

  #addMessageFlows(): NetMessageFlow[] {
    const scopeOf = (process: BaseElement | undefined) =>
      this.#processes.find((index) =>
        this.#containers.some(({ element, scope }) => scope === index && element === process),
      ) ?? -1;
    const flows = this.#models.flatMap((model) =>
      readMessageFlows(model, (element) => this.#nodeOf.get(element) ?? -1, scopeOf),
    );
    const numbered = flows.map((flow, index) => ({ ...flow, index }));
    for (const { index, source, target } of numbered) {
      const [from, to] = [this.#nodes[source], this.#nodes[target]];
      if (from) from.sends = [...from.sends, index];
      if (to) to.receives = [...to.receives, index];
    }
    return numbered;
  }
}

function firstOfId(list: readonly { readonly id: string; readonly index: number }[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { id, index } of list) if (!found.has(id)) found.set(id, index);
  return found;
}

function isJoin({ kind, incoming }: NetNode): boolean {
  return (kind === 'inclusive' || kind === 'complex') && incoming.length > 1;
}

function scopeKind(element: Process | SubProcess): NetScope['kind'] {
  if (is(element, 'bpmn:Process')) return 'process';
  if (is(element, 'bpmn:AdHocSubProcess')) return 'ad-hoc';
  if (is(element, 'bpmn:Transaction')) return 'transaction';
  return element.triggeredByEvent ? 'event-sub-process' : 'sub-process';
}

const kinds = [
  ['bpmn:BoundaryEvent', 'boundary'],
  ['bpmn:StartEvent', 'start'],
  ['bpmn:EndEvent', 'end'],
  ['bpmn:ThrowEvent', 'throw'],
  ['bpmn:CatchEvent', 'catch'],
  ['bpmn:ExclusiveGateway', 'exclusive'],
  ['bpmn:ParallelGateway', 'parallel'],
  ['bpmn:InclusiveGateway', 'inclusive'],
  ['bpmn:ComplexGateway', 'complex'],
  ['bpmn:EventBasedGateway', 'event-based'],
  ['bpmn:CallActivity', 'call'],
  ['bpmn:ReceiveTask', 'receive'],
] as const satisfies readonly (readonly [string, NodeKind])[];

const kindOfType = new Map<string, NodeKind>();

function kindOf(element: FlowNode): NodeKind {
  if (is(element, 'bpmn:SubProcess')) return element.triggeredByEvent ? 'event-sub-process' : 'sub-process';
  const kind = kindOfType.get(element.$type) ?? kinds.find(([type]) => is(element, type))?.[1] ?? 'task';
  kindOfType.set(element.$type, kind);
  return kind;
}
