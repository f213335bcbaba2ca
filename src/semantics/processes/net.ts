/**
 * The flow index: what the processes of a model are to a token. Nodes, flows and scopes are integers; it is derived from the OMG model once
 * and never changes during a run.
 */
import type { Expression } from '../expressions/expression.ts';

export type NodeKind =
  | 'task'
  | 'receive'
  | 'sub-process'
  | 'event-sub-process'
  | 'call'
  | 'exclusive'
  | 'parallel'
  | 'inclusive'
  | 'complex'
  | 'event-based'
  | 'start'
  | 'catch'
  | 'throw'
  | 'end'
  | 'boundary';

export type TriggerKind =
  | 'message'
  | 'signal'
  | 'timer'
  | 'conditional'
  | 'error'
  | 'escalation'
  | 'compensation'
  | 'cancel'
  | 'link'
  | 'terminate';

/** One event definition (BPMN 2.0.2, 10.5.5). */
export interface Trigger {
  readonly kind: TriggerKind;
  /** What throw and catch must share: the message or signal, the code of the error or escalation, the name of the link. '': any. */
  readonly key: string;
  /** Of a catch: an error or escalation without a code takes those of all codes, after those who know the code. */
  readonly takesAny?: boolean;
  /** What a person calls it. */
  readonly name: string;
  /** Of a conditional event. */
  readonly condition?: Expression;
  /** Of a timer: as it stands in the model, and how often it happens where it does not interrupt; a cycle without a number, for ever. */
  readonly timer?: { readonly kind: 'date' | 'duration' | 'cycle'; readonly text: string; readonly times: number };
  /** Of a compensation throw: the node that it names, -1 for all of the scope. */
  readonly activity?: number;
  /** Of a compensation throw. */
  readonly waits?: boolean;
}

export interface MultiInstance {
  readonly kind: 'multi-instance';
  readonly isSequential: boolean;
  readonly cardinality?: Expression;
  /** The list that it goes through. */
  readonly collection?: Expression;
  /** The variable that has the item at hand, in the instance for it. */
  readonly item?: string;
  readonly completion?: Expression;
  /** What is thrown when an item completes (`behavior`, BPMN 2.0.2, 13.3.7). */
  readonly behavior: 'None' | 'One' | 'All' | 'Complex';
  /** Of `none` and `one`. */
  readonly throws?: Trigger;
  /** Of `complex`: each condition that holds throws its event. */
  readonly rules: readonly { readonly condition?: Expression; readonly throws?: Trigger }[];
}

export interface StandardLoop {
  readonly kind: 'loop';
  readonly testBefore: boolean;
  readonly condition?: Expression;
  readonly maximum?: number;
}

export interface AdHoc {
  readonly isSequential: boolean;
  readonly cancelsRemaining: boolean;
  readonly completion?: Expression;
}

export interface NetFlow {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly source: number;
  readonly target: number;
  /** It has a condition, be it one that is not written yet. */
  readonly isConditional: boolean;
  readonly condition?: Expression;
}

export interface NetNode {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly kind: NodeKind;
  /** Its type in the model, such as `bpmn:UserTask`. */
  readonly type: string;
  /** The scope that it stands in. */
  readonly scope: number;
  readonly incoming: readonly number[];
  readonly outgoing: readonly number[];
  /** The default flow, -1: none. */
  readonly default: number;
  /** The scope inside a sub-process, or that of the process called; -1: none. */
  readonly inner: number;
  /** Of a call: what it names, if that is no process and no global task of the models. */
  readonly calls?: string;
  readonly loop?: MultiInstance | StandardLoop;
  readonly startQuantity: number;
  readonly completionQuantity: number;
  /** A compensation handler: no token reaches it by a flow. */
  readonly isForCompensation: boolean;
  /** Boundary events attached to it. */
  readonly boundary: readonly number[];
  /** Those of them that something can happen to while it runs: all but compensation and cancel. */
  readonly armed: readonly number[];
  /** Of a boundary event: what it is attached to; -1: nothing. */
  readonly host: number;
  /** Of boundary events and the starts of event sub-processes. */
  readonly isInterrupting: boolean;
  /** What it waits for (catch) or brings about (throw). */
  readonly triggers: readonly Trigger[];
  /** All of its triggers must occur, not any. */
  readonly isParallelMultiple: boolean;
  /** Of a compensation boundary event: its handler; -1: none. */
  readonly handler: number;
  /** Whether its completion is remembered, because it or something in it may be compensated. */
  readonly isCompensable: boolean;
  /** Makes an instance of its process when its trigger occurs. */
  readonly isInstantiating: boolean;
  /** Of a script task. */
  readonly script?: string;
  /** Of a complex gateway. */
  readonly activation?: Expression;
  /** Message flows that leave it, and those that arrive. */
  readonly sends: readonly number[];
  readonly receives: readonly number[];
}

export interface NetScope {
  readonly index: number;
  /** Id of the process or sub-process. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'process' | 'sub-process' | 'event-sub-process' | 'transaction' | 'ad-hoc';
  /** Node of the sub-process; -1: a process. */
  readonly node: number;
  readonly nodes: readonly number[];
  /** Where a token begins when the scope is entered: the start event without a trigger, else the nodes that nothing leads to. */
  readonly entries: readonly number[];
  /** Of a process: its start events without a trigger. Each makes an instance of its own, and the first one is what begins where nothing says which. */
  readonly plainStarts: readonly number[];
  /** Start events with a trigger, and other nodes that instantiate. */
  readonly triggeredStarts: readonly number[];
  readonly eventSubProcesses: readonly number[];
  /** The starts of its event sub-processes that something can happen to: all but those of compensation. */
  readonly eventStarts: readonly number[];
  readonly adHoc?: AdHoc;
  /** It has gateways that look at the whole scope. */
  readonly hasJoins: boolean;
  /** Of a process: whether it stands in the model as a pool. */
  readonly isPool: boolean;
}

/** A message flow between nodes, or with a pool where an end is not a node. */
export interface NetMessageFlow {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  /** Key of its message; '': none named. */
  readonly key: string;
  /** Node, or -1: a pool. */
  readonly source: number;
  readonly target: number;
  /** Scope of the process at that end, or -1: a pool without a process in the model. */
  readonly sourceScope: number;
  readonly targetScope: number;
}

export interface Net {
  readonly nodes: readonly NetNode[];
  readonly flows: readonly NetFlow[];
  readonly scopes: readonly NetScope[];
  readonly messageFlows: readonly NetMessageFlow[];
  /** Scopes of the processes that can begin by themselves, in the order of the model: not of models that are only called. */
  readonly processes: readonly number[];
  /** By id; where several have the same, the first. What has none is given one with a `#`, which no id of a file can have. */
  readonly nodeOfId: ReadonlyMap<string, number>;
  readonly flowOfId: ReadonlyMap<string, number>;
  readonly scopeOfId: ReadonlyMap<string, number>;
  /** Link throw → its catch. */
  readonly links: ReadonlyMap<number, number>;
  /** Of inclusive and complex gateways: for each incoming flow, what has a way to it. */
  readonly reach: ReadonlyMap<number, Reach>;
}

/** For each incoming flow of a gateway, in order: the flows and nodes with a way to it that does not pass the gateway. */
export interface Reach {
  readonly flows: readonly Uint8Array[];
  readonly nodes: readonly Uint8Array[];
  /** The same without ways over events that do not interrupt what they are attached to. */
  readonly ownFlows: readonly Uint8Array[];
  readonly ownNodes: readonly Uint8Array[];
}
