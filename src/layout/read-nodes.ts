import {
  type DataInput,
  type DataOutput,
  type EndEvent,
  type FlowElement,
  type FlowNode,
  is,
  type ModelElement,
  type SubProcess,
} from '../model/index.ts';
import { activitySize } from './activity-size.ts';
import type { LanesRead } from './read-lanes.ts';
import type { LayoutNode, NodeKind, Scope, Size } from './scope.ts';
import { labelSize, noteSize, sizeOf } from './sizes.ts';

/** What a flow element is drawn as; undefined if it has no shape of its own. */
export function kindOf(element: ModelElement): NodeKind | undefined {
  if (is(element, 'bpmn:DataObjectReference') || isPort(element)) return 'data';
  if (is(element, 'bpmn:DataStoreReference')) return 'store';
  if (is(element, 'bpmn:TextAnnotation')) return 'note';
  if (is(element, 'bpmn:ChoreographyActivity') || !is(element, 'bpmn:FlowNode')) return undefined;
  if (is(element, 'bpmn:BoundaryEvent')) return element.attachedToRef ? 'boundary' : 'event';
  if (is(element, 'bpmn:Event')) return 'event';
  if (is(element, 'bpmn:Gateway')) return 'gateway';
  if (is(element, 'bpmn:SubProcess')) return hasContent(element) ? 'container' : 'task';
  return 'task';
}

/** The data that comes into a process or goes out of it has a shape; that of an activity has none (BPMN 2.0.2, 10.4.1). */
export function isPort(element: ModelElement): element is DataInput | DataOutput {
  const holder = element.$parent?.$parent;
  return (is(element, 'bpmn:DataInput') || is(element, 'bpmn:DataOutput')) && holder?.$type === 'bpmn:Process';
}

/** A sub-process is drawn open where it holds something to draw. */
function hasContent(element: SubProcess): boolean {
  return element.flowElements.some((child) => child.id && kindOf(child) !== undefined);
}

/** A node of the given kind, with the sizes of its shape and of the text beside it. */
export function makeNode(element: ModelElement, kind: NodeKind, id: string, inner?: Scope): LayoutNode {
  const label = hasLabelBeside(kind) ? labelSize(labelOf(element as FlowElement)) : undefined;
  return {
    id,
    kind,
    ...nodeSize(element, kind),
    band: 0,
    x: 0,
    y: 0,
    boundary: [],
    satellites: [],
    ...(label && { label }),
    ...(is(element, 'bpmn:EndEvent') && endsBadly(element) && { endsBadly: true }),
    ...(is(element, 'bpmn:SubProcess') && element.triggeredByEvent && { aside: true }),
    ...(inner && { inner }),
  };
}

function nodeSize(element: ModelElement, kind: NodeKind): Size {
  if (is(element, 'bpmn:TextAnnotation')) return noteSize(element.text);
  return kind === 'task' && is(element, 'bpmn:Activity') ? activitySize(element) : sizeOf(kind);
}

function hasLabelBeside(kind: NodeKind): boolean {
  return kind === 'event' || kind === 'boundary' || kind === 'gateway' || kind === 'data' || kind === 'store';
}

/** bpmn-js writes the state of a data object below its name. */
function labelOf(element: FlowElement): string | undefined {
  const state = is(element, 'bpmn:DataObjectReference') ? element.dataState?.name : undefined;
  return state ? `${element.name ?? ''}\n[${state}]`.trim() : element.name;
}

function endsBadly(event: EndEvent): boolean {
  const bad = ['bpmn:ErrorEventDefinition', 'bpmn:TerminateEventDefinition', 'bpmn:CancelEventDefinition'];
  return event.eventDefinitions.some((definition) => bad.includes(definition.$type));
}

/**
 * Gives nodes that no lane names the lane of what precedes them, else of what follows, else the first. Event sub-processes stand apart from the
 * flow: they go to the last.
 */
export function spreadBands(nodes: readonly [FlowNode, LayoutNode][], { bandOf, first, last }: LanesRead): void {
  const band = new Map<ModelElement, number>();
  for (const [element, node] of nodes) {
    const own = bandOf.get(element) ?? (node.aside ? last : undefined);
    if (own !== undefined) band.set(element, own);
  }
  const neighbours = (element: FlowNode) => [
    ...element.incoming.map((flow) => flow.sourceRef),
    ...element.outgoing.map((flow) => flow.targetRef),
  ];
  let open = nodes.map(([element]) => element).filter((element) => !band.has(element));
  for (let changed = band.size > 0; changed && open.length > 0; ) {
    changed = false;
    for (const element of open) {
      const found = neighbours(element)
        .map((other) => other && band.get(other))
        .find((value) => value !== undefined);
      if (found === undefined) continue;
      band.set(element, found);
      changed = true;
    }
    open = open.filter((element) => !band.has(element));
  }
  for (const [element, node] of nodes) node.band = band.get(element) ?? first;
}
