import type { Bounds } from '../base/geometry.ts';
import type {
  BaseElement,
  Collaboration,
  Group,
  Lane,
  ModelElement,
  Participant,
  Process,
  SubProcess,
} from '../model/index.ts';
import type { Flow, LayoutNode, Scope } from './scope.ts';

/** One diagram to be: a collaboration, a process, or the inside of a collapsed sub-process, read into scopes, and what each part of it stands for. */
export interface Sheet {
  readonly root: Process | Collaboration | SubProcess;
  readonly scope: Scope;
  readonly pools: readonly PoolFrame[];
  /** Lanes of processes and sub-processes, outer ones before those within. */
  readonly lanes: readonly LaneFrame[];
  readonly groups: readonly GroupFrame[];
  readonly nodeOf: ReadonlyMap<ModelElement, LayoutNode>;
  /** The drawn elements, in file order. */
  readonly nodes: readonly (readonly [BaseElement, LayoutNode])[];
  readonly flows: readonly (readonly [BaseElement, Flow])[];
}

/** Bands from `first` to `last` of a scope, both included. */
export interface BandRange {
  readonly scope: Scope;
  readonly first: number;
  readonly last: number;
}

export interface PoolFrame {
  readonly element: Participant;
  /** Stands for the pool as an end of message flows; its bounds are those of the pool. */
  readonly node: LayoutNode;
  readonly bands: BandRange;
  /** Deepest nesting of lanes in it: 0 without lanes. */
  readonly laneDepth: number;
}

export interface LaneFrame {
  readonly element: Lane;
  readonly bands: BandRange;
  /** 0 for the outermost lanes. */
  readonly depth: number;
  bounds?: Bounds;
}

export interface GroupFrame {
  readonly element: Group;
  readonly members: readonly LayoutNode[];
  bounds?: Bounds;
}
