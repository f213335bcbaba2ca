/** What a fix does to a model: plain values over its elements, a closed set, so that text and XML can both be changed by them. */
import type { Cmmn, FlowNode, ForeignChange, Gateway, ModelElement, SequenceFlow, TypeMap } from '../../model/index.ts';

export type PlainValue = string | number | boolean;

/** Sets a property: a plain value, what a reference leads to, or all that a list refers to. `undefined` takes it away. */
export interface SetProperty {
  readonly kind: 'set';
  readonly element: ModelElement;
  readonly property: string;
  readonly value: PlainValue | ModelElement | readonly ModelElement[] | undefined;
}

/** Adds an element to what a list refers to, or takes it off. */
export interface ListReference {
  readonly kind: 'list' | 'unlist';
  readonly element: ModelElement | NewElement;
  readonly property: string;
  readonly value: ModelElement | NewElement;
}

/** Takes an element out with all that is in it, what refers to it, and its drawing. A flow node takes its flows with it. */
export interface Remove {
  readonly kind: 'remove';
  readonly element: ModelElement;
}

/** Takes a node out that has one way in or one way out, and leads the others on. */
export interface Bypass {
  readonly kind: 'bypass';
  readonly node: FlowNode;
}

/** Puts a new node into the flow: all that leads into the nodes (out of them) leads into it (out of it), and it into the nodes. */
export interface Insert {
  readonly kind: 'insert';
  readonly type: NodeType;
  readonly where: 'before' | 'after';
  /** Of one scope; one or more. */
  readonly nodes: readonly (FlowNode | NewElement)[];
  /** Of the new node; none where it is left out. */
  readonly name?: string;
}

export type NodeType = 'bpmn:StartEvent' | 'bpmn:EndEvent' | GatewayType;
export type GatewayType = 'bpmn:ExclusiveGateway' | 'bpmn:ParallelGateway' | 'bpmn:InclusiveGateway';

/** Adds a new element to what a property of another contains. */
export interface Add {
  readonly kind: 'add';
  /** A new one too, if an earlier change of the same fix makes it. */
  readonly parent: ModelElement | NewElement;
  readonly property: string;
  readonly element: NewElement;
}

/** What is to be made. Later changes of the same fix mean by this value the element that was made of it. */
export interface NewElement {
  readonly type: keyof TypeMap;
  readonly values: Readonly<Record<string, PlainValue | ModelElement | NewElement>>;
}

/** Leads a sequence flow elsewhere. */
export interface Retarget {
  readonly kind: 'retarget';
  readonly flow: SequenceFlow;
  readonly target: FlowNode;
}

/** Makes a gateway one of another kind, at its place. */
export interface Retype {
  readonly kind: 'retype';
  readonly node: Gateway;
  readonly type: GatewayType;
}

/** Puts nodes of one scope into a new sub-process there, with a start before the first of them and an end behind the last. */
export interface Enclose {
  readonly kind: 'enclose';
  /** One way leads into the first and one out of the last; no other goes in or out. */
  readonly nodes: readonly FlowNode[];
  /** Of the sub-process; empty: none. */
  readonly name: string;
  /** Name of its end. */
  readonly outcome: string;
}

/** Puts items of a stage into a new stage there, which completes by itself, at the place of the first. */
export interface Gather {
  readonly kind: 'gather';
  readonly stage: Cmmn.Stage;
  /** Nothing outside of them waits for one of them, and they wait for nothing else there. */
  readonly items: readonly Cmmn.PlanItem[];
  /** Of the new stage. */
  readonly name: string;
}

/** Sets an attribute of a vendor's element, or takes such an element out. */
export interface ChangeVendor extends ForeignChange {
  readonly kind: 'vendor';
  /** What has it among its extensions. */
  readonly owner: ModelElement;
  /** Its index there, then those of the elements in it, down to the one that is meant. */
  readonly path: readonly number[];
}

/** Draws anew: all there is, or only some shapes or lines around which the others stand still. */
export interface Redraw {
  readonly kind: 'redraw';
  readonly elements: readonly ModelElement[] | 'all';
}

export type ModelChange =
  | SetProperty
  | ListReference
  | Remove
  | Bypass
  | Insert
  | Add
  | Retarget
  | Retype
  | Enclose
  | Gather
  | ChangeVendor
  | Redraw;

/** Sets a property; a sentence less to write where a rule needs one change. */
export function set(element: ModelElement, property: string, value?: SetProperty['value']): SetProperty {
  return { kind: 'set', element, property, value };
}

export function remove(element: ModelElement): Remove {
  return { kind: 'remove', element };
}
