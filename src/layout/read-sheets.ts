/**
 * Pass A, first half. Needs: the OMG model. Leaves: a sheet for each diagram, its nodes in scopes, its flows resolved. Reads what stands in the
 * file and nothing else: references to nothing, flows without ends and unknown contents are left out of the drawing.
 */
import {
  type BaseElement,
  type Collaboration,
  type Definitions,
  type FlowElementsContainer,
  type FlowNode,
  is,
  type ModelElement,
  type Participant,
  type Process,
  type SubProcess,
} from '../model/index.ts';
import type { LayoutPin } from './layout-file.ts';
import { poolGap } from './messages.ts';
import { poolOrder, processOf } from './pool-order.ts';
import { readFlows } from './read-flows.ts';
import { laneBand, readLanes } from './read-lanes.ts';
import { kindOf, makeNode, spreadBands } from './read-nodes.ts';
import { type Band, type LayoutNode, plainBand, type Scope } from './scope.ts';
import type { BandRange, GroupFrame, LaneFrame, PoolFrame, Sheet } from './sheet.ts';
import { sizeOf, widenForBoundary } from './sizes.ts';

/** Of each lane of a pool whose process shows nothing. */
const emptyHeight = 80;

/**
 * One sheet for each collaboration with pools, then one for each process that no pool shows and that has something to draw, then one for the inside
 * of each collapsed sub-process.
 * @param pins say what is collapsed, and what is not drawn at all
 */
export function readSheets(definitions: Definitions, pins: ReadonlyMap<string, LayoutPin> = new Map()): Sheet[] {
  const shown = new Set<ModelElement>();
  const sheets: Sheet[] = [];
  const collapsed: SubProcess[] = [];
  for (const root of definitions.rootElements) {
    if (!is(root, 'bpmn:Collaboration') || root.participants.every((pool) => !pool.id)) continue;
    const reader = new SheetReader(pins, collapsed);
    for (const participant of poolOrder(root)) if (!reader.isUndrawn(participant)) reader.addPool(participant, shown);
    sheets.push(reader.finish(root));
  }
  for (const root of definitions.rootElements) {
    if (!is(root, 'bpmn:Process') || shown.has(root)) continue;
    const reader = new SheetReader(pins, collapsed);
    reader.addProcess(root, plainBand);
    if (root.id && reader.nodes.length > 0) sheets.push(reader.finish(root));
  }
  // What is collapsed inside one of them is added behind it.
  for (const root of collapsed) {
    const reader = new SheetReader(pins, collapsed);
    reader.addProcess(root, plainBand);
    if (reader.nodes.length > 0) sheets.push(reader.finish(root));
  }
  return sheets;
}

function emptyScope(): Scope {
  return { nodes: [], flows: [], links: [], bands: [], loose: [] };
}

/** Collects one sheet. */
class SheetReader {
  readonly nodes: [BaseElement, LayoutNode][] = [];
  private readonly scope = emptyScope();
  private readonly pools: PoolFrame[] = [];
  private readonly lanes: LaneFrame[] = [];
  private readonly nodeOf = new Map<ModelElement, LayoutNode>();
  private readonly scopeOf = new Map<LayoutNode, Scope>();
  private readonly containers: FlowElementsContainer[] = [];
  private readonly pins: ReadonlyMap<string, LayoutPin>;
  private readonly collapsed: SubProcess[];

  /** @param collapsed takes the sub-processes whose inside is to be drawn elsewhere */
  constructor(pins: ReadonlyMap<string, LayoutPin>, collapsed: SubProcess[]) {
    this.pins = pins;
    this.collapsed = collapsed;
  }

  isUndrawn(element: BaseElement): boolean {
    return this.pinOf(element)?.undrawn === true;
  }

  private pinOf(element: BaseElement): LayoutPin | undefined {
    const id = element.get('id');
    return typeof id === 'string' ? this.pins.get(id) : undefined;
  }

  /** A pool with the process that it refers to, or a black box. A process is drawn once, in the first pool that shows it. */
  addPool(participant: Participant, shown: Set<ModelElement>): void {
    const own = processOf(participant);
    const process = own && !shown.has(own) ? own : undefined;
    if (process) shown.add(process);
    const node = makeNode(participant, 'pool', participant.id ?? '');
    this.nodeOf.set(participant, node);
    node.band = this.scope.bands.length;
    const depth = process ? this.addProcess(process, laneBand) : this.addBlackBox();
    const bands = { scope: this.scope, first: node.band, last: this.scope.bands.length - 1 };
    if (process?.flowElements.length === 0) this.lowerBands(bands);
    const firstBand = this.scope.bands[bands.first];
    if (firstBand && bands.first > 0) firstBand.gapAbove = poolGap;
    this.pools.push({ element: participant, node, bands, laneDepth: depth });
  }

  /** A pool whose process shows nothing needs little room: that for its name. */
  private lowerBands({ first, last }: BandRange): void {
    for (let index = first; index <= last; index++)
      this.scope.bands[index] = { ...plainBand(), minHeight: emptyHeight };
  }

  private addBlackBox(): number {
    this.scope.bands.push({ pad: 0, minHeight: sizeOf('pool').height, gapAbove: 0, top: 0, height: 0 });
    return 0;
  }

  /** Returns how deep the lanes nest. */
  addProcess(process: Process | SubProcess, otherwise: () => Band): number {
    return this.addContainer(process, this.scope, otherwise, undefined);
  }

  private addContainer(
    container: FlowElementsContainer,
    scope: Scope,
    otherwise: () => Band,
    parent: LayoutNode | undefined,
  ): number {
    this.containers.push(container);
    const lanes = readLanes(container.laneSets, scope, otherwise);
    this.lanes.push(...lanes.frames);
    const flowNodes: [ModelElement, LayoutNode][] = [];
    for (const element of [...portsOf(container), ...container.flowElements, ...artifactsOf(container)]) {
      const node = this.addElement(element, scope, parent);
      if (node) {
        node.band = lanes.first;
        flowNodes.push([element, node]);
      }
    }
    spreadBands(
      flowNodes.filter((entry): entry is [FlowNode, LayoutNode] => is(entry[0], 'bpmn:FlowNode')),
      lanes,
    );
    return lanes.depth;
  }

  private addElement(element: BaseElement, scope: Scope, parent: LayoutNode | undefined): LayoutNode | undefined {
    const kind = this.isCollapsed(element) ? 'task' : kindOf(element);
    const id = element.get('id');
    if (!kind || typeof id !== 'string' || this.nodeOf.has(element) || this.isUndrawn(element)) return undefined;
    const inner = kind === 'container' ? emptyScope() : undefined;
    const node = makeNode(element, kind, id, inner);
    if (parent) node.parent = parent;
    this.nodes.push([element, node]);
    this.nodeOf.set(element, node);
    this.scopeOf.set(node, scope);
    (isArtifact(node) ? scope.loose : scope.nodes).push(node);
    if (inner && is(element, 'bpmn:SubProcess')) node.laneDepth = this.addContainer(element, inner, plainBand, node);
    if (this.isCollapsed(element)) this.collapsed.push(element);
    return node;
  }

  private isCollapsed(element: BaseElement): element is SubProcess {
    return is(element, 'bpmn:SubProcess') && this.pinOf(element)?.expanded === false;
  }

  /**
   * Hangs boundary events onto their hosts. Tools write some into the sub-process that they sit on, or beside the one that holds their host: such an
   * event moves to where its host is. One whose host is not drawn becomes an event like any other.
   */
  private attachBoundary(): void {
    for (const [element, node] of this.nodes) {
      const host = is(element, 'bpmn:BoundaryEvent') && element.attachedToRef && this.nodeOf.get(element.attachedToRef);
      if (!host || host.host || !(host.kind === 'task' || host.kind === 'container')) continue;
      this.moveBeside(host, node);
      node.host = host;
      node.band = host.band;
      host.boundary.push(node);
    }
    for (const [, node] of this.nodes) widenForBoundary(node);
  }

  /** Makes a node part of the scope of another one. */
  private moveBeside(other: LayoutNode, node: LayoutNode): void {
    const [from, to] = [this.scopeOf.get(node), this.scopeOf.get(other)];
    if (!from || !to || from === to) return;
    from.nodes.splice(from.nodes.indexOf(node), 1);
    to.nodes.push(node);
    this.scopeOf.set(node, to);
    node.parent = other.parent;
  }

  finish(root: Process | Collaboration | SubProcess): Sheet {
    this.attachBoundary();
    const artifacts = is(root, 'bpmn:Collaboration') ? root.artifacts : [];
    const outside = artifacts.flatMap((artifact) => this.addElement(artifact, this.scope, undefined) ?? []);
    const messages = is(root, 'bpmn:Collaboration') ? root.messageFlows : [];
    const associations = [...artifacts, ...this.containers.flatMap(artifactsOf)];
    const flows = readFlows({
      elements: [...this.containers.flatMap((container) => container.flowElements), ...messages, ...associations],
      nodeOf: this.nodeOf,
      scopeOf: this.scopeOf,
      top: this.scope,
    });
    if (outside.length > 0) this.putBelow(outside);
    const groups = readGroups(associations, this.nodeOf);
    return {
      root,
      scope: this.scope,
      pools: this.pools,
      lanes: this.lanes,
      groups,
      nodeOf: this.nodeOf,
      nodes: this.nodes,
      flows,
    };
  }

  /** Artifacts of the collaboration lie in no pool: those that nobody uses stand below all pools. */
  private putBelow(artifacts: readonly LayoutNode[]): void {
    const band = this.scope.bands.length;
    this.scope.bands.push({ ...plainBand(), gapAbove: poolGap });
    for (const node of artifacts) node.band = band;
  }
}

function isArtifact(node: LayoutNode): boolean {
  return node.kind === 'data' || node.kind === 'store' || node.kind === 'note';
}

/** What a process is given and hands back. */
function portsOf(container: FlowElementsContainer): BaseElement[] {
  const specification = is(container, 'bpmn:Process') ? container.ioSpecification : undefined;
  return specification ? [...specification.dataInputs, ...specification.dataOutputs] : [];
}

function artifactsOf(container: FlowElementsContainer): BaseElement[] {
  const artifacts = container.get('artifacts');
  return Array.isArray(artifacts) ? artifacts : [];
}

/** Groups with the nodes that name their category value. */
function readGroups(artifacts: readonly ModelElement[], nodeOf: ReadonlyMap<ModelElement, LayoutNode>): GroupFrame[] {
  const groups = artifacts.filter((artifact) => is(artifact, 'bpmn:Group')).filter((group) => group.id);
  return groups.map((element) => {
    const value = element.categoryValueRef;
    const members = [...nodeOf].filter(([member]) => value && namesOf(member).includes(value)).map(([, node]) => node);
    return { element, members };
  });
}

function namesOf(element: ModelElement): readonly unknown[] {
  const values = element.get('categoryValueRef');
  return Array.isArray(values) ? values : [];
}
